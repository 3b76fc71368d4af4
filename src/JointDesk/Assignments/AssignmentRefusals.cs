using JointDesk.Scheduling;

namespace JointDesk.Assignments;

/// <summary>There is no such task, or it is not for the one who asks: both look the same from outside.</summary>
public sealed record UnknownAssignment(string Assignment) : Refusal
{
    /// <summary>It is there: asking for it is an audit entry, and the answer does not show that.</summary>
    internal bool Hidden { get; init; }

    public override bool IsAccess => Hidden;
}

/// <summary>Others do that with this task: the owner, those who assist, or the assigner.</summary>
public sealed record NotYourAssignment(string Assignment, string Number) : Refusal
{
    public override bool IsAccess => true;
}

/// <summary>That cannot be done in the state it is in.</summary>
public sealed record WrongState(string Assignment, string Number, AssignmentState State) : Refusal;

public sealed record AlreadySignedOff(string Assignment, string Number) : Refusal;

public sealed record DueInThePast(Deadline Due) : Refusal;

/// <summary>Years from now: surely a slip.</summary>
public sealed record DueTooFar(Deadline Due, int Years) : Refusal;

/// <summary>The department neither sits in the meeting nor takes part in the case: the task would tell it of both.</summary>
public sealed record DepartmentNotInvolved(string Department) : Refusal;

/// <summary>The time asked for is not after the one that holds.</summary>
public sealed record ExtensionNotLater(Deadline Due) : Refusal;

public sealed record NoExtensionAsked(string Assignment, string Number) : Refusal;

/// <summary>What was pressed shows an extension that has been asked anew or answered since.</summary>
public sealed record OutdatedExtension(string Assignment, string Number) : Refusal;
