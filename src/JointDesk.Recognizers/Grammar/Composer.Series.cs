using JointDesk.Recognizers.Scanning;
using NodaTime;

namespace JointDesk.Recognizers.Grammar;

internal sealed partial class Composer
{
    /// <summary>Brings the head of a series together with its days, wherever in the sentence they stand.</summary>
    private SeriesRule? Series()
    {
        var rule = new SeriesRule();
        Heads(rule);
        if (rule.Unit == SeriesUnit.None)
        {
            return null;
        }

        int begun = 0;
        for (int i = 0; i < count; i++)
        {
            switch (nodes[i].Kind)
            {
                case NodeKind.Nth:
                    ref var nth = ref atoms[nodes[i].First];
                    (rule.Weekdays, rule.Nth, rule.Second, rule.SetPosition) = (nth.Mask, nth.Nth, nth.Months, nth.WorkDays == 1);
                    if (nth.Mask == 0b11111110)
                    {
                        (rule.Weekdays, rule.Nth, rule.FromEnd) = (0, 0, Math.Max(0, -nth.Nth));
                        rule.MonthDays |= nth.Nth > 0 ? 1L << (nth.Nth - 1) : 0;
                    }

                    if (rule.Unit == SeriesUnit.Week)
                    {
                        rule.Unit = SeriesUnit.Month;
                    }

                    break;
                case NodeKind.Series when atoms[nodes[i].First].Minutes > 0:
                    rule.Count = atoms[nodes[i].First].Minutes;
                    break;
                case NodeKind.Point when nodes[i].Use is Use.Free or Use.Candidate:
                    Within(rule, i);
                    Absorb(rule, i);
                    break;
                case NodeKind.Point when nodes[i].Use == Use.Exclude:
                    Spare(rule, i);
                    break;
                case NodeKind.Point when nodes[i].Use == Use.Until:
                    rule.Until = nodes[i].HasPeriod ? nodes[i].To : nodes[i].Day;
                    (nodes[i].HasDay, nodes[i].HasPeriod, nodes[i].Use) = (false, false, nodes[i].HasClock ? Use.Free : Use.Gone);
                    break;
                case NodeKind.Point when nodes[i].Use == Use.Begin:
                    rule.Begin = nodes[i].Day;
                    rule.Until ??= nodes[i].HasEndDay ? nodes[i].EndDay : null;
                    begun = nodes[i].Form is DayForm.Weekday or DayForm.WeekdayOfWeek ? nodes[i].Weekday : 0;
                    if (nodes[i].HasClock)
                    {
                        (nodes[i].Use, nodes[i].HasDay, nodes[i].HasPeriod) = (Use.Free, false, false);
                    }

                    break;
                case NodeKind.Role when nodes[i].Role == Role.Count && !PerUnit(i) && (CountOf(i) > 1 || scan.Kind(atoms[nodes[i].First].Last) != Tok.Times):
                    int unit = atoms[nodes[i].First].Last;
                    (int days, int months) = scan.Kind(unit) switch { Tok.DayUnit => (CountOf(i), 0), Tok.WeekUnit => (7 * CountOf(i), 0), Tok.MonthUnit => (0, CountOf(i)), _ => (0, 0) };
                    Goes(rule, days, months, CountOf(i));
                    break;
                case NodeKind.Length when IsRole(i - 1, Role.For) || Lasts(i):
                    ref var length = ref atoms[nodes[i].First];
                    Goes(rule, length.Days, length.Months, 0);
                    break;
            }
        }

        if (rule is { Unit: SeriesUnit.Week, Weekdays: 0, Nth: 0, Begin: not null } && begun > 0)
        {
            // weekly, starting next Monday
            rule.Weekdays = 1 << begun;
        }

        if (rule.Unit == SeriesUnit.WorkDay)
        {
            rule.Unit = SeriesUnit.Week;
            rule.Weekdays = rule.Weekdays == 0 ? 0b111110 : rule.Weekdays;
        }

        return rule.Movable || (rule.Several && rule is { Weekdays: 0, MonthDays: 0, Nth: 0, FromEnd: 0 }) ? null : rule;
    }

