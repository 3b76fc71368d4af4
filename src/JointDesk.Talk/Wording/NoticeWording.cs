using JointDesk.Cases;
using JointDesk.Information;
using JointDesk.Meetings;
using JointDesk.People;
using NodaTime;

namespace JointDesk.Talk.Wording;

/// <inheritdoc cref="INoticeWording"/>
public sealed class NoticeWording(Desk desk, Texts texts) : INoticeWording
{
    public async ValueTask<Message?> WordAsync(Notice notice, Viewer viewer, string language, CancellationToken cancel = default)
    {
        var read = desk.Read();
        var words = new Words(texts, language, await read.RosterAsync(cancel));
        var scene = new NoticeScene(read, words, texts, viewer, desk.Clock.GetCurrentInstant());
        return notice switch
        {
            InvitationNotice n => await MeetingNoticeWords.InvitationAsync(n.Meeting, n.Department, n.Sequence, "convene.invitationHeading", scene, cancel),
            MovedNotice n => await MeetingNoticeWords.InvitationAsync(n.Meeting, n.Department, n.Sequence, "move.noticeHeading", scene, cancel),
            CancelledNotice n => await MeetingNoticeWords.CancelledAsync(n, scene, cancel),
            AnswerNotice n => await MeetingNoticeWords.AnswerAsync(n, scene, cancel),
            LedMeetingNotice n => await MeetingNoticeWords.LedAsync(n, scene, cancel),
            TimeProposedNotice n => await MeetingNoticeWords.ProposedAsync(n, scene, cancel),
            TimeKeptNotice n => await MeetingNoticeWords.InvitationAsync(n.Meeting, n.Department, n.Sequence, "propose.keptHeading", scene, cancel),
            MeetingEndedNotice n => await MeetingNoticeWords.EndedAsync(n, scene, cancel),
            ResolutionNotice n => await MeetingNoticeWords.ResolutionAsync(n, scene, cancel),
            MissingHolidaysNotice n => new Message(words.Say("shared.missingHolidays", ("year", n.Year))),
            UnreachableNotice n => new Message(words.Say("shared.unreachable", ("officer", words.Officer(n.Officer)))),
            InformationRequestNotice n => await InformationNoticeWords.RequestAsync(n.Request, "inform.requestHeading", scene, cancel),
            InformationDueMovedNotice n => await InformationNoticeWords.RequestAsync(n.Request, "inform.dueMovedHeading", scene, cancel),
            NudgeNotice n => await InformationNoticeWords.NudgeAsync(n, scene, cancel),
            ContributionNotice n => await InformationNoticeWords.ContributionAsync(n, scene, cancel),
            ContributionSentNotice n => await InformationNoticeWords.SentAsync(n.Request, "inform.sentNotice", scene, cancel),
            InformationDeclinedNotice n => await InformationNoticeWords.SentAsync(n.Request, "inform.declinedNotice", scene, cancel),
            _ => await AssignmentNoticeWords.WordAsync(notice, scene, cancel),
        };
    }
}

/// <summary>What a notice is worded with: who will read it, and now.</summary>
internal sealed record NoticeScene(DeskReader Read, Words Words, Texts Texts, Viewer Viewer, Instant Now)
{
    public Message Card(Sheet sheet) => Cards.Message(Texts, Words, sheet);

    /// <summary>The meeting, where the viewer sits in it or leads it.</summary>
    public async ValueTask<(Meeting Meeting, Case? Case)?> MeetingAsync(string id, CancellationToken cancel)
    {
        if (await Read.FindAsync(Meeting.Documents, id, cancel) is not { } meeting || meeting.For(Viewer) is null)
            return null;
        return (meeting, meeting.CaseNumber is { } number ? await Read.FindAsync(Case.Kind, number, cancel) : null);
    }
}
