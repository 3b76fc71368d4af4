using JointDesk.Cases;
using JointDesk.People;
using NodaTime;

namespace JointDesk.Meetings;

/// <summary>The lead department calls the others together. Numbers and invites; other rooms follow <see cref="MeetingConvened"/>.</summary>
/// <param name="Lead">Null: the case's lead, or the convener's own department where there is no case.</param>
/// <param name="Required">必到.</param>
/// <param name="Optional">列席.</param>
public sealed record ConveneMeeting(
    string? CaseNumber, string? Title, MeetingKind Kind, string? Lead, IReadOnlyList<string> Required, IReadOnlyList<string> Optional,
    Instant Start, Duration Length, string Zone, string? Location) : Command
{
    public override IEnumerable<string?> Texts => [Title, Location];

    internal static readonly Duration Longest = Duration.FromHours(12);

    public sealed record Loaded(Roster Roster, Case? Case, MeetingCounter? Counter);

    public static async ValueTask<Loaded> Load(ConveneMeeting command, Caller caller, DeskReader read, CancellationToken cancel) => new(
        await read.RosterAsync(cancel),
        command.CaseNumber is { } number ? await read.FindAsync(Case.Kind, number, cancel) : null,
        await read.FindAsync(MeetingCounter.Documents, YearOf(command), cancel));

    public static Outcome Decide(Loaded loaded, ConveneMeeting command, Caller caller, Moment moment)
    {
        if (loaded.Roster.Officer(caller.Id) is not { } officer)
            return new UnknownOfficer(caller.Id);
        if (command.CaseNumber is { } asked && (loaded.Case is not { } found || !MaySeeCase(found, officer, loaded.Roster)))
            return new UnknownCase(asked);

        var lead = command.Lead ?? loaded.Case?.Lead ?? officer.Department;
        if (!Authority.MayLead(officer, lead, loaded.Roster))
            return new MayNotConvene(lead);

        Seat[] seats =
        [
            .. command.Required.Distinct().Where(d => d != lead).Select(d => new Seat(d, true)),
            .. command.Optional.Distinct().Where(d => d != lead && !command.Required.Contains(d)).Select(d => new Seat(d, false)),
        ];
        if (Refuse(command, seats, loaded.Roster, moment.Now) is { } refusal)
            return refusal;

        var year = YearOf(command);
        var count = (loaded.Counter?.Last ?? 0) + 1;
        var id = moment.NewId();
        var meeting = new Meeting(
            id, $"{id}@jointdesk", $"{year}-{count:D3}", command.Kind, command.CaseNumber, command.Title, lead, officer.Id, command.Start,
            command.Length, command.Zone, command.Location, seats, MeetingState.Convened, 0, moment.Now);

        return new Decision(new MeetingConvened(id, [.. meeting.Departments], meeting.Start, 0))
        {
            Changes = [Change.Put(Meeting.Documents, meeting), Change.Put(MeetingCounter.Documents, new MeetingCounter(year, count))],
            Notices =
            [
                .. from seat in seats
                   from to in Recipients.OfDepartment(loaded.Roster, seat.Department)
                   select new InvitationNotice(id, seat.Department, 0) { To = to },
                .. Recipients.OfLead(loaded.Roster, meeting, officer.Id),
            ],
            Alarms = [AdvanceMeeting.AlarmAt(meeting.Start, meeting)],
        };
    }

    private static Refusal? Refuse(ConveneMeeting command, IReadOnlyList<Seat> seats, Roster roster, Instant now) =>
        seats.FirstOrDefault(s => roster.Department(s.Department) is null) is { } unknown ? new UnknownDepartment(unknown.Department)
        : seats.Count == 0 ? new OneDepartmentOnly()
        : command.Length <= Duration.Zero ? new EndBeforeStart()
        : command.Length > Longest ? new TooLong()
        : command.Start <= now ? new TimeInThePast(command.Start, command.Zone)
        : null;

    /// <summary>A case is known to its departments and to the desk office; to others it does not exist.</summary>
    private static bool MaySeeCase(Case @case, Officer officer, Roster roster) =>
        @case.Departments.Contains(officer.Department) || roster.DeskOffice?.Id == officer.Department;

    private static string YearOf(ConveneMeeting command) =>
        command.Start.InZone(DateTimeZoneProviders.Tzdb[command.Zone]).Year.ToString("D4", System.Globalization.CultureInfo.InvariantCulture);
}
