using JointDesk.People;
using JointDesk.Scheduling;
using NodaTime;

namespace JointDesk.Meetings;

/// <summary>A department's working time: its own hours and zone, the country's holidays.</summary>
public static class WorkingHours
{
    public static WorkingTime Of(Department department) =>
        new(HolidayCalendar.China, DateTimeZoneProviders.Tzdb[department.Zone], department.WorkStart, department.WorkEnd);

    public static WorkingTime Of(Roster roster, string department) =>
        Of(roster.Department(department) ?? throw new InvalidOperationException($"No department {department}."));
}