    /// <summary>每月两次, 每月开两次, 一周三次: how often in each, and not how often in all.</summary>
    private bool PerUnit(int i)
    {
        int head = i - 1;
        while (head > 0 && (IsRole(head, Role.Gap) || IsRole(head, Role.Meeting) || IsRole(head, Role.Report)))
        {
            head--;
        }

        bool unit = head >= 0 && !Latin(i) && !IsRole(i + 1, Role.After) && nodes[head].Kind == NodeKind.Series && atoms[nodes[head].First] is { Mask: 0, Nth: 0, WorkDays: 0 };
        return scan.Kind(atoms[nodes[i].First].First) != Tok.Total && (unit || (i > 0 && nodes[i - 1].Kind == NodeKind.Length && nodes[i - 1].Use == Use.Gone));
    }

    /// <summary>每周三上午十点，先开八周: how long a series goes on, where nothing beside the length gives it another use.</summary>
    private bool Lasts(int i)
    {
        ref var length = ref atoms[nodes[i].First];
        bool other = nodes[i].Use == Use.Gone || (i + 1 < count && nodes[i + 1].Kind == NodeKind.Role && nodes[i + 1].Role is Role.Within or Role.After or Role.Before or Role.Count);
        return !other && !Latin(i) && length is { Minutes: 0, WorkDays: 0, Bare: false } && length.Days + length.Months > 0 && Sign(i, length) == 0 && !Offset(i);
    }

    /// <summary>How long a series goes on: so often, or for so many days or months.</summary>
    private void Goes(SeriesRule rule, int days, int months, int times)
    {
        rule.Count = days + months == 0 ? times : Occasions(rule, days, months);
        rule.Until = rule.Count == 0 && months > 0 ? (rule.Begin ?? today).PlusMonths(Math.Min(months, 1200)) : rule.Until;
    }

    /// <summary>How often a series takes place in so many days or months; 0 where that cannot be told.</summary>
    private static int Occasions(SeriesRule rule, int days, int months)
    {
        int interval = Math.Max(1, rule.Interval);
        return rule.Unit switch
        {
            SeriesUnit.Day => days / interval,
            SeriesUnit.WorkDay => days / 7 * 5,
            SeriesUnit.Week => days / 7 / interval * Math.Max(1, int.PopCount(rule.Weekdays)),
            SeriesUnit.Month => months / interval,
            _ => 0,
        };
    }

    /// <summary>every day next week, every Friday in December, every year in June: what the series is confined to.</summary>
    private void Within(SeriesRule rule, int i)
    {
        ref var node = ref nodes[i];
        // 每周一把上周的简报装订成册: what is over ends nothing
        if (!node.HasPeriod || rule.Until is not null || node.To.IsBefore(today))
        {
            return;
        }

        if (rule.Unit == SeriesUnit.Day && i > 1 && IsRole(i - 1, Role.Comma) && scan.Kind(atoms[node.First].First) == Tok.Weekend)
        {
            // 每天下午五点，周末照常
            (node.HasPeriod, node.Use) = (false, Use.Gone);
            return;
        }

        if (rule.Unit == SeriesUnit.Year && node.Day.Day == 1 && node.To == node.Day.PlusMonths(1).AddDays(-1))
        {
            rule.MonthsOfYear |= 1 << node.Day.Month;
            node.HasPeriod = false;
        }
        else if (rule.Unit == SeriesUnit.Week && node.Day.Weekday() == IsoDayOfWeek.Saturday && Period.DaysBetween(node.Day, node.To) == 1)
        {
            rule.Weekdays |= 0b11000000;
            node.HasPeriod = false;
        }
        else if (rule.Unit is SeriesUnit.Day or SeriesUnit.Week or SeriesUnit.WorkDay)
        {
            (rule.Begin, rule.Until) = (node.Day > today ? node.Day : rule.Begin, node.To);
            node.HasPeriod = false;
        }

        node.Use = node.HasPeriod || node.HasClock || node.Part != Parts.None ? node.Use : Use.Gone;
    }

