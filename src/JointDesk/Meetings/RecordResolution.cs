namespace JointDesk.Meetings;

/// <summary>Writes down what the meeting agreed (议定事项); the departments that sit in it are told.</summary>
public sealed record RecordResolution(string Meeting, string Text) : Command
{
    public override IEnumerable<string?> Texts => [Text];

    public static ValueTask<OneMeeting> Load(RecordResolution command, Caller caller, DeskReader read, CancellationToken cancel) =>
        OneMeeting.LoadAsync(command.Meeting, read, cancel);

    public static Outcome Decide(OneMeeting loaded, RecordResolution command, Caller caller, Moment moment)
    {
        if (loaded.RefuseLead(command.Meeting, caller, out var officer, out var meeting) is { } refusal)
            return refusal;
        if (meeting.State == MeetingState.Cancelled || moment.Now < meeting.Start)
            return new MeetingNotOpen(meeting.Id, meeting.Number, meeting.State);
        if (string.IsNullOrWhiteSpace(command.Text))
            return new EmptyText();

        var resolution = new Resolution(meeting.Resolutions.Count + 1, command.Text.Trim(), officer.Id, moment.Now);
        return new Decision(new ResolutionRecorded(meeting.Id, [.. meeting.Departments], resolution.Number))
        {
            Changes = [Change.Put(Meetings.Meeting.Documents, meeting with { Resolutions = [.. meeting.Resolutions, resolution] })],
            Notices = [.. meeting.Seats.Select(s => new ResolutionNotice(meeting.Id, resolution.Number) { To = Recipient.Department(s.Department) })],
        };
    }
}
