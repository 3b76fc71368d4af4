using System.Globalization;
using JointDesk.Recognizers.Scanning;
using NodaTime;

namespace JointDesk.Recognizers.Grammar;

internal sealed partial class Composer
{
    /// <summary>The points, ranges, lengths and series one by one, before anything is made of them.</summary>
    public IReadOnlyList<TimeExpression> Expressions(TimeContext timeContext)
    {
        context = timeContext;
        today = timeContext.Now.Date;
        count = 0;
        Gather();
        Ranges();
        List<TimeExpression> found = [];
        for (int i = 0; i < count; i++)
        {
            if (nodes[i].Kind == NodeKind.Role || Values(i) is not { } said)
            {
                continue;
            }

            int first = atoms[nodes[i].First].First;
            int last = atoms[nodes[i].Last].Last;
            (string type, var values) = said;
            if (type == "duration" && i + 1 < count && IsRole(i + 1, Role.Before) && !Latin(i + 1) && !IsRole(i - 1, Role.Before))
            {
                (type, values) = Past(atoms[nodes[i].First]);
                last = atoms[nodes[i + 1].Last].Last;
            }
            else if (Bounded(i, ref first, ref last, ref type, values) is { } bounded)
            {
                values = bounded;
            }
            else if (IsRole(i - 1, Role.From) || IsRole(i - 1, Role.Between))
            {
                first = nodes[i].EndMinute >= 0 || nodes[i].HasEndDay ? atoms[nodes[i - 1].First].First : first;
            }

            found.Add(new TimeExpression(new TextSpan(scan[first].Start, scan[last].End - scan[first].Start), type, values));
        }

        return found;
    }

    /// <summary>5天前, 10分钟之前: that long ago.</summary>
    private (string, List<TimeValue>) Past(in Atom length)
    {
        var moment = Now.PlusMonths(-Math.Min(length.Months, 12_000)).PlusDays(-Math.Min(length.Days, 300_000)).PlusMinutes(-length.Minutes);
        return length.Minutes > 0
            ? ("datetime", [new TimeValue(Iso(moment.Date), Stamp(moment.Date, moment.Hour * 60 + moment.Minute))])
            : ("date", [new TimeValue(Iso(moment.Date), Iso(moment.Date))]);
    }

    /// <summary>before Friday, 周五之前, since Monday, 周一之后: a range open at one end.</summary>
    private List<TimeValue>? Bounded(int i, ref int first, ref int last, ref string type, List<TimeValue> values)
    {
        if (type is not ("date" or "time" or "datetime" or "daterange"))
        {
            return null;
        }

        int role = i + 1 < count && nodes[i + 1].Kind == NodeKind.Role && nodes[i + 1].Role is Role.Before or Role.After or Role.Start && !Latin(i + 1) ? i + 1
            : i > 0 && nodes[i - 1].Kind == NodeKind.Role && nodes[i - 1].Role is Role.Before or Role.After or Role.By or Role.Until && Latin(i - 1) ? i - 1 : -1;
        if (role < 0)
        {
            return null;
        }

        first = Math.Min(first, atoms[nodes[role].First].First);
        last = Math.Max(last, atoms[nodes[role].Last].Last);
        bool from = nodes[role].Role is Role.After or Role.Start;
        string kind = type is "date" or "daterange" ? "daterange" : type + "range";
        type = kind;
        return [.. values.Select(v => from ? new TimeValue(v.Timex, null, v.Value ?? v.Start) : new TimeValue(v.Timex, null, null, v.Value ?? v.Start))];
    }

    private (string Type, List<TimeValue> Values)? Values(int i)
    {
        ref var node = ref nodes[i];
        switch (node.Kind)
        {
            case NodeKind.Length:
                ref var length = ref atoms[node.First];
                long seconds = length.Minutes * 60L + (length.Days + length.WorkDays + length.Months / 12 * 365L + length.Months % 12 * 30L) * 86_400;
                return ("duration", [new TimeValue(LengthTimex(length), seconds.ToString(CultureInfo.InvariantCulture))]);
            case NodeKind.Series:
                return ("set", [new TimeValue(SetTimex(atoms[node.First]), "not resolved")]);
            case NodeKind.Nth:
                return null;
        }

        if (node.HasClock && node.EndMinute >= 0)
        {
            return ClockRange(node);
        }

        if (node.HasClock)
        {
            return Clocked(node);
        }

        if (node.Part != Parts.None && !node.HasPeriod && !node.HasEndDay)
        {
            (int from, int to) = PartHours(node.Part);
            string timex = "T" + PartTimex(node.Part);
            return node.HasDay
                ? ("datetimerange", [new TimeValue(Iso(node.Day) + timex, null, Stamp(node.Day, from), Stamp(node.Day, to))])
                : ("timerange", [new TimeValue(timex, null, Clock(from), Clock(to))]);
        }

        if (node.HasEndDay)
        {
            return ("daterange", [new TimeValue($"({Iso(node.Day)},{Iso(node.EndDay)},P{Period.DaysBetween(node.Day, node.EndDay)}D)", null, Iso(node.Day), Iso(node.EndDay))]);
        }

        return node.HasPeriod
            ? ("daterange", [new TimeValue(Iso(node.Day), null, Iso(node.Day), Iso(node.To.PlusDays(1)))])
            : node.HasDay ? ("date", [new TimeValue(DayTimex(node), Iso(node.Day))]) : null;
    }

