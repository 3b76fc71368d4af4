namespace JointDesk.Information;

/// <summary>To a department's liaisons: what is asked, and by when.</summary>
public sealed record InformationRequestNotice(string Request) : Notice;

/// <summary>To a department's liaisons: the meeting was moved, and the deadline with it.</summary>
public sealed record InformationDueMovedNotice(string Request) : Notice;

/// <summary>To an officer who may know it: the contribution itself.</summary>
public sealed record ContributionNotice(string Contribution, int Version) : Notice;

/// <summary>To a department's liaisons: what is still waited for, on the word of who leads.</summary>
public sealed record NudgeNotice(string Meeting, string Department) : Notice;

/// <summary>To a channel not all of whose members may know it, and to the convener: that something was sent, and by whom.</summary>
public sealed record ContributionSentNotice(string Request) : Notice;

/// <summary>To the convener: a department has nothing to give.</summary>
public sealed record InformationDeclinedNotice(string Request) : Notice;
