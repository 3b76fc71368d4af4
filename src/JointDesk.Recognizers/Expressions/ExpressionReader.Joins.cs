using JointDesk.Recognizers.Grammar;
using JointDesk.Recognizers.Scanning;
using NodaTime;

namespace JointDesk.Recognizers.Expressions;

internal sealed partial class ExpressionReader
{
    private void Join()
    {
        Each(YearBehind);
        Each(PartAndClock);
        Each(TwoDays);
        Each(DayAndTime);
        Each(YearBehind);
        Each(Range);
        Each(DayAndTime);
        Each(ClockFor);
        Each(LengthFrom);
        Opened();
        Each(DayAndOpen);
        Each(SetAndTime);
        foreach (var one in said)
        {
            Approximately(one);
        }
    }

    /// <summary>Tries a rule on each pair of neighbours, left to right; what a rule joins may be joined again.</summary>
    private void Each(Func<Said, Said, bool> rule)
    {
        for (int i = 0; i + 1 < said.Count;)
        {
            if (rule(said[i], said[i + 1]))
            {
                said[i].Last = said[i + 1].Last;
                said.RemoveAt(i + 1);
            }
            else
            {
                i++;
            }
        }
    }

    private bool Between(Said a, Said b, ReadOnlySpan<Tok> kinds, int atMost = 2)
    {
        if (b.First - a.Last - 1 > atMost)
        {
            return false;
        }

        for (int i = a.Last + 1; i < b.First; i++)
        {
            if (!kinds.Contains(scan.Kind(i)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>26 june in 2019, labor day 2021, wed oct 26 15:50:06 2016.</summary>
    private bool YearBehind(Said a, Said b)
    {
        bool year = b.IsDays && b.Unit == PeriodUnit.Year && b.Day!.Value.Month == 1 && Period.DaysBetween(b.Day.Value, b.DayEnd!.Value) >= 365 && scan.Kind(b.First) == Tok.Num && !Han(b.Last);
        bool open = a.Day is not null && a.Form == DayForm.MonthDay && a.Open == Open.None && !a.Set && (a.DayEnd is null || a.Unit == PeriodUnit.Month);
        return year && open && Between(a, b, [Tok.Comma, Tok.OfMark, Tok.In], 1) && InYear(a, b.Day!.Value.Year);
    }

    private static bool InYear(Said a, int year)
    {
        var day = a.Day!.Value;
        if (!Exists(year, day.Month, day.Day))
        {
            a.Nameless = true;
            return true;
        }

        a.Day = new LocalDate(year, day.Month, day.Day);
        a.DayEnd = a.DayEnd is null ? null : a.Day.Value.PlusMonths(1);
        a.Form = DayForm.Absolute;
        return true;
    }

    private bool PartAndClock(Said a, Said b)
    {
        if (a.Set || b.Set || a.Open != Open.None || b.Open != Open.None)
        {
            return false;
        }

        if (a.Part != Parts.None && a.Clock is null && b.Clock is not null && b.Day is null && b.Part == Parts.None && Between(a, b, [Tok.At, Tok.OfMark, Tok.Comma], 1))
        {
            bool near = !(scan.Kind(a.Last + 1) == Tok.Comma && a.Day is null);
            return near && Resolve(a, b, a.Part);
        }

        return a.IsTimeOnly && a.Clock is not null && a.Part == Parts.None && b.IsTimeOnly && b.Clock is null && b.Part != Parts.None && Between(a, b, [Tok.At, Tok.In, Tok.The])
            && Resolve(a, a, b.Part);
    }

    private static bool Resolve(Said into, Said clock, sbyte part)
    {
        into.Clock = ByPart(clock.Clock!.Value, clock.Bare, part);
        into.ClockEnd = clock.ClockEnd is { } end ? ByPart(end, clock.BareEnd, part) : null;
        (into.Bare, into.BareEnd, into.Part, into.PartHours) = (false, false, Parts.None, null);
        return true;
    }

    private static int ByPart(int seconds, bool bare, sbyte part)
    {
        int minutes = Parts.Resolve(seconds / 3600, seconds / 60 % 60, bare, part);
        return minutes % 1440 * 60 + seconds % 60;
    }

    /// <summary>friday 5/12, 12月9日（周三）: the weekday says nothing new.</summary>
    private bool TwoDays(Said a, Said b)
    {
        bool weekdayFirst = a is { IsDay: true, Form: DayForm.Weekday or DayForm.WeekdayOfWeek };
        bool weekdayLast = b is { IsDay: true, Form: DayForm.Weekday };
        if (!a.IsDay || !b.IsDay || weekdayFirst == weekdayLast || !Between(a, b, [Tok.Comma, Tok.Open, Tok.The, Tok.Close], 2) || b.Form == DayForm.FromNow)
        {
            return false;
        }

        if (weekdayFirst)
        {
            (a.Day, a.Form, a.Unit) = (b.Day, b.Form, b.Unit);
        }

        if (scan.Kind(b.Last + 1) == Tok.Close)
        {
            b.Last++;
        }

        return true;
    }

    private bool DayAndTime(Said a, Said b)
    {
        if (a.IsDay && a.Unit != PeriodUnit.Holiday && b.IsTimeOnly)
        {
            bool range = b.IsClockRange;
            bool near = range ? Between(a, b, [Tok.At, Tok.On, Tok.OfMark], 1)
                : Between(a, b, b.Clock is null ? [Tok.Comma, Tok.In, Tok.On, Tok.The, Tok.OfMark] : [Tok.Comma, Tok.At, Tok.For, Tok.OfMark, Tok.Close, Tok.Dash], 2);
            bool dashed = scan.Kind(b.First - 1) == Tok.Dash && scan.Kind(b.First - 2) != Tok.Close && !(a.Last == b.First - 2 && Word(a.Last, ")"));
            return near && !dashed && Move(a, b);
        }

        if (a.Day is not null && a.Part != Parts.None && a.Clock is null && a.DayEnd is null && a.Open == Open.None && !a.Set && b.IsClockRange && b.Day is null && Between(a, b, [Tok.At], 1))
        {
            return Resolve(a, b, a.Part);
        }

        bool part = a.Clock is null && Word(a.Last, "lunchtime");
        if (a.IsTimeOnly && !part && b is { IsDay: true } or { Day: not null, DayEnd: null, Clock: null, Open: Open.None, Set: false, Part: not Parts.None } && b.Form != DayForm.FromNow
            && b.Unit != PeriodUnit.Holiday && Between(a, b, [Tok.On, Tok.OfMark, Tok.Comma, Tok.The], 2))
        {
            if (b.Part != Parts.None && a.Clock is null)
            {
                return false;
            }

            (a.Day, a.Form, a.Weekday) = (b.Day, b.Form, b.Weekday);
            return b.Part == Parts.None || Resolve(a, a, b.Part);
        }

        return false;
    }

    private static bool Move(Said a, Said b)
    {
        (a.Clock, a.ClockEnd, a.Bare, a.BareEnd, a.Part, a.PartHours) = (b.Clock, b.ClockEnd, b.Bare, b.BareEnd, b.Part, b.PartHours);
        return true;
    }

    /// <summary>14th Feb from 9:30am for 7 hours, from 10 am for 3 hours 30 minutes, 14th Feb for 7 hours from 9:30am.</summary>
    private bool ClockFor(Said a, Said b)
    {
        if (a.IsDay && b.IsClock && b.Day is null && scan.Kind(b.First - 1) == Tok.From && b.First - a.Last == 2 && NextIsLength(b))
        {
            return Move(a, b);
        }

        bool starts = a.Day is not null || scan.Kind(a.First - 1) == Tok.From;
        if (a.IsClock && b.IsLength && b.Length is { OfClock: true } && Between(a, b, [Tok.For], 1) && starts)
        {
            a.ClockEnd = a.Clock + (int)Math.Min(b.Length.Value.Seconds, 86_400);
            a.BareEnd = a.Bare;
            a.First = a.Day is null ? a.First - 1 : a.First;
            return true;
        }

        if (a.IsDay && b.IsLength && b.Length is { OfClock: true } && Between(a, b, [Tok.For], 1) && scan.Kind(b.Last + 1) == Tok.From && Following(b) is { IsClock: true } clock && clock.First == b.Last + 2)
        {
            clock.ClockEnd = clock.Clock + (int)b.Length.Value.Seconds;
            b.Last = clock.Last;
            said.Remove(clock);
            return Move(a, clock);
        }

        return false;
    }

    private Said? Following(Said one) => said.IndexOf(one) is var i && i + 1 < said.Count ? said[i + 1] : null;

    private bool NextIsLength(Said one) => Following(one) is { IsLength: true } && scan.Kind(one.Last + 1) == Tok.For;

    /// <summary>3 days starting from next Monday; for 1 week, from 20th Dec.</summary>
    private bool LengthFrom(Said a, Said b)
    {
        if (!a.IsLength || a.Length is { OfClock: true } || !b.IsDay || !Between(a, b, [Tok.Start, Tok.From, Tok.Comma], 2) || a.Last + 1 == b.First || Han(a.First))
        {
            return false;
        }

        bool starting = scan.Kind(a.Last + 1) == Tok.Start;
        a.First = !starting && scan.Kind(a.First - 1) == Tok.For ? a.First - 1 : a.First;
        var end = Plus(b.Day!.Value.AtMidnight(), a.Length!.Value, 1).Date;
        a.Length = null;
        return SetDays(a, b.Day.Value, end, PeriodUnit.Other);
    }

    private bool SetAndTime(Said a, Said b)
    {
        if (a.Set && !b.Set && b.IsTimeOnly && Between(a, b, [Tok.At, Tok.In, Tok.The]))
        {
            (a.Clock, a.Part) = (b.Clock, b.Part);
            return true;
        }

        if (b.Set && !a.Set && (a.IsTimeOnly || (a.IsDay && b.Part != Parts.None && a.Form == DayForm.Weekday)) && Between(a, b, [], 0))
        {
            (a.Set, a.Part) = (true, a.IsDay ? b.Part : a.Part);
            return true;
        }

        return false;
    }

    private void Approximately(Said one)
    {
        int before = one.First - 1;
        if (Word(before, "circa", "大约") || (Word(before, "around") && one.IsDay))
        {
            one.First = before;
        }
    }
}
