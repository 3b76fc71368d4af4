using JointDesk.Meetings;
using JointDesk.People;
using JointDesk.Scheduling;
using NodaTime;

namespace JointDesk.Information;

/// <summary>Follows the meeting: asks each department when it is invited, moves the deadline with it, lapses with it.</summary>
public static class AskForInformation
{
    public sealed record Loaded(Roster Roster, Meeting Meeting, IReadOnlyList<InformationRequest> Requests);

    public static async ValueTask<Loaded> Load(MeetingFact fact, DeskReader read, CancellationToken cancel) => new(
        await read.RosterAsync(cancel),
        await read.FindAsync(Meeting.Documents, fact.Meeting, cancel) ?? throw new InvalidOperationException($"No meeting {fact.Meeting}."),
        await read.ListAsync(InformationRequest.Documents, "meeting", fact.Meeting, cancel));

    public static Decision WhenConvened(Loaded loaded, MeetingConvened fact, Moment moment) => Ask(loaded, loaded.Meeting.Seats.Select(s => s.Department), moment);

    public static Decision WhenInvited(Loaded loaded, DepartmentsInvited fact, Moment moment) => Ask(loaded, fact.Added, moment);

    private static Decision Ask(Loaded loaded, IEnumerable<string> departments, Moment moment)
    {
        var meeting = loaded.Meeting;
        InformationRequest[] requests =
        [
            .. departments.Select(department => new InformationRequest(
                InformationRequest.IdOf(meeting.Id, department), meeting.Id, meeting.CaseNumber, department, meeting.Lead,
                DueFor(loaded.Roster, meeting.Lead, meeting.Start, meeting.Zone, moment.Now), InformationState.Asked, null, null)),
        ];
        return new Decision([.. requests.Select(r => new InformationAsked(r.Id, [r.Department, r.Lead]))])
        {
            Changes = [.. requests.Select(r => Change.Put(InformationRequest.Documents, r))],
            Notices = [.. requests.SelectMany(r => ToLiaisons(loaded.Roster, r, to => new InformationRequestNotice(r.Id) { To = to }))],
        };
    }

    public static Decision WhenMoved(Loaded loaded, MeetingMoved fact, Moment moment)
    {
        var due = DueFor(loaded.Roster, loaded.Meeting.Lead, loaded.Meeting.Start, loaded.Meeting.Zone, moment.Now);
        var moved = loaded.Requests.Where(r => r.State != InformationState.Lapsed && r.Due != due).Select(r => r with { Due = due }).ToList();
        return new Decision([])
        {
            Changes = [.. moved.Select(r => Change.Put(InformationRequest.Documents, r))],
            Notices =
            [
                .. moved.Where(r => r.State == InformationState.Asked)
                    .SelectMany(r => ToLiaisons(loaded.Roster, r, to => new InformationDueMovedNotice(r.Id) { To = to })),
            ],
        };
    }

    public static Decision WhenCancelled(Loaded loaded, MeetingCancelled fact, Moment moment) => Lapse(loaded);

    /// <summary>What was not given before the meeting began is not waited for any longer.</summary>
    public static Decision WhenBegun(Loaded loaded, MeetingBegan fact, Moment moment) => Lapse(loaded);

    private static Decision Lapse(Loaded loaded)
    {
        var lapsed = loaded.Requests.Where(r => r.State == InformationState.Asked).ToList();
        return new Decision([.. lapsed.Select(r => new InformationLapsed(r.Id, [r.Department, r.Lead]))])
        {
            Changes = [.. lapsed.Select(r => Change.Put(InformationRequest.Documents, r with { State = InformationState.Lapsed }))],
        };
    }

    /// <summary>One working day before the meeting; where that is past already, the moment it begins.</summary>
    public static Deadline DueFor(Roster roster, string lead, Instant start, string zone, Instant now)
    {
        var local = start.InZone(DateTimeZoneProviders.Tzdb[zone]).LocalDateTime;
        var before = new Deadline(WorkingHours.Of(roster, lead).AddWorkingDays(local.Date, -1), null, zone);
        return before.Instant > now ? before : new Deadline(local.Date, local.TimeOfDay, zone);
    }

    private static IEnumerable<Notice> ToLiaisons(Roster roster, InformationRequest request, Func<Recipient, Notice> notice) =>
        roster.LiaisonsOf(request.Department).Select(o => notice(Recipient.Officer(o.Id)));
}
