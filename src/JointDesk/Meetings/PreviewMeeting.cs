using JointDesk.People;
using JointDesk.Scheduling;
using NodaTime;

namespace JointDesk.Meetings;

/// <summary>What is known of everyone's time before a meeting is convened or moved: who is busy then, and what would suit all.</summary>
public static class PreviewMeeting
{
    private static readonly Duration Around = Duration.FromDays(40);

    /// <param name="except">The meeting that is to be moved: it does not stand in its own way.</param>
    public static async ValueTask<SlotAnswer> AskAsync(
        DeskReader read, string lead, IReadOnlyList<string> required, IReadOnlyList<string> optional, TimeRange wanted, Duration length,
        Instant now, string? except = null, CancellationToken cancel = default)
    {
        var roster = await read.RosterAsync(cancel);
        var busy = new List<BusyTime>();
        foreach (var department in required.Concat(optional).Append(lead).Distinct())
        {
            var meetings = await read.ListAsync(
                Meeting.Documents, "department", Meeting.DepartmentKey(department, wanted.Start - Around),
                Meeting.DepartmentKey(department, wanted.End + Around), cancel);
            busy.AddRange(meetings
                .Where(m => m.IsOpen && m.Id != except && m.SeatOf(department)?.Response != SeatResponse.Declined)
                .Select(m => new BusyTime(department, new TimeRange(m.Start, m.End))));
        }

        return SlotSearch.Find(new SlotQuestion(wanted, length, [lead, .. required], busy), WorkingHours.Of(roster, lead), now);
    }
}
