using System.Globalization;
using JointDesk.Cases;
using JointDesk.Meetings;
using JointDesk.People;
using JointDesk.Scheduling;
using NodaTime;

namespace JointDesk.Talk.Wording;

/// <summary>Says things in one language: texts by key, and names, dates and labels as officers write them.</summary>
public sealed class Words(Texts texts, string language, Roster roster)
{
    private static readonly string[] Days = ["", "一", "二", "三", "四", "五", "六", "日"];
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    public string Language => language;

    public bool IsChinese => language == "zh";

    public Roster Roster => roster;

    public string Say(string key, params ReadOnlySpan<(string Name, object? Value)> values) => texts.Say(language, key, values);

    public string Department(string id) => roster.Department(id) is { } d ? (IsChinese ? d.ShortName : d.ShortNameEn) : id;

    public string Departments(IEnumerable<string> ids) => List(ids.Select(Department));

    public string Officer(string id) => roster.Officer(id) is { } o ? (IsChinese ? o.Name : o.NameEn) : id;

    public string Case(Case @case) => IsChinese ? @case.Title : @case.TitleEn;

    public string List(IEnumerable<string> items) => string.Join(IsChinese ? "、" : ", ", items);

    /// <summary>12月2日（周三） / Wed 2 Dec; with the year where it is not this year's.</summary>
    public string Day(LocalDate date, LocalDate today)
    {
        var year = date.Year != today.Year;
        return IsChinese
            ? string.Create(CultureInfo.InvariantCulture, $"{(year ? $"{date.Year}年" : "")}{date.Month}月{date.Day}日（周{Days[(int)date.DayOfWeek]}）")
            : date.ToString(year ? "ddd d MMM yyyy" : "ddd d MMM", British);
    }

    /// <summary>12月2日（周三）15:00–17:00（北京时间）.</summary>
    public string Span(Instant start, Duration length, string zone, Instant now)
    {
        var from = start.InZone(DateTimeZoneProviders.Tzdb[zone]).LocalDateTime;
        var to = (start + length).InZone(DateTimeZoneProviders.Tzdb[zone]).LocalDateTime;
        var today = now.InZone(DateTimeZoneProviders.Tzdb[zone]).Date;
        var end = to.Date == from.Date ? Clock(to.TimeOfDay) : $"{Day(to.Date, today)} {Clock(to.TimeOfDay)}";
        return $"{Day(from.Date, today)}{(IsChinese ? "" : ", ")}{Clock(from.TimeOfDay)}–{end}{Zone(zone)}";
    }

    /// <summary>A proposed time: its beginning where it is a very time, else the range in which the meeting should lie.</summary>
    public string Wanted(TimeRange wanted, Meeting meeting, Instant now) => wanted.Duration == meeting.Length
        ? Moment(wanted.Start, meeting.Zone, now)
        : Span(wanted.Start, wanted.Duration, meeting.Zone, now);

    /// <summary>12月2日（周三）15:00（北京时间）.</summary>
    public string Moment(Instant at, string zone, Instant now, bool nameZone = true)
    {
        var local = at.InZone(DateTimeZoneProviders.Tzdb[zone]).LocalDateTime;
        var today = now.InZone(DateTimeZoneProviders.Tzdb[zone]).Date;
        return $"{Day(local.Date, today)}{(IsChinese ? "" : ", ")}{Clock(local.TimeOfDay)}{(nameZone ? Zone(zone) : "")}";
    }

    /// <summary>A day alone where no hour was meant.</summary>
    public string Due(Deadline due, Instant now)
    {
        var today = now.InZone(DateTimeZoneProviders.Tzdb[due.Zone]).Date;
        return due.Time is { } time ? $"{Day(due.Date, today)}{(IsChinese ? "" : ", ")}{Clock(time)}" : Day(due.Date, today);
    }

    public string Length(Duration length)
    {
        var minutes = (long)length.TotalMinutes;
        var (hours, rest) = (minutes / 60, minutes % 60);
        return (hours, rest) switch
        {
            (0, _) => Say("shared.minutes", ("n", rest)),
            (_, 0) => Say("shared.hours", ("n", hours)),
            _ => Say("shared.hoursMinutes", ("h", hours), ("m", rest)),
        };
    }

    public string Label(Handling handling) => handling.Label switch
    {
        Tlp.Red => $"TLP:RED{Colon}{List(handling.Officers.Select(Officer))}",
        Tlp.AmberStrict => $"TLP:AMBER+STRICT{Colon}{Departments(handling.Departments)}",
        Tlp.Amber => Say("shared.tlpAmber"),
        Tlp.Green => Say("shared.tlpGreen"),
        _ => Say("shared.tlpClear"),
    };

    public string Colon => IsChinese ? "：" : ": ";

    private static string Clock(LocalTime time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    private string Zone(string zone) => zone is "Asia/Shanghai" or "PRC" or "Asia/Chongqing"
        ? Say("shared.beijingTime")
        : IsChinese ? $"（{zone}）" : $" ({zone})";
}
