using NodaTime;

namespace JointDesk.Assignments;

/// <summary>A fact about a task and the departments that know of it.</summary>
public abstract record AssignmentFact(string Assignment, IReadOnlyList<string> Concerned) : Fact
{
    public override string Subject => Assignment;
    public override IReadOnlyList<string> Departments => Concerned;
}

public sealed record TaskAssigned(string Assignment, IReadOnlyList<string> Concerned, string Meeting, string Number, Instant Due)
    : AssignmentFact(Assignment, Concerned);

public sealed record AssignmentAccepted(string Assignment, IReadOnlyList<string> Concerned) : AssignmentFact(Assignment, Concerned);

public sealed record ProgressReported(string Assignment, IReadOnlyList<string> Concerned, string Department)
    : AssignmentFact(Assignment, Concerned);

public sealed record DoneReported(string Assignment, IReadOnlyList<string> Concerned) : AssignmentFact(Assignment, Concerned);

public sealed record AssignmentSignedOff(string Assignment, IReadOnlyList<string> Concerned) : AssignmentFact(Assignment, Concerned);

public sealed record AssignmentReturned(string Assignment, IReadOnlyList<string> Concerned) : AssignmentFact(Assignment, Concerned);

public sealed record ExtensionRequested(string Assignment, IReadOnlyList<string> Concerned, Instant From, Instant To)
    : AssignmentFact(Assignment, Concerned);

public sealed record ExtensionGranted(string Assignment, IReadOnlyList<string> Concerned, Instant From, Instant Due)
    : AssignmentFact(Assignment, Concerned);

public sealed record ExtensionRefused(string Assignment, IReadOnlyList<string> Concerned) : AssignmentFact(Assignment, Concerned);

/// <param name="Round">In working days from the day it is due: -3, -1, 0, 1, …</param>
public sealed record AssigneeReminded(string Assignment, IReadOnlyList<string> Concerned, int Round)
    : AssignmentFact(Assignment, Concerned);

/// <param name="Officers">Who was told.</param>
public sealed record AssignmentEscalated(string Assignment, IReadOnlyList<string> Concerned, int Level, IReadOnlyList<string> Officers)
    : AssignmentFact(Assignment, Concerned);

/// <param name="Officers">Who is told that it is over.</param>
public sealed record EscalationRecalled(string Assignment, IReadOnlyList<string> Concerned, IReadOnlyList<string> Officers)
    : AssignmentFact(Assignment, Concerned);
