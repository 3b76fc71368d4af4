namespace JointDesk.Assignments;

/// <summary>To the owner and to those who assist, their channels included: the card to accept (for the owner).</summary>
/// <param name="Department">For which department it was given.</param>
public sealed record AssignmentGivenNotice(string Assignment, string Department, bool Assists) : Notice;

/// <summary>To the officer who assigned it.</summary>
public sealed record AssignmentAcceptedNotice(string Assignment) : Notice;

/// <summary>To the officer who assigned it: what a department last reported.</summary>
public sealed record AssignmentProgressNotice(string Assignment, string Department) : Notice;

/// <summary>To the owner's liaisons, at each round.</summary>
/// <param name="WorkingDays">Left or overdue, counted on the day it is sent; 0 when due today.</param>
public sealed record AssignmentReminderNotice(string Assignment, RoundKind Kind, int WorkingDays) : Notice;

/// <summary>To the owner's head and to those above: it is overdue by so many working days.</summary>
/// <param name="Level">See <see cref="Assignment.Escalation"/>.</param>
public sealed record AssignmentEscalatedNotice(string Assignment, int Level, int WorkingDays) : Notice;

/// <summary>To those who were told that it is overdue: that is over.</summary>
public sealed record EscalationRecalledNotice(string Assignment) : Notice;

/// <summary>To the assigner: the card to sign off or return.</summary>
public sealed record AssignmentReportedDoneNotice(string Assignment) : Notice;

/// <summary>To the owner and to those who assist.</summary>
public sealed record AssignmentSignedOffNotice(string Assignment) : Notice;

/// <summary>To the owner: not done yet.</summary>
public sealed record AssignmentReturnedNotice(string Assignment) : Notice;

/// <summary>To the assigner: the card to grant or refuse.</summary>
/// <param name="Request">Its number, which the answer gives back.</param>
public sealed record ExtensionAskedNotice(string Assignment, int Request) : Notice;

/// <summary>To the owner, and where it was granted to those who assist.</summary>
public sealed record ExtensionAnsweredNotice(string Assignment, bool Granted) : Notice;

public enum RoundKind { Ahead, DueToday, Overdue }
