using CsCheck;
using JointDesk.Scheduling;
using NodaTime;
using static JointDesk.Tests.Scheduling.Beijing;

namespace JointDesk.Tests.Scheduling;

public class WorkingTimeTests
{
    private static readonly Gen<LocalDate> Dates = Gen.Int[0, 1200].Select(n => new LocalDate(2024, 1, 1).PlusDays(n));

    private static readonly Gen<Instant> Instants =
        Gen.Select(Dates, Gen.Int[0, (24 * 60) - 1]).Select((d, m) => d.AtMidnight().PlusMinutes(m).InZoneLeniently(Zone).ToInstant());

    [Theory]
    [InlineData(12, 11, -3, 12, 8)] // the ladder of the story
    [InlineData(12, 11, -1, 12, 10)]
    [InlineData(12, 16, 3, 12, 21)] // over a weekend
    [InlineData(9, 30, 1, 10, 8)] // over National Day
    [InlineData(10, 9, 1, 10, 10)] // to a Saturday that is worked
    [InlineData(11, 29, 1, 11, 30)] // from a Sunday on
    [InlineData(11, 29, -1, 11, 27)] // and back
    [InlineData(11, 29, 0, 11, 29)]
    public void Adds_working_days(int month, int day, int n, int toMonth, int toDay) =>
        Assert.Equal(Day(toMonth, toDay), Working.AddWorkingDays(Day(month, day), n));

    [Theory]
    [InlineData(11, 23, 8, 29, false)]
    [InlineData(11, 23, 8, 30, true)]
    [InlineData(11, 23, 17, 29, true)]
    [InlineData(11, 23, 17, 30, false)]
    [InlineData(11, 22, 10, 0, false)] // Sunday
    [InlineData(10, 1, 10, 0, false)] // holiday
    [InlineData(10, 10, 10, 0, true)] // Saturday, worked
    public void Knows_when_people_are_at_work(int month, int day, int hour, int minute, bool works)
    {
        Assert.Equal(works, Working.IsWorkingTime(At(month, day, hour, minute)));
        Assert.Equal(!works, Working.IsQuiet(At(month, day, hour, minute)));
    }

    [Theory]
    [InlineData(11, 23, 8, 0, 11, 23)]
    [InlineData(11, 23, 9, 0, 11, 23)] // the very moment
    [InlineData(11, 23, 9, 1, 11, 24)]
    [InlineData(11, 27, 20, 0, 11, 30)] // Friday evening
    [InlineData(9, 30, 18, 0, 10, 8)] // before National Day
    [InlineData(10, 9, 18, 0, 10, 10)]
    public void Waits_for_the_next_working_morning(int month, int day, int hour, int minute, int toMonth, int toDay) =>
        Assert.Equal(At(toMonth, toDay, 9), Working.NextMorning(At(month, day, hour, minute)));

    [Fact]
    public void A_morning_before_work_begins_waits_for_the_start_of_work()
    {
        var late = new WorkingTime(HolidayCalendar.China, Zone, new LocalTime(9, 30), new LocalTime(18, 30));

        Assert.Equal(At(11, 23, 9, 30), late.NextMorning(At(11, 23, 9)));
        Assert.Equal(At(11, 24, 9, 30), late.NextMorning(At(11, 23, 9, 31)));
    }

    [Theory]
    [InlineData(9, 11, true)]
    [InlineData(16, 17, true)]
    [InlineData(17, 18, false)]
    [InlineData(8, 10, false)]
    public void A_meeting_must_lie_inside_working_hours(int from, int to, bool inside) =>
        Assert.Equal(inside, Working.Contains(new TimeRange(At(11, 23, from), At(11, 23, to))));

    [Fact]
    public void A_meeting_over_night_lies_in_no_working_day() =>
        Assert.False(Working.Contains(new TimeRange(At(11, 23, 16), At(11, 24, 10))));

    [Fact]
    public void The_day_must_end_after_it_starts() =>
        Assert.Throws<ArgumentException>(() => new WorkingTime(HolidayCalendar.China, Zone, new LocalTime(9, 0), new LocalTime(9, 0)));

    [Fact]
    public void Days_between_is_what_was_added() =>
        Gen.Select(Dates, Gen.Int[-40, 40]).Sample((date, n) =>
        {
            var there = Working.AddWorkingDays(date, n);
            Assert.Equal(n, Working.WorkingDaysBetween(date, there));
            Assert.True(n == 0 || Working.IsWorkingDay(there));
        });

    [Fact]
    public void The_next_morning_is_the_first_one_and_never_quiet() =>
        Instants.Sample(from =>
        {
            var morning = Working.NextMorning(from);
            Assert.True(morning >= from && Working.IsWorkingTime(morning));
            Assert.Equal(morning, Working.NextMorning(morning));
            for (var date = Working.DateAt(from); date < Working.DateAt(morning); date = date.PlusDays(1))
                Assert.True(!Working.IsWorkingDay(date) || Working.MorningOf(date) < from);
        });
}
