using JointDesk.Scheduling;
using NodaTime;

namespace JointDesk.Tests.Scheduling;

/// <summary>The demo desk's working time, and short ways to write its moments.</summary>
internal static class Beijing
{
    public static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];

    public static readonly WorkingTime Working = new(HolidayCalendar.China, Zone, new LocalTime(8, 30), new LocalTime(17, 30));

    /// <summary>A moment of 2026.</summary>
    public static Instant At(int month, int day, int hour = 0, int minute = 0) =>
        new LocalDateTime(2026, month, day, hour, minute).InZoneStrictly(Zone).ToInstant();

    public static LocalDate Day(int month, int day) => new(2026, month, day);
}
