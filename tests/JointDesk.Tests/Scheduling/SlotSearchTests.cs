using CsCheck;
using JointDesk.Scheduling;
using NodaTime;
using static JointDesk.Tests.Scheduling.Beijing;

namespace JointDesk.Tests.Scheduling;

public class SlotSearchTests
{
    private static readonly Duration TwoHours = Duration.FromHours(2);
    private static readonly Instant Now = At(11, 23, 9, 5);

    [Fact]
    public void A_free_time_has_its_neighbours_as_alternatives()
    {
        var answer = Find(At(12, 2, 15), []);

        Assert.True(answer is { IsFree: true, IsWorkingTime: true, BusyThen: [] });
        Assert.Equal([At(12, 2, 14), At(12, 2, 14, 30), At(12, 2, 15, 30)], answer.Nearest);
    }

    [Fact]
    public void Says_who_is_busy_and_finds_times_around_it()
    {
        var answer = Find(At(12, 2, 15), [Busy("lj-econ", At(12, 2, 14), At(12, 2, 16)), Busy("lj-legal", At(12, 2, 16, 30), At(12, 2, 18))]);

        Assert.False(answer.IsFree);
        Assert.Equal(["lj-econ", "lj-legal"], answer.BusyThen);
        Assert.Equal([At(12, 2, 11), At(12, 2, 11, 30), At(12, 2, 12)], answer.Nearest);
    }

    [Fact]
    public void A_department_that_need_not_come_does_not_block()
    {
        var answer = Find(At(12, 2, 15), [Busy("lj-legal", At(12, 2, 8), At(12, 2, 18))]);

        Assert.True(answer.IsFree);
        Assert.Equal(["lj-legal"], answer.BusyThen);
        Assert.Contains(At(12, 2, 15, 30), answer.Nearest);
    }

    [Fact]
    public void Someone_who_leaves_when_the_meeting_begins_is_free() =>
        Assert.True(Find(At(12, 2, 15), [Busy("lj-econ", At(12, 2, 13), At(12, 2, 15)), Busy("lj-exit", At(12, 2, 17), At(12, 2, 18))]).IsFree);

    [Fact]
    public void A_wish_for_a_morning_gets_times_within_it() // "能改到周四上午吗"
    {
        var question = Question(new TimeRange(At(12, 3, 9), At(12, 3, 12)), []);

        Assert.Equal([At(12, 3, 9), At(12, 3, 9, 30), At(12, 3, 10)], SlotSearch.Find(question, Working, Now).Nearest);
    }

    [Fact]
    public void A_holiday_is_answered_with_the_working_days_around_it()
    {
        var answer = SlotSearch.Find(Question(TimeRange.Of(At(10, 5, 15), TwoHours), []), Working, At(9, 1, 9));

        Assert.False(answer.IsWorkingTime);
        Assert.Equal([At(10, 8, 8, 30), At(10, 8, 9), At(10, 8, 9, 30)], answer.Nearest);
    }

    [Fact]
    public void A_wanted_time_in_the_past_is_answered_from_now_on() =>
        Assert.Equal([At(11, 23, 9, 30), At(11, 23, 10), At(11, 23, 10, 30)], Find(At(11, 20, 15), []).Nearest);

    [Fact]
    public void Someone_always_busy_ends_the_search() =>
        Assert.Empty(Find(At(12, 2, 15), [Busy("lj-econ", At(1, 1), At(12, 31))]).Nearest);

    [Fact]
    public void A_meeting_longer_than_a_day_fits_nowhere() =>
        Assert.Empty(SlotSearch.Find(Question(TimeRange.Of(At(12, 2, 9), Duration.FromHours(10)), [], Duration.FromHours(10)), Working, Now).Nearest);

    [Fact]
    public void A_grid_of_nothing_is_a_bug() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new SlotOptions { Grid = Duration.Zero });

    /// <summary>Against the plain definition: every half hour of the weeks around, those that suit, the nearest three.</summary>
    [Fact]
    public void Finds_what_trying_every_half_hour_finds() =>
        Gen.Select(HalfHours, Gen.Int[1, 8], HalfHours, Gen.Select(Gen.OneOfConst("lj-econ", "lj-exit", "lj-legal"), HalfHours, Gen.Int[1, 40]).Array[0, 25])
            .Sample((wanted, length, now, busy) =>
            {
                var range = TimeRange.Of(wanted, Duration.FromMinutes(30 * length));
                var times = busy.Select(b => new BusyTime(b.Item1, TimeRange.Of(b.Item2, Duration.FromMinutes(30 * b.Item3)))).ToList();
                var answer = SlotSearch.Find(Question(range, times, range.Duration), Working, now);

                var suits = Enumerable.Range(-48 * 40, 48 * 90).Select(n => At(11, 15) + Duration.FromMinutes(30 * n))
                    .Where(start => start >= now && start != wanted)
                    .Select(start => TimeRange.Of(start, range.Duration))
                    .Where(slot => Working.Contains(slot) && !times.Exists(t => t.Department != "lj-legal" && t.Range.Overlaps(slot)))
                    .OrderBy(slot => Duration.Max(slot.Start - wanted, wanted - slot.Start)).ThenBy(slot => slot.Start).Take(3);

                Assert.Equal(suits.Select(s => s.Start).Order(), answer.Nearest);
                Assert.Equal(times.Exists(t => t.Department != "lj-legal" && t.Range.Overlaps(range)), !answer.IsFree);
            }, iter: 200);

    private static readonly Gen<Instant> HalfHours = Gen.Int[0, 48 * 12].Select(n => At(11, 15) + Duration.FromMinutes(30 * n));

    private static SlotAnswer Find(Instant wanted, IReadOnlyList<BusyTime> busy) =>
        SlotSearch.Find(Question(TimeRange.Of(wanted, TwoHours), busy), Working, Now);

    private static SlotQuestion Question(TimeRange wanted, IReadOnlyList<BusyTime> busy, Duration? duration = null) =>
        new(wanted, duration ?? TwoHours, ["lj-econ", "lj-exit"], busy);

    private static BusyTime Busy(string department, Instant from, Instant to) => new(department, new TimeRange(from, to));
}
