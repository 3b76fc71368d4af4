using JointDesk.Cases;
using JointDesk.Meetings;
using JointDesk.People;
using JointDesk.Scheduling;
using NodaTime;

namespace JointDesk.Assignments;

/// <summary>What a use case of one task starts from.</summary>
/// <param name="Case">The case it belongs to: its lead is told when it is long overdue.</param>
public sealed record OneAssignment(Roster Roster, Assignment? Assignment, Case? Case, LadderOptions Options)
{
    private const int MostYears = 5;

    internal static async ValueTask<OneAssignment> LoadAsync(string id, DeskReader read, LadderOptions options, CancellationToken cancel)
    {
        var assignment = await read.FindAsync(Assignments.Assignment.Documents, id, cancel);
        var @case = assignment?.CaseNumber is { } number ? await read.FindAsync(Cases.Case.Kind, number, cancel) : null;
        return new OneAssignment(await read.RosterAsync(cancel), assignment, @case, options);
    }

    internal Ladder Ladder => Ladder.Of(Assignment!.Lead, Roster, Options);

    /// <summary>Why the officer may not act for the owner.</summary>
    internal Refusal? RefuseOwner(string id, Caller caller, out Assignment assignment) =>
        Refuse(id, caller, out assignment, (a, o) => a.Lead == o.Department);

    /// <summary>Why the officer may not act for the owner or one who assists.</summary>
    internal Refusal? RefuseDoer(string id, Caller caller, out Assignment assignment) =>
        Refuse(id, caller, out assignment, (a, o) => a.Lead == o.Department || a.Assisting.Contains(o.Department));

    /// <summary>Why the officer may not act for the assigner: that is the lead department and the desk office.</summary>
    internal Refusal? RefuseAssigner(string id, Caller caller, out Assignment assignment) =>
        Refuse(id, caller, out assignment, (a, o) => a.Assigner == o.Department || Roster.DeskOffice?.Id == o.Department);

    /// <summary>The owner's liaisons.</summary>
    internal IEnumerable<Recipient> Owner => Roster.LiaisonsOf(Assignment!.Lead).Select(o => Recipient.Officer(o.Id));

    /// <summary>The liaisons of the owner and of those who assist.</summary>
    internal IEnumerable<Recipient> Doers =>
        Assignment!.Assisting.Prepend(Assignment.Lead).SelectMany(Roster.LiaisonsOf).Select(o => Recipient.Officer(o.Id));

    /// <summary>The officer who assigned it and the assigner's liaisons.</summary>
    internal IEnumerable<Recipient> Assigner => AssignedBy.Union(Roster.LiaisonsOf(Assignment!.Assigner).Select(o => Recipient.Officer(o.Id)));

    /// <summary>Nobody where the officer has left the directory.</summary>
    internal IEnumerable<Recipient> AssignedBy =>
        Roster.Officer(Assignment!.AssignedBy) is { } officer ? [Recipient.Officer(officer.Id)] : [];

    internal static Refusal? RefuseDue(Deadline due, Instant now) =>
        due.Instant <= now ? new DueInThePast(due)
        : due.Instant > now + Duration.FromDays(366 * MostYears) ? new DueTooFar(due, MostYears)
        : null;

    private Refusal? Refuse(string id, Caller caller, out Assignment assignment, Func<Assignment, Officer, bool> isTheirs)
    {
        assignment = Assignment!;
        if (Roster.Officer(caller.Id) is not { } officer)
            return new UnknownOfficer(caller.Id);
        if (assignment is null || assignment.For(Viewer.Of(officer), Roster) is null)
            return new UnknownAssignment(id) { Hidden = assignment is not null };
        return !isTheirs(assignment, officer) ? new NotYourAssignment(assignment.Id, assignment.Number)
            : !Authority.MaySpeakFor(officer, officer.Department) ? new MayNotSpeakFor(officer.Department)
            : assignment.State == AssignmentState.SignedOff ? new AlreadySignedOff(assignment.Id, assignment.Number)
            : null;
    }
}
