namespace JointDesk.Information;

/// <summary>There is no such request, or it is not for the one who asks.</summary>
public sealed record UnknownRequest(string Request) : Refusal;

public sealed record RequestClosed(string Request, InformationState State) : Refusal;

/// <summary>A label that names persons or departments names none.</summary>
public sealed record HandlingNamesNobody : Refusal;

/// <summary>Every department has answered and given what it was asked: there is nothing to nudge for.</summary>
public sealed record NothingOwed(string Number) : Refusal;

/// <summary>It was done at <paramref name="At"/>, too short a while ago.</summary>
/// <param name="Zone">The meeting's.</param>
public sealed record NudgedAlready(string Number, NodaTime.Instant At, string Zone) : Refusal;

