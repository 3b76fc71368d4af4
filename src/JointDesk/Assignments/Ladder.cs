using JointDesk.Meetings;
using JointDesk.People;
using JointDesk.Scheduling;
using NodaTime;

namespace JointDesk.Assignments;

/// <summary>When which round is. A round is named by its working days from the day the task is due: -3, -1, 0, 1, 3, 5.</summary>
internal sealed record Ladder(LadderOptions Options, WorkingTime Working)
{
    public static Ladder Of(string owner, Roster roster, LadderOptions options) => new(options, WorkingHours.Of(roster, owner));

    public static string AlarmId(string assignment) => $"assignment/{assignment}";

    /// <summary>The last round whose time has come.</summary>
    public int? Passed(Deadline due, Instant now) => Options.Rounds.Where(r => TimeOf(r, due) <= now).Select(r => (int?)r).LastOrDefault();

    /// <summary>From the day it is due to today: overdue by so many working days, or, negative, so many left.</summary>
    public int DaysOver(Deadline due, Instant now) => Working.WorkingDaysBetween(DayOf(due), Working.DateAt(now));

    /// <summary>
    /// The alarm of the next round, or null after the last one. A round that has passed meanwhile waits for the next working morning, as
    /// what a task missed while it lay with the assigner must not fall on the owner the minute it comes back.
    /// </summary>
    public Alarm? Next(Assignment assignment, Instant now)
    {
        var ahead = Options.Rounds.Where(r => assignment.Round is not { } last || r > last).ToList();
        if (ahead is [])
            return null;
        var at = TimeOf(ahead[0], assignment.Due);
        return AlarmAt(at > now ? at : NextMorning(now), assignment.Id);
    }

    public static Alarm AlarmAt(Instant at, string assignment) => new(AlarmId(assignment), at, new RemindAssignee(assignment));

    public Instant NextMorning(Instant now) => Working.NextMorning(now, Options.Morning);

    /// <summary>A round on a day off waits for the next working morning, where one with a higher number may take it in.</summary>
    private Instant TimeOf(int round, Deadline due) =>
        Working.MorningOf(Working.WorkingDayFrom(Working.AddWorkingDays(DayOf(due), round)), Options.Morning);

    private LocalDate DayOf(Deadline due) => Working.DateAt(due.Instant);
}
