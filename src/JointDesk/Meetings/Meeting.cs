using JointDesk.Cases;
using JointDesk.Scheduling;
using NodaTime;

namespace JointDesk.Meetings;

/// <summary>A joint meeting (联席会议).</summary>
/// <param name="Id">Stable; also in its UID.</param>
/// <param name="Uid">RFC 5545 UID: never changes.</param>
/// <param name="Number">Running number of its year, such as 2026-001.</param>
/// <param name="CaseNumber">Null for a meeting about no case.</param>
/// <param name="Convener">The officer who convened it.</param>
/// <param name="Zone">IANA zone in which its times were meant.</param>
/// <param name="Sequence">RFC 5545 SEQUENCE: rises with each change of time or place and when it is cancelled.</param>
/// <param name="Stamp">When it last changed: DTSTAMP of what is sent.</param>
public sealed record Meeting(
    string Id, string Uid, string Number, MeetingKind Kind, string? CaseNumber, string? Title, string Lead, string Convener,
    Instant Start, Duration Length, string Zone, string? Location, IReadOnlyList<Seat> Seats, MeetingState State, int Sequence, Instant Stamp)
{
    public static readonly DocumentKind<Meeting> Documents = new("meeting", m => m.Id, m =>
    [
        new("number", m.Number),
        new("start", m.Start),
        .. m.Departments.Select(d => new IndexEntry("department", DepartmentKey(d, m.Start))),
        .. m.CaseNumber is { } number ? [new IndexEntry("case", number)] : Array.Empty<IndexEntry>(),
    ]);

    public IReadOnlyList<AgendaItem> Agenda { get; init; } = [];
    public IReadOnlyList<Resolution> Resolutions { get; init; } = [];

    /// <summary>How many assignments have been given out of it: the running number in theirs.</summary>
    public int Assignments { get; init; }

    public Instant End => Start + Length;

    /// <summary>Lead and seats: those who know of the meeting.</summary>
    public IEnumerable<string> Departments => Seats.Select(s => s.Department).Prepend(Lead);

    /// <summary>The departments that must come.</summary>
    public IEnumerable<string> RequiredSeats => Seats.Where(s => s.Required).Select(s => s.Department);

    public bool IsOpen => State is MeetingState.Convened or MeetingState.InSession;

    public Seat? SeatOf(string department) => Seats.FirstOrDefault(s => s.Department == department);

    /// <summary>The meeting itself for one who may know of it, else null.</summary>
    /// <param name="here">The case in whose channel it is spoken of by someone who sits in it: there the participants of that case may know (AMBER).</param>
    public Visible<Meeting>? For(Viewer viewer, Case? here = null) =>
        NeedToKnow.ShowAmong(this, here is not null && here.Number == CaseNumber ? Departments.Union(here.Departments) : Departments, viewer);

    internal Meeting With(Seat seat) => this with { Seats = [.. Seats.Select(s => s.Department == seat.Department ? seat : s)] };

    /// <summary>How many of the required departments must have accepted: more than half.</summary>
    public int Quorum => (Seats.Count(s => s.Required) / 2) + 1;

    /// <summary>Sortable key of a department's meetings by their start.</summary>
    public static string DepartmentKey(string department, Instant start) => $"{department}|{start.ToUnixTimeTicks():D19}";
}

public enum MeetingKind { Plenary, Topical, Liaison }

/// <summary>Negotiating is for meetings whose time is still sought.</summary>
public enum MeetingState { Draft, Negotiating, Convened, InSession, Concluded, Closed, Cancelled }

/// <summary>A place at the table that belongs to a department and is filled by a person (席位).</summary>
public sealed record Seat(string Department, bool Required)
{
    public SeatResponse Response { get; init; }

    /// <summary>The officer who answered.</summary>
    public string? RespondedBy { get; init; }

    public Instant? RespondedAt { get; init; }
    public string? Reason { get; init; }

    /// <summary>When its department would rather meet, while the convener has not decided: a very time, or a longer range to choose from.</summary>
    public TimeRange? Proposed { get; init; }
}

/// <summary>RFC 5545 PARTSTAT.</summary>
public enum SeatResponse { NeedsAction, Accepted, Declined, Tentative }

/// <summary>议题.</summary>
public sealed record AgendaItem(string Text, string ProposedBy);

/// <summary>议定事项.</summary>
public sealed record Resolution(int Number, string Text, string RecordedBy, Instant At);

/// <summary>The running number of a year's meetings.</summary>
public sealed record MeetingCounter(string Year, int Last)
{
    public static readonly DocumentKind<MeetingCounter> Documents = new("meetingCounter", c => c.Year);
}
