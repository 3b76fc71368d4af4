using JointDesk.Cases;
using JointDesk.Meetings;
using NodaTime;

namespace JointDesk.Server.Api;

/// <summary>Meetings, for those who sit in them, lead them or convened them.</summary>
internal static class MeetingReads
{
    public static async Task<IResult> ListAsync(ApiCaller caller, HttpRequest request, CancellationToken cancel)
    {
        var own = await caller.Read.ListAsync(
            Meeting.Documents, "department", Meeting.DepartmentKey(caller.Officer.Department, Instant.FromUtc(1970, 1, 1, 0, 0)),
            Meeting.DepartmentKey(caller.Officer.Department, Instant.FromUtc(9000, 1, 1, 0, 0)), cancel);
        // The desk office convenes for others: those meetings it knows as well.
        var convened = !caller.IsDeskOffice ? [] : await caller.Read.ListByPrefixAsync(Meeting.Documents, "number", "", cancel);
        var all = own.Concat(convened.Where(m => m.Convener == caller.Officer.Id)).DistinctBy(m => m.Id);
        return await Paging.PageAsync(request, all, m => m.Number, m => ShowAsync(m, caller, cancel));
    }

    public static async Task<IResult> OneAsync(string id, ApiCaller caller, CancellationToken cancel) =>
        id.Length <= 64 && await caller.Read.FindAsync(Meeting.Documents, id, cancel) is { } meeting && await ShowAsync(meeting, caller, cancel) is { } shown
            ? Results.Json(shown)
            : Problems.NotFound("There is no such meeting.");

    /// <summary>Those who know of the meeting: lead, seats, and whoever convened it.</summary>
    public static Visible<Meeting>? For(Meeting meeting, ApiCaller caller) => NeedToKnow.ShowAmong(
        meeting, meeting.Convener == caller.Officer.Id && caller.IsDeskOffice ? meeting.Departments.Append(caller.Officer.Department) : meeting.Departments, caller.Viewer);

    private static async ValueTask<ApiMeeting?> ShowAsync(Meeting meeting, ApiCaller caller, CancellationToken cancel)
    {
        if (For(meeting, caller) is not { Value: var m })
            return null;
        var @case = m.CaseNumber is { } number ? await caller.Read.FindAsync(Case.Kind, number, cancel) : null;
        return new ApiMeeting(
            m.Id, m.Uid, m.Number, m.Title ?? @case?.Title, Names.Of(m.Kind), Names.Of(m.State), m.CaseNumber, m.Lead, m.Convener,
            m.Start.ToText(m.Zone), m.End.ToText(m.Zone), m.Zone, null, m.Location, m.Sequence,
            [.. m.Seats.Select(s => new ApiParticipant(
                s.Department, s.Required, Names.Of(s.Response), s.RespondedBy, s.RespondedAt?.ToText(m.Zone),
                caller.Officer.Department == m.Lead || caller.Officer.Department == s.Department ? s.Reason : null))],
            [.. m.Agenda.Select(a => new ApiAgendaItem(a.Text, a.ProposedBy))], m.Quorum,
            [.. m.Resolutions.Select(r => new ApiResolution(r.Number, r.Text, r.RecordedBy, r.At.ToText(m.Zone)))]);
    }
}
