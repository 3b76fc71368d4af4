using System.Security.Cryptography;
using JointDesk.Calendaring;
using JointDesk.Cases;
using JointDesk.Invitations;
using JointDesk.Meetings;
using JointDesk.People;
using JointDesk.Server.Channels;
using JointDesk.Talk.Wording;
using Microsoft.Net.Http.Headers;
using NodaTime;

namespace JointDesk.Server.Feeds;

/// <summary><c>/calendar/{secret}.ics</c>: the meetings in which a department sits or which it leads, as one may subscribe to them.</summary>
internal static class FeedEndpoints
{
    /// <summary>Older meetings are no longer shown.</summary>
    private static readonly Duration Kept = Duration.FromDays(400);

    private static readonly Duration Refresh = Duration.FromHours(1);

    public static void MapFeeds(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapMethods("/calendar/{file}", [HttpMethods.Get, HttpMethods.Head], GetAsync).ExcludeFromDescription();

    private static async Task<IResult> GetAsync(
        string file, HttpContext context, CalendarFeeds feeds, Desk desk, Texts texts, Languages languages, Conversations conversations,
        CancellationToken cancel)
    {
        var secret = file.EndsWith(".ics", StringComparison.Ordinal) ? file[..^4] : "";
        var read = desk.Read();
        var roster = await read.RosterAsync(cancel);
        if (await feeds.OwnerAsync(secret, cancel) is not { } owner || await conversations.FindAsync(owner, cancel) is not { } conversation
            || DepartmentOf(owner, roster) is not { } department)
            return Problems.NotFound("There is no such calendar.");

        var words = new Words(texts, await languages.OfAsync(conversation, roster, cancel), roster);
        var (events, changed) = await EventsAsync(department, words, read, desk.Clock.GetCurrentInstant() - Kept, cancel);
        var name = $"{words.Department(department.Id)} · JointDesk";
        var bytes = FeedWriter.Feed(new FeedHeader(name, department.Zone, Refresh), events);
        context.Response.Headers.CacheControl = "private, max-age=300";
        return Results.File(
            bytes, "text/calendar; charset=utf-8", lastModified: changed?.ToDateTimeOffset(),
            entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 16))}\""));
    }

    private static Department? DepartmentOf(Recipient owner, Roster roster) => owner.Kind switch
    {
        RecipientKind.Officer => roster.Officer(owner.Id) is { } officer ? roster.Department(officer.Department) : null,
        RecipientKind.Department => roster.Department(owner.Id),
        _ => null,
    };

    /// <summary>The lead sees all attendees, everyone else itself; a cancelled meeting is shown as cancelled, so that calendars strike it out.</summary>
    private static async ValueTask<(IReadOnlyList<CalendarEvent> Events, Instant? Changed)> EventsAsync(
        Department department, Words words, DeskReader read, Instant from, CancellationToken cancel)
    {
        var meetings = await read.ListAsync(
            Meeting.Documents, "department", Meeting.DepartmentKey(department.Id, from), Meeting.DepartmentKey(department.Id, Instant.FromUtc(9000, 1, 1, 0, 0)),
            cancel);
        var events = new List<CalendarEvent>();
        foreach (var meeting in meetings.Where(m => m.State is not (MeetingState.Draft or MeetingState.Negotiating)))
        {
            var @case = meeting.CaseNumber is { } number ? await read.FindAsync(Case.Kind, number, cancel) : null;
            events.Add(CalendarEvents.Of(meeting, @case, words, meeting.Lead == department.Id ? null : department.Id));
        }
        return (events, meetings.Count == 0 ? null : meetings.Max(ChangedAt));
    }

    /// <summary>An answer changes what is shown, and not the meeting's own stamp.</summary>
    private static Instant ChangedAt(Meeting meeting) => meeting.Seats.Select(s => s.RespondedAt ?? meeting.Stamp).Append(meeting.Stamp).Max();
}
