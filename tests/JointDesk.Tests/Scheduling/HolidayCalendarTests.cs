using System.Text;
using JointDesk.Scheduling;
using NodaTime;

namespace JointDesk.Tests.Scheduling;

public class HolidayCalendarTests
{
    [Theory]
    [InlineData(2026, 10, 1, false)] // National Day, a Thursday
    [InlineData(2026, 10, 10, true)] // a Saturday worked for it (调休)
    [InlineData(2026, 9, 20, true)] // a Sunday worked for it
    [InlineData(2026, 10, 11, false)] // a plain Sunday
    [InlineData(2026, 11, 23, true)] // a plain Monday
    [InlineData(2024, 2, 4, true)] // a Sunday worked for the Spring Festival
    [InlineData(2025, 1, 28, false)] // New Year's Eve of the lunar calendar
    public void Knows_holidays_and_make_up_workdays(int year, int month, int day, bool works) =>
        Assert.Equal(works, HolidayCalendar.China.IsWorkingDay(new LocalDate(year, month, day)));

    [Fact]
    public void A_year_without_data_has_weekdays_and_says_so()
    {
        Assert.True(HolidayCalendar.China.HasData(2026));
        Assert.False(HolidayCalendar.China.HasData(2031));
        Assert.True(HolidayCalendar.China.IsWorkingDay(new LocalDate(2031, 10, 1)));
        Assert.False(HolidayCalendar.China.IsWorkingDay(new LocalDate(2031, 10, 4)));
    }

    [Fact]
    public void Reads_the_format_of_holiday_cn()
    {
        var calendar = HolidayCalendar.Read([File("""
            {"$schema":"x","year":2031,"papers":[],"days":[
              {"name":"国庆节","date":"2031-10-01","isOffDay":true},{"name":"国庆节","date":"2031-10-11","isOffDay":false}]}
            """)]);

        Assert.True(calendar.HasData(2031));
        Assert.False(calendar.IsWorkingDay(new LocalDate(2031, 10, 1)));
        Assert.True(calendar.IsWorkingDay(new LocalDate(2031, 10, 11)));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("""{"year":2031}""")]
    [InlineData("""{"year":2031,"days":[{"name":"x","date":"2031-10-01"}]}""")]
    [InlineData("""{"year":2031,"days":[{"name":"x","date":"2031-10-32","isOffDay":true}]}""")]
    public void A_file_that_is_no_holiday_file_is_refused(string text) =>
        Assert.Throws<InvalidDataException>(() => HolidayCalendar.Read([File(text)]));

    private static MemoryStream File(string text) => new(Encoding.UTF8.GetBytes(text));
}
