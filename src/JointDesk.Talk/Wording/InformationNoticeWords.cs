using JointDesk.Cases;
using JointDesk.Information;
using JointDesk.Meetings;

namespace JointDesk.Talk.Wording;

/// <summary>Words for what the desk sends of case information.</summary>
internal static class InformationNoticeWords
{
    public static async ValueTask<Message?> RequestAsync(string id, string heading, NoticeScene scene, CancellationToken cancel)
    {
        if (await scene.Read.FindAsync(InformationRequest.Documents, id, cancel) is not { State: InformationState.Asked } request
            || await scene.MeetingAsync(request.Meeting, cancel) is not var (meeting, @case) || !meeting.IsOpen)
        {
            return null;
        }

        return scene.Card(InformationSheets.Request(request, meeting, @case, scene.Words, scene.Now, heading)) with { ReplaceKey = $"request/{id}" };
    }

    /// <summary>What is waited for at the moment it is sent; nothing where all came meanwhile.</summary>
    public static async ValueTask<Message?> NudgeAsync(NudgeNotice notice, NoticeScene scene, CancellationToken cancel)
    {
        if (await scene.MeetingAsync(notice.Meeting, cancel) is not var (meeting, @case) || meeting.State != MeetingState.Convened)
            return null;
        var asked = await scene.Read.FindAsync(InformationRequest.Documents, InformationRequest.IdOf(meeting.Id, notice.Department), cancel);
        var request = asked is { State: InformationState.Asked } ? asked : null;
        var unanswered = meeting.SeatOf(notice.Department) is { Response: SeatResponse.NeedsAction };
        return request is null && !unanswered ? null
            : scene.Card(InformationSheets.Nudge(meeting, @case, unanswered ? notice.Department : null, request, scene.Words, scene.Now));
    }

    public static async ValueTask<Message?> ContributionAsync(ContributionNotice notice, NoticeScene scene, CancellationToken cancel)
    {
        if (await scene.Read.ContributionAsync(notice.Contribution, cancel) is not { } contribution
            || contribution.Version != notice.Version || contribution.For(scene.Viewer) is not { } shown)
        {
            return null;
        }

        var @case = contribution.CaseNumber is { } number ? await scene.Read.FindAsync(Case.Kind, number, cancel) : null;
        var known = @case is not null && NeedToKnow.ShowAmong(@case, @case.Departments, scene.Viewer) is not null ? @case : null;
        return scene.Card(InformationSheets.Contribution(shown, known, scene.Words, scene.Now)) with { Discloses = contribution.Id };
    }

    /// <summary>That something came, not what.</summary>
    public static async ValueTask<Message?> SentAsync(string id, string key, NoticeScene scene, CancellationToken cancel)
    {
        if (await scene.Read.FindAsync(InformationRequest.Documents, id, cancel) is not { } request
            || await scene.MeetingAsync(request.Meeting, cancel) is not var (meeting, _))
        {
            return null;
        }

        var reason = request.Reason is { Length: > 0 } said ? scene.Words.Colon + said : "";
        return new Message(scene.Words.Say(key, ("department", scene.Words.Department(request.Department)), ("number", meeting.Number), ("reason", reason)));
    }
}