    private static (string, List<TimeValue>) ClockRange(in Node node)
    {
        int from = node.ClockMinutes;
        if (node.HasDay)
        {
            string a = Stamp(node.Day, from), b = Stamp(node.Day, node.EndMinute);
            return ("datetimerange", [new TimeValue($"({a.Replace(' ', 'T')},{b.Replace(' ', 'T')})", null, a, b)]);
        }

        List<TimeValue> values = [new TimeValue($"(T{Clock(from)},T{Clock(node.EndMinute)})", null, Clock(from), Clock(node.EndMinute))];
        if (node.Bare && node.Part == Parts.None)
        {
            values.Add(new TimeValue("", null, Clock(from + 720), Clock(node.EndMinute + 720)));
        }

        return ("timerange", values);
    }

    private static (string, List<TimeValue>) Clocked(in Node node)
    {
        int minutes = node.ClockMinutes;
        bool open = node.Bare && node.Part == Parts.None;
        List<TimeValue> values = [];
        for (int n = 0; n < (open ? 2 : 1); n++)
        {
            int at = (minutes + n * 720) % (open ? 1440 : int.MaxValue);
            string timex = $"T{at / 60 % 24:00}" + (at % 60 == 0 ? "" : $":{at % 60:00}");
            values.Add(node.HasDay ? new TimeValue(DayTimex(node) + timex, Stamp(node.Day, at)) : new TimeValue(timex, Clock(at)));
        }

        return (node.HasDay ? "datetime" : "time", values);
    }

    private static string DayTimex(in Node node) => node.Form switch
    {
        DayForm.Weekday when node.Weekday > 0 => $"XXXX-WXX-{node.Weekday}",
        DayForm.MonthDay => $"XXXX-{node.Day.Month:00}-{node.Day.Day:00}",
        DayForm.DayOfMonth => $"XXXX-XX-{node.Day.Day:00}",
        _ => Iso(node.Day),
    };

    private static string LengthTimex(in Atom length)
    {
        string days = (length.Months > 0 ? length.Months % 12 == 0 ? $"{length.Months / 12}Y" : $"{length.Months}M" : "")
            + (length.Days > 0 ? length.Days % 7 == 0 ? $"{length.Days / 7}W" : $"{length.Days}D" : "") + (length.WorkDays > 0 ? $"{length.WorkDays}BD" : "");
        string clock = (length.Minutes >= 60 ? $"{length.Minutes / 60}H" : "") + (length.Minutes % 60 > 0 ? $"{length.Minutes % 60}M" : "");
        return "P" + days + (clock.Length > 0 ? "T" + clock : "");
    }

    private static string SetTimex(in Atom series)
    {
        if (int.PopCount(series.Mask & 0xFF) == 1)
        {
            return $"XXXX-WXX-{int.TrailingZeroCount(series.Mask & 0xFF)}";
        }

        char unit = series.Unit switch { SeriesUnit.Month => 'M', SeriesUnit.Year => 'Y', SeriesUnit.Week or SeriesUnit.WorkDay => 'W', _ => 'D' };
        return $"P{Math.Max(1, series.Interval)}{unit}";
    }

    private static (int From, int To) PartHours(sbyte part) => part switch
    {
        Parts.Dawn => (0, 8 * 60),
        Parts.Morning => (8 * 60, 12 * 60),
        Parts.Noon => (11 * 60, 13 * 60),
        Parts.Afternoon => (12 * 60, 16 * 60),
        Parts.Evening => (16 * 60, 20 * 60),
        _ => (20 * 60, 24 * 60 - 1),
    };

    private static string PartTimex(sbyte part) => part switch { Parts.Dawn => "DA", Parts.Morning => "MO", Parts.Noon => "MI", Parts.Afternoon => "AF", Parts.Evening => "EV", _ => "NI" };

    private static string Iso(LocalDate day) => string.Create(CultureInfo.InvariantCulture, $"{day.Year:0000}-{day.Month:00}-{day.Day:00}");

    private static string Clock(int minutes) => string.Create(CultureInfo.InvariantCulture, $"{minutes / 60 % 24:00}:{minutes % 60:00}:{(minutes == 1439 ? 59 : 0):00}");

    private static string Stamp(LocalDate day, int minutes) => $"{Iso(day.PlusDays(minutes / 1440))} {Clock(minutes)}";
}
