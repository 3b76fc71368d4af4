namespace JointDesk.Meetings;

/// <summary>More departments are invited to a meeting that was convened: each gets a REQUEST with the present SEQUENCE (RFC 5546 §3.2.2.3); those who sit in it keep their answers.</summary>
public sealed record InviteDepartments(string Meeting, IReadOnlyList<string> Required, IReadOnlyList<string> Optional) : Command
{
    public static ValueTask<OneMeeting> Load(InviteDepartments command, Caller caller, DeskReader read, CancellationToken cancel) =>
        OneMeeting.LoadAsync(command.Meeting, read, cancel);

    public static Outcome Decide(OneMeeting loaded, InviteDepartments command, Caller caller, Moment moment)
    {
        if (loaded.RefuseLead(command.Meeting, caller, out var officer, out var meeting) is { } refusal)
            return refusal;
        if (meeting.State != MeetingState.Convened)
            return new MeetingNotOpen(meeting.Id, meeting.Number, meeting.State);
        if (command.Required.Concat(command.Optional).FirstOrDefault(d => loaded.Roster.Department(d) is null) is { } unknown)
            return new UnknownDepartment(unknown);
        Seat[] added =
        [
            .. command.Required.Select(d => new Seat(d, true)).Concat(command.Optional.Select(d => new Seat(d, false)))
                .Where(s => !meeting.Departments.Contains(s.Department)).DistinctBy(s => s.Department),
        ];
        if (added.Length == 0)
            return new InvitedAlready(meeting.Number);

        var grown = meeting with { Seats = [.. meeting.Seats, .. added], Stamp = moment.Now };
        return new Decision(new DepartmentsInvited(meeting.Id, [.. grown.Departments], [.. added.Select(s => s.Department)]))
        {
            Changes = [Change.Put(Meetings.Meeting.Documents, grown)],
            Notices =
            [
                .. from seat in added
                   from to in Recipients.OfDepartment(loaded.Roster, seat.Department)
                   select new InvitationNotice(meeting.Id, seat.Department, grown.Sequence) { To = to },
                .. Recipients.OfLead(loaded.Roster, grown, officer.Id, enlarged: true),
            ],
        };
    }
}
