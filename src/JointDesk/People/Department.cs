using NodaTime;

namespace JointDesk.People;

/// <summary>A body with a tier, one superior, liaisons, a home channel, working hours and a time zone (单位).</summary>
/// <param name="Superior">The department that gets what is escalated; null at the top.</param>
/// <param name="Zone">IANA id of the zone in which its working hours and deadlines are meant.</param>
/// <param name="Aliases">Nicknames besides what follows from the names; null or empty where there are none.</param>
public sealed record Department(
    string Id, string Name, string ShortName, string NameEn, string ShortNameEn, Tier Tier, string? Superior, bool DeskOffice,
    string Zone, LocalTime WorkStart, LocalTime WorkEnd, string? Email, IReadOnlyList<string>? Aliases = null)
{
    public static readonly DocumentKind<Department> Kind = new("department", d => d.Id, d => [new("all", d.Id)]);
}

/// <summary>省/市/县三级.</summary>
public enum Tier { Province, City, County }
