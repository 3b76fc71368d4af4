using NodaTime;

namespace JointDesk.Meetings;

/// <summary>Sent by an alarm when a meeting begins and again when it ends.</summary>
public sealed record AdvanceMeeting(string Meeting) : Command
{
    public static Alarm AlarmAt(Instant at, Meeting meeting) => new(AlarmId(meeting.Id), at, new AdvanceMeeting(meeting.Id));

    public static string AlarmId(string meeting) => $"meeting/{meeting}";

    public static async ValueTask<Meeting?> Load(AdvanceMeeting command, Caller caller, DeskReader read, CancellationToken cancel) =>
        await read.FindAsync(Meetings.Meeting.Documents, command.Meeting, cancel);

    public static Outcome Decide(Meeting? meeting, AdvanceMeeting command, Caller caller, Moment moment)
    {
        if (meeting is null || !meeting.IsOpen)
            return Decision.Nothing;

        // Rung too early, by a clock that was set back or a claim ahead of time: it rings again when it is time.
        if (moment.Now < meeting.Start)
            return Decision.Nothing with { Alarms = [AlarmAt(meeting.Start, meeting)] };
        if (moment.Now >= meeting.End)
        {
            return new Decision(new MeetingEnded(meeting.Id, [.. meeting.Departments]))
            {
                Changes = [Change.Put(Meetings.Meeting.Documents, meeting with { State = MeetingState.Concluded })],
                Notices = [new MeetingEndedNotice(meeting.Id) { To = Recipient.Officer(meeting.Convener) }],
            };
        }

        if (meeting.State == MeetingState.InSession)
            return Decision.Nothing with { Alarms = [AlarmAt(meeting.End, meeting)] };
        return new Decision(new MeetingBegan(meeting.Id, [.. meeting.Departments]))
        {
            Changes = [Change.Put(Meetings.Meeting.Documents, meeting with { State = MeetingState.InSession })],
            Alarms = [AlarmAt(meeting.End, meeting)],
        };
    }
}
