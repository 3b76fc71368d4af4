using JointDesk.Meetings;
using NodaTime;

namespace JointDesk.Information;

/// <summary>On the word of who leads, those are reminded who have not answered the invitation or not given their case information (催办).</summary>
public sealed record NudgeDepartments(string Meeting) : Command
{
    /// <summary>Whom it was just done to need not read it again.</summary>
    public static readonly Duration Pause = Duration.FromHours(4);

    public sealed record Loaded(OneMeeting One, IReadOnlyList<InformationRequest> Requests, Nudge? Last);

    public static async ValueTask<Loaded> Load(NudgeDepartments command, Caller caller, DeskReader read, CancellationToken cancel) => new(
        await OneMeeting.LoadAsync(command.Meeting, read, cancel),
        await read.ListAsync(InformationRequest.Documents, "meeting", command.Meeting, cancel),
        await read.FindAsync(Nudge.Documents, command.Meeting, cancel));

    public static Outcome Decide(Loaded loaded, NudgeDepartments command, Caller caller, Moment moment)
    {
        if (loaded.One.RefuseLead(command.Meeting, caller, out _, out var meeting) is { } refusal)
            return refusal;
        if (meeting.State != MeetingState.Convened)
            return new MeetingNotOpen(meeting.Id, meeting.Number, meeting.State);
        var owing = Owing(meeting, loaded.Requests);
        if (owing.Count == 0)
            return new NothingOwed(meeting.Number);
        if (loaded.Last is { At: var at } && moment.Now < at + Pause)
            return new NudgedAlready(meeting.Number, at, meeting.Zone);

        return new Decision(new DepartmentsNudged(meeting.Id, [meeting.Lead, .. owing]))
        {
            Changes = [Change.Put(Nudge.Documents, new Nudge(meeting.Id, moment.Now))],
            Notices =
            [
                .. from department in owing
                   from officer in loaded.One.Roster.LiaisonsOf(department)
                   select new NudgeNotice(meeting.Id, department) { To = Recipient.Officer(officer.Id) },
            ],
        };
    }

    /// <summary>The departments of which something is still waited for.</summary>
    public static IReadOnlyList<string> Owing(Meeting meeting, IReadOnlyList<InformationRequest> requests) =>
    [
        .. meeting.Seats.Select(s => s.Department)
            .Where(d => meeting.SeatOf(d)!.Response == SeatResponse.NeedsAction || requests.Any(r => r.Department == d && r.State == InformationState.Asked)),
    ];
}

/// <summary>When the departments of a meeting were nudged last.</summary>
public sealed record Nudge(string Meeting, Instant At)
{
    public static readonly DocumentKind<Nudge> Documents = new("nudge", n => n.Meeting);
}
