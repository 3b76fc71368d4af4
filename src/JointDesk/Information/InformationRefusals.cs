namespace JointDesk.Information;

/// <summary>There is no such request, or it is not for the one who asks.</summary>
public sealed record UnknownRequest(string Request) : Refusal;

public sealed record RequestClosed(string Request, InformationState State) : Refusal;

/// <summary>A label that names persons or departments names none.</summary>
public sealed record HandlingNamesNobody : Refusal;