    /// <summary>every day except Sunday, 除周末外每天: weekly on the other days.</summary>
    private void Spare(SeriesRule rule, int i)
    {
        ref var node = ref nodes[i];
        bool weekend = node.HasPeriod && node.Day.Weekday() == IsoDayOfWeek.Saturday && Period.DaysBetween(node.Day, node.To) == 1;
        if (rule.Unit is not (SeriesUnit.Day or SeriesUnit.WorkDay or SeriesUnit.Week) || rule.Interval > 1 || !(weekend || (node.HasDay && node.Form == DayForm.Weekday)))
        {
            return;
        }

        int all = rule.Weekdays != 0 ? rule.Weekdays : rule.Unit == SeriesUnit.WorkDay ? 0b111110 : rule.Unit == SeriesUnit.Day ? 0b11111110 : 0;
        rule.Weekdays = all & ~(weekend ? 0b11000000 : 1 << node.Weekday);
        rule.Unit = SeriesUnit.Week;
        (node.HasDay, node.HasPeriod, node.Use) = (false, false, node.HasClock || node.Part != Parts.None ? Use.Free : Use.Gone);
    }

    private void Heads(SeriesRule rule)
    {
        for (int i = 0; i < count; i++)
        {
            ref var node = ref nodes[i];
            if (node.Use != Use.Gone && (node.Kind == NodeKind.Series || (node.Kind == NodeKind.Nth && atoms[node.First].Bare)))
            {
                ref var atom = ref atoms[node.First];
                if (rule.Unit == SeriesUnit.None || (rule.Unit == SeriesUnit.Day && atom.Unit is not (SeriesUnit.Day or SeriesUnit.Year)))
                {
                    rule.Unit = atom.Unit;
                }

                rule.Interval = Math.Max(rule.Interval, Math.Max(1, atom.Interval));
                rule.Quarterly |= atom.Days == 90;
                rule.Several |= atom.Days == AtomReader.Several;
                rule.MonthOfQuarter = Math.Max(rule.MonthOfQuarter, atom.Second);
                if (node.Kind == NodeKind.Series)
                {
                    rule.FromEnd = Math.Max(rule.FromEnd, atom.WorkDays);
                    rule.Weekdays |= atom.Mask & 0xFF;
                    rule.MonthDays |= (uint)atom.Nth;
                }
            }
            else if (IsWorkWeek(i))
            {
                rule.Unit = rule.Unit == SeriesUnit.None ? SeriesUnit.Week : rule.Unit;
            }
            else if (node.Kind == NodeKind.Length && IsRole(i + 1, Role.Count) && (CountOf(i + 1) == 1 || IsOneUnit(i)) && rule.Unit == SeriesUnit.None)
            {
                ref var atom = ref atoms[node.First];
                rule.Several = CountOf(i + 1) > 1;
                (rule.Unit, rule.Interval) = atom switch
                {
                    { Months: 12 } => (SeriesUnit.Year, 1),
                    { Months: > 0 } => (SeriesUnit.Month, atom.Months),
                    { Days: > 0 } when atom.Days % 7 == 0 => (SeriesUnit.Week, atom.Days / 7),
                    { Days: > 0 } => (SeriesUnit.Day, atom.Days),
                    { Minutes: > 0 } when atom.Minutes % 60 == 0 => (SeriesUnit.Hour, atom.Minutes / 60),
                    { Minutes: > 0 } => (SeriesUnit.Minute, atom.Minutes),
                    _ => (SeriesUnit.None, 1),
                };
                node.Use = Use.Gone;
            }
        }
    }

