using NodaTime;

namespace JointDesk.Recognizers;

/// <summary>
/// Days and weekdays of the ISO calendar by the runtime's own <see cref="DateOnly"/>. NodaTime's make all calendars of the world first, a quarter of
/// what the first sentence of a new process costs.
/// </summary>
internal static class IsoDays
{
    public static IsoDayOfWeek Weekday(this LocalDate date) => Of(date).DayOfWeek is var day && day == System.DayOfWeek.Sunday ? IsoDayOfWeek.Sunday : (IsoDayOfWeek)day;

    /// <exception cref="ArgumentOutOfRangeException">The day lies outside the years 1 to 9999.</exception>
    public static LocalDate AddDays(this LocalDate date, int days)
    {
        var day = Of(date).AddDays(days);
        return new LocalDate(day.Year, day.Month, day.Day);
    }

    public static LocalDate AddWeeks(this LocalDate date, int weeks) => date.AddDays(7 * weeks);

    public static bool IsBefore(this LocalDate date, LocalDate other) => Of(date) < Of(other);

    public static LocalDateTime AddDays(this LocalDateTime moment, int days) => moment.Date.AddDays(days).At(moment.TimeOfDay);

    /// <summary>The moment so many minutes after the day's midnight; 1440 and more lie on a later day.</summary>
    public static LocalDateTime AtMinute(this LocalDate date, int minutes)
    {
        int day = (int)Math.Floor(minutes / 1440.0);
        return (day == 0 ? date : date.AddDays(day)).At(LocalTime.FromMinutesSinceMidnight(minutes - day * 1440));
    }

    private static DateOnly Of(LocalDate date) => new(date.Year, date.Month, date.Day);
}
