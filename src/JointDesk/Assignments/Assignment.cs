using JointDesk.Cases;
using JointDesk.People;
using JointDesk.Scheduling;
using NodaTime;

namespace JointDesk.Assignments;

/// <summary>A task given to a department and followed until it is signed off (督办任务).</summary>
/// <param name="Number">The meeting's number and a running one, such as 2026-001-1.</param>
/// <param name="Assigner">The department that leads the meeting, in whose name it was given (交办).</param>
/// <param name="AssignedBy">The officer who gave it: of the lead department or of the desk office.</param>
/// <param name="Lead">The one owner (主办).</param>
/// <param name="Assisting">协办, without the owner.</param>
public sealed record Assignment(
    string Id, string Number, string Title, string Meeting, string? CaseNumber, string Assigner, string AssignedBy, string Lead,
    IReadOnlyList<string> Assisting, Deadline Due, AssignmentState State, IReadOnlyList<HistoryEntry> History)
{
    public static readonly DocumentKind<Assignment> Documents = new("assignment", a => a.Id, a =>
    [
        new("number", a.Number),
        new("due", a.Due.Instant),
        new("meeting", a.Meeting),
        .. a.KnownTo.Select(d => new IndexEntry("department", d)),
        .. a.CaseNumber is { } number ? [new IndexEntry("case", number)] : Array.Empty<IndexEntry>(),
    ]);

    /// <summary>0: to nobody; 1: to the owner's head; 2: to the lead department and the owner's superior; 3: to the desk office.</summary>
    public int Escalation { get; init; }

    /// <summary>
    /// The last round of the ladder that fired, or that had passed already when the deadline was set, in working days from the day it is
    /// due; no round up to it fires any more. Null: none yet.
    /// </summary>
    public int? Round { get; init; }

    /// <summary>Officers who were told that it is overdue and not yet that this is over.</summary>
    public IReadOnlyList<string> Told { get; init; } = [];

    /// <summary>Departments to which it was ever escalated: from then on they may know it.</summary>
    public IReadOnlyList<string> EscalatedTo { get; init; } = [];

    /// <summary>An extension that waits for an answer.</summary>
    public ExtensionRequest? Extension { get; init; }

    /// <summary>Assigner, owner and those who assist.</summary>
    public IEnumerable<string> Departments => Assisting.Prepend(Lead).Prepend(Assigner).Distinct();

    /// <summary>Those who take part, and those it was escalated to. The desk office may know it besides, as it may sign it off.</summary>
    public IEnumerable<string> KnownTo => Departments.Union(EscalatedTo);

    /// <summary>Still to be done: assigned or accepted.</summary>
    public bool IsOpen => State is AssignmentState.Assigned or AssignmentState.Accepted;

    /// <summary>The assignment itself for one who may know it, else null.</summary>
    /// <param name="here">The case in whose channel it is spoken of by someone who takes part: there the participants of that case may know (AMBER).</param>
    public Visible<Assignment>? For(Viewer viewer, Roster roster, Case? here = null)
    {
        var known = roster.DeskOffice is { } office ? KnownTo.Append(office.Id) : KnownTo;
        return NeedToKnow.ShowAmong(this, here is not null && here.Number == CaseNumber ? known.Union(here.Departments) : known, viewer);
    }

    internal Assignment Noted(Moment moment, string by, HistoryAction action, string? note = null) =>
        this with { History = [.. History, new HistoryEntry(moment.Now, by, action, string.IsNullOrWhiteSpace(note) ? null : note.Trim())] };
}

/// <summary>Returning leads back to Accepted.</summary>
public enum AssignmentState { Assigned, Accepted, ReportedDone, SignedOff }

/// <param name="By">The officer's id, or <c>desk</c> where the ladder acted.</param>
public sealed record HistoryEntry(Instant At, string By, HistoryAction Action, string? Note);

public enum HistoryAction
{
    Assigned, Accepted, Progress, ReportedDone, SignedOff, Returned,
    ExtensionAsked, ExtensionGranted, ExtensionRefused, Escalated, Recalled
}

/// <summary>The owner asks for more time.</summary>
/// <param name="Number">1 for the first one of an assignment: what a card shows, so that an answer to an older one does not count.</param>
public sealed record ExtensionRequest(int Number, Deadline Due, string By, string? Reason);