    /// <summary>A bare weekday is a weekly series' day, a day of the month a monthly one's, a month and day a yearly one's.</summary>
    private void Absorb(SeriesRule rule, int i)
    {
        ref var node = ref nodes[i];
        if (!node.HasDay && !node.HasEndDay)
        {
            return;
        }

        bool taken = true;
        switch (node.Form)
        {
            case DayForm.Weekday when node.HasEndDay && rule.Unit is SeriesUnit.Week or SeriesUnit.WorkDay or SeriesUnit.Day:
                for (var d = node.Day; d <= node.EndDay; d = d.AddDays(1))
                {
                    rule.Weekdays |= 1 << (int)d.Weekday();
                }

                node.HasEndDay = false;
                rule.Unit = SeriesUnit.Week;
                break;
            case DayForm.Weekday when rule.Unit is SeriesUnit.Week && rule.Weekdays == 0 || node.Use == Use.Candidate && rule.Unit == SeriesUnit.Week || (rule.Unit == SeriesUnit.Week && rule.Nth == 0
                && (i > 0 && nodes[i - 1].Kind == NodeKind.Role && nodes[i - 1].Role is Role.And or Role.Enum
                    || (IsRole(i + 1, Role.And) || IsRole(i + 1, Role.Enum)) && i + 2 < count && nodes[i + 2].Kind == NodeKind.Series)):
                rule.Weekdays |= 1 << node.Weekday;
                break;
            case DayForm.DayOfMonth when rule.Unit == SeriesUnit.Month:
                rule.MonthDays |= 1L << (node.Day.Day - 1);
                break;
            case DayForm.MonthDay when rule is { Unit: SeriesUnit.Month, Interval: > 1, Weekdays: 0, MonthDays: 0, FromEnd: 0, Nth: 0 } && !node.HasEndDay:
                // 半年一次，6月30日
                rule.MonthDays = 1L << (node.Day.Day - 1);
                rule.Begin ??= node.Day;
                break;
            case DayForm.MonthDay when rule.Unit == SeriesUnit.Year && atoms[node.First] is { Nth: not 0, Mask: not 0 } nth:
                bool days = nth.Mask == 0b11111110;
                (rule.MonthsOfYear, rule.Weekdays, rule.Nth, rule.SetPosition) = (1 << node.Day.Month, days ? 0 : nth.Mask, days ? 0 : nth.Nth, nth.WorkDays == 1);
                rule.FromEnd = days ? Math.Max(0, -nth.Nth) : rule.FromEnd;
                rule.MonthDays |= days && nth.Nth > 0 ? 1L << (nth.Nth - 1) : 0;
                break;
            case DayForm.MonthDay when rule.Unit == SeriesUnit.Year && atoms[node.First].Interval == AtomReader.Movable:
                rule.Movable = true;
                return;
            case DayForm.MonthDay when rule.Unit == SeriesUnit.Year:
                // 6月1日和12月1日 are one rule, 6月1日和12月5日 are none
                rule.Movable |= rule.MonthDays != 0 && rule.MonthDays != 1L << (node.Day.Day - 1) && rule.MonthsOfYear != 1 << node.Day.Month;
                rule.MonthsOfYear |= 1 << node.Day.Month;
                rule.MonthDays |= 1L << (node.Day.Day - 1);
                break;
            case DayForm.DayOfMonth or DayForm.MonthDay or DayForm.Absolute or DayForm.Relative or DayForm.WeekdayOfWeek when node.HasEndDay || node.Form != DayForm.DayOfMonth:
                rule.Begin ??= node.Day;
                rule.Until ??= node.HasEndDay ? node.EndDay : null;
                node.HasEndDay = false;
                break;
            default:
                taken = false;
                break;
        }

        if (taken)
        {
            node.HasDay = false;
            node.Use = node.HasClock || node.Part != Parts.None ? Use.Free : Use.Gone;
        }
    }
}
