using JointDesk.Recognizers.Scanning;

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

        for (int i = 0; i < count; i++)
        {
            switch (nodes[i].Kind)
            {
                case NodeKind.Nth:
                    ref var nth = ref atoms[nodes[i].First];
                    (rule.Weekdays, rule.Nth, rule.Second, rule.SetPosition) = (nth.Mask, nth.Nth, nth.Months, nth.WorkDays == 1);
                    if (nth.Mask == 0b11111110)
                    {
                        (rule.Weekdays, rule.Nth, rule.LastDay) = (0, 0, nth.Nth < 0);
                        rule.MonthDays |= nth.Nth > 0 ? 1L << (nth.Nth - 1) : 0;
                    }

                    if (rule.Unit == SeriesUnit.Week)
                    {
                        rule.Unit = SeriesUnit.Month;
                    }

                    break;
                case NodeKind.Point when nodes[i].Use is Use.Free or Use.Candidate:
                    Absorb(rule, i);
                    break;
                case NodeKind.Point when nodes[i].Use == Use.Until:
                    rule.Until = nodes[i].HasPeriod ? nodes[i].To : nodes[i].Day;
                    nodes[i].Use = Use.Gone;
                    break;
                case NodeKind.Point when nodes[i].Use == Use.Begin:
                    rule.Begin = nodes[i].Day;
                    if (nodes[i].HasClock)
                    {
                        (nodes[i].Use, nodes[i].HasDay, nodes[i].HasPeriod) = (Use.Free, false, false);
                    }

                    break;
                case NodeKind.Role when nodes[i].Role == Role.Count && CountOf(i) > 1:
                    rule.Count = CountOf(i);
                    break;
                case NodeKind.Length when IsRole(i - 1, Role.For) && rule.Unit is SeriesUnit.Week or SeriesUnit.WorkDay && atoms[nodes[i].First].Days >= 7:
                    int weeks = atoms[nodes[i].First].Days / 7;
                    rule.Count = Math.Max(1, weeks / Math.Max(1, rule.Interval)) * Math.Max(1, int.PopCount(rule.Weekdays));
                    break;
            }
        }

        if (rule.Unit == SeriesUnit.WorkDay)
        {
            rule.Unit = SeriesUnit.Week;
            rule.Weekdays = rule.Weekdays == 0 ? 0b111110 : rule.Weekdays;
        }

        return rule;
    }

    private void Heads(SeriesRule rule)
    {
        for (int i = 0; i < count; i++)
        {
            ref var node = ref nodes[i];
            if (node.Kind == NodeKind.Series || (node.Kind == NodeKind.Nth && atoms[node.First].Bare))
            {
                ref var atom = ref atoms[node.First];
                if (rule.Unit == SeriesUnit.None || (rule.Unit == SeriesUnit.Day && atom.Unit is not (SeriesUnit.Day or SeriesUnit.Year)))
                {
                    rule.Unit = atom.Unit;
                }

                rule.Interval = Math.Max(rule.Interval, Math.Max(1, atom.Interval));
                if (node.Kind == NodeKind.Series)
                {
                    rule.LastDay |= (atom.Mask >> 30 & 1) != 0;
                    rule.Weekdays |= atom.Mask & 0xFF;
                    rule.MonthDays |= (uint)atom.Nth;
                }
            }
            else if (node.Kind == NodeKind.Length && IsRole(i + 1, Role.Count) && CountOf(i + 1) == 1 && rule.Unit == SeriesUnit.None)
            {
                ref var atom = ref atoms[node.First];
                (rule.Unit, rule.Interval) = atom switch
                {
                    { Months: > 0 } => (SeriesUnit.Month, atom.Months),
                    { Days: > 0 } when atom.Days % 7 == 0 => (SeriesUnit.Week, atom.Days / 7),
                    { Days: > 0 } => (SeriesUnit.Day, atom.Days),
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
                for (var d = node.Day; d <= node.EndDay; d = d.PlusDays(1))
                {
                    rule.Weekdays |= 1 << (int)d.DayOfWeek;
                }

                node.HasEndDay = false;
                rule.Unit = SeriesUnit.Week;
                break;
            case DayForm.Weekday when rule.Unit is SeriesUnit.Week && rule.Weekdays == 0 || node.Use == Use.Candidate && rule.Unit == SeriesUnit.Week || (rule.Unit == SeriesUnit.Week && rule.Nth == 0
                && i > 0 && nodes[i - 1].Kind == NodeKind.Role && nodes[i - 1].Role is Role.And or Role.Enum):
                rule.Weekdays |= 1 << node.Weekday;
                break;
            case DayForm.DayOfMonth when rule.Unit == SeriesUnit.Month:
                rule.MonthDays |= 1L << (node.Day.Day - 1);
                break;
            case DayForm.MonthDay when rule.Unit == SeriesUnit.Year:
                rule.MonthOfYear = node.Day.Month;
                rule.MonthDays |= 1L << (node.Day.Day - 1);
                break;
            case DayForm.MonthDay or DayForm.Absolute or DayForm.Relative or DayForm.WeekdayOfWeek:
                rule.Begin ??= node.Day;
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
