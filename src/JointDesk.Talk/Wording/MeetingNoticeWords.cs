using JointDesk.Meetings;

namespace JointDesk.Talk.Wording;

/// <summary>Words for what the desk sends of a meeting.</summary>
internal static class MeetingNoticeWords
{
    /// <summary>Nothing where a later notice tells of a later state already.</summary>
    public static async ValueTask<Message?> InvitationAsync(
        string id, string department, int sequence, string heading, NoticeScene scene, CancellationToken cancel)
    {
        if (await scene.MeetingAsync(id, cancel) is not var (meeting, @case) || meeting.Sequence != sequence || !meeting.IsOpen)
            return null;
        var message = scene.Card(MeetingSheets.Invitation(meeting, @case, department, scene.Words, scene.Now, heading));
        return message with { Calendar = CalendarEvents.FileOf(meeting, @case, scene.Words, department), ReplaceKey = $"invitation/{id}/{department}" };
    }

    public static async ValueTask<Message?> CancelledAsync(CancelledNotice notice, NoticeScene scene, CancellationToken cancel)
    {
        if (await scene.MeetingAsync(notice.Meeting, cancel) is not var (meeting, @case))
            return null;
        var message = scene.Card(MeetingSheets.Invitation(meeting, @case, notice.Department, scene.Words, scene.Now, "cancel.noticeHeading"));
        return message with
        {
            Calendar = CalendarEvents.FileOf(meeting, @case, scene.Words, notice.Department),
            ReplaceKey = $"invitation/{notice.Meeting}/{notice.Department}",
        };
    }

    /// <summary>The meeting as it stands now; nothing where a later notice tells of a later state.</summary>
    public static async ValueTask<Message?> LedAsync(LedMeetingNotice notice, NoticeScene scene, CancellationToken cancel)
    {
        if (await scene.MeetingAsync(notice.Meeting, cancel) is not var (meeting, @case) || meeting.Sequence != notice.Sequence)
            return null;
        var heading = meeting.State == MeetingState.Cancelled ? "convene.ledCancelled" : notice.Enlarged ? "invite.ledHeading" : meeting.Sequence > 0 ? "convene.ledMoved" : "convene.ledConvened";
        var message = scene.Card(MeetingSheets.Answers(meeting, @case, scene.Words, scene.Now) with { Heading = scene.Words.Say(heading, ("number", meeting.Number)) });
        return message with { Calendar = CalendarEvents.FileOf(meeting, @case, scene.Words, null) };
    }

    public static async ValueTask<Message?> AnswerAsync(AnswerNotice notice, NoticeScene scene, CancellationToken cancel)
    {
        if (await scene.MeetingAsync(notice.Meeting, cancel) is not var (meeting, @case))
            return null;
        var said = scene.Words.Say(
            "answer.notice", ("department", scene.Words.Department(notice.Department)), ("answer", scene.Words.Say($"answer.state.{notice.Response}")));
        var sheet = MeetingSheets.Answers(meeting, @case, scene.Words, scene.Now);
        return scene.Card(sheet with { Notes = [said, .. sheet.Notes] }) with { ReplaceKey = $"answers/{meeting.Id}" };
    }

    /// <summary>With the times of what was proposed that suit all, each a button; nothing where the meeting has moved meanwhile.</summary>
    public static async ValueTask<Message?> ProposedAsync(TimeProposedNotice notice, NoticeScene scene, CancellationToken cancel)
    {
        if (await scene.MeetingAsync(notice.Meeting, cancel) is not var (meeting, @case) || meeting.Sequence != notice.Sequence
            || meeting.SeatOf(notice.Department)?.Proposed is not { } wanted)
        {
            return null;
        }

        var answer = await PreviewMeeting.AskAsync(
            scene.Read, meeting.Lead, [.. meeting.RequiredSeats], [], wanted, meeting.Length, scene.Now, meeting.Id, cancel);
        return scene.Card(MeetingSheets.Proposal(meeting, @case, notice.Department, wanted, answer, scene.Words, scene.Now));
    }

    public static async ValueTask<Message?> EndedAsync(MeetingEndedNotice notice, NoticeScene scene, CancellationToken cancel) =>
        await scene.MeetingAsync(notice.Meeting, cancel) is var (meeting, @case)
            ? new Message(scene.Words.Say("resolve.meetingEnded", ("number", meeting.Number), ("title", MeetingSheets.TitleOf(meeting, @case, scene.Words))))
            : null;

    public static async ValueTask<Message?> ResolutionAsync(ResolutionNotice notice, NoticeScene scene, CancellationToken cancel)
    {
        if (await scene.MeetingAsync(notice.Meeting, cancel) is not var (meeting, _)
            || meeting.Resolutions.FirstOrDefault(r => r.Number == notice.Number) is not { } resolution)
        {
            return null;
        }

        return new Message(scene.Words.Say("resolve.notice", ("number", meeting.Number), ("n", resolution.Number), ("text", resolution.Text)));
    }
}
