using JointDesk.Recognizers.Grammar;
using JointDesk.Recognizers.Scanning;
using NodaTime;

namespace JointDesk.Recognizers.Expressions;

internal sealed partial class ExpressionReader
{
    private bool Range(Said a, Said b)
    {
        int opener = scan.Kind(a.First - 1) == Tok.The ? a.First - 2 : a.First - 1;
        bool opened = scan.Kind(opener) is Tok.From or Tok.Between;
        int connector = a.Last + 1;
        int the = scan.Kind(connector + 1) is Tok.The or Tok.From ? connector + 2 : connector + 1;
        bool near = b.First == connector + 1 || b.First == the;
        bool to = scan.Kind(connector) is Tok.To or Tok.Dash or Tok.Until;
        int tail = Tail(b.Last + 1);
        bool and = scan.Kind(connector) == Tok.And && (scan.Kind(opener) == Tok.Between || tail > 0);
        if (!near || !(to || and) || a.Set || b.Set || a.Open != Open.None || b.Open != Open.None || a.Nameless || b.Nameless || a.IsLength || b.IsLength || !Joined(a, b))
        {
            return false;
        }

        a.First = opened ? opener : a.First;
        b.Last += and ? tail : 0;
        return true;
    }

    /// <summary>之间, 间 behind the second.</summary>
    private int Tail(int i)
    {
        if (Word(i, "间") && scan.Touches(i))
        {
            return 1;
        }

        return Word(i, "之") && Word(i + 1, "间") ? 2 : Word(i, "之间") ? 1 : 0;
    }

    private bool Joined(Said a, Said b)
    {
        if (a.Day is not null && b.Day is not null && !a.HasTime && !b.HasTime)
        {
            return Days(a, b);
        }

        if (a.Timex == "PRESENT_REF" || b.Timex == "PRESENT_REF")
        {
            return WithNow(a, b);
        }

        if (a.Clock is null || b.Clock is null || a.ClockEnd is not null || b.ClockEnd is not null || a.DayEnd is not null || b.DayEnd is not null)
        {
            return false;
        }

        if (a.Day is not null && b.Day is not null && a.Day != b.Day)
        {
            var from = a.Day.Value > b.Day.Value && a.YearFree ? a.Day.Value.PlusYears(-1) : a.Day.Value;
            (a.From, a.To) = (from.AtMidnight().PlusSeconds(a.Clock.Value), b.Day.Value.AtMidnight().PlusSeconds(b.Clock.Value));
            return true;
        }

        Clocks(a, b);
        if (a.Day is null && b.Day is not null)
        {
            (a.Day, a.Form, a.Weekday) = (b.Day, b.Form, b.Weekday);
        }

        return true;
    }

    private static void Clocks(Said a, Said b)
    {
        int from = a.Clock!.Value;
        int to = b.Clock!.Value;
        if (a.Bare && !b.Bare)
        {
            from %= 43_200;
            from = from + 43_200 < to ? from + 43_200 : from;
            a.Bare = false;
        }

        if (b.Bare)
        {
            int gap = (to - from) % 43_200;
            to = from + (gap <= 0 ? gap + 43_200 : gap);
        }
        else if (to <= from)
        {
            to += 86_400;
        }

        (a.Clock, a.ClockEnd, a.BareEnd) = (from, to, a.Bare);
    }

    private bool WithNow(Said a, Said b)
    {
        var now = context.Now;
        if (a.Timex == "PRESENT_REF")
        {
            if (b.Day is not null && b.Clock is null)
            {
                return SetDays(a, today, b.Day.Value, PeriodUnit.Other) && Clear(a);
            }

            if (b.Clock is null)
            {
                return false;
            }

            var end = (b.Day ?? today).AtMidnight().PlusSeconds(b.Clock.Value);
            (a.From, a.To) = (now, b.Bare && end < now ? end.PlusHours(12) : end);
            return true;
        }

        if (a.Day is not null && a.Clock is null)
        {
            var first = a.Day.Value > today ? a.Day.Value.PlusYears(-1) : a.Day.Value;
            return SetDays(a, first, today, PeriodUnit.Other) && Clear(a);
        }

        if (a.Clock is null)
        {
            return false;
        }

        (a.From, a.To) = ((a.Day ?? today).AtMidnight().PlusSeconds(a.Clock.Value), now);
        return true;
    }

    private static bool Clear(Said a)
    {
        (a.Clock, a.Timex, a.Bare) = (null, null, false);
        return true;
    }

    /// <summary>A range of days ends where its second part begins; without a year the one is meant that makes the range run forward.</summary>
    private static bool Days(Said a, Said b)
    {
        var from = a.AtEnd ? a.DayEnd!.Value : a.Day!.Value;
        var to = b.AtEnd ? b.DayEnd!.Value : b.Day!.Value;
        if (a.YearFree && b.Form == DayForm.Absolute && a.Form == DayForm.MonthDay && Exists(to.Year, from.Month, from.Day))
        {
            var same = new LocalDate(to.Year, from.Month, from.Day);
            from = same <= to ? same : same.PlusYears(-1);
        }
        else if (a.Form is not DayForm.MonthDay && b.Form == DayForm.Weekday)
        {
            to = from.PlusDays(((b.Weekday - (int)from.DayOfWeek) + 7) % 7);
        }
        else if (a.Form is DayForm.MonthDay or DayForm.Absolute && b.Form == DayForm.DayOfMonth && Exists(from.Year, from.Month, to.Day))
        {
            to = new LocalDate(from.Year, from.Month, to.Day);
            to = to < from ? to.PlusMonths(1) : to;
        }
        else if (from > to && a.YearFree)
        {
            from = a.InYear?.Invoke(from.Year - 1) ?? from.PlusYears(-1);
        }

        if (from > to)
        {
            return false;
        }

        SetDays(a, from, to, PeriodUnit.Other);
        return true;
    }

    /// <summary>What stands before or behind a time and leaves it open at one end: before Friday, since 2016, 周五之前, or later.</summary>
    private void Opened()
    {
        foreach (var one in said)
        {
            if (one.Open != Open.None || one.Set || one.Length is not null || one.Nameless || one.Form == DayForm.FromNow && one.Clock is null || one.From is not null || one.ClockEnd is not null
                || (one.Part != Parts.None && one.Clock is null) || (one.Day is null && one.Clock is null))
            {
                continue;
            }

            if (Behind(one) || !Ahead(one))
            {
                continue;
            }
        }
    }

    private bool Behind(Said one)
    {
        int i = one.Last + 1;
        if ((Word(i, "or") && Word(i + 1, "later", "after") && !Word(i + 2, "than")) || (Word(i, "and") && Word(i + 1, "after", "later") && scan.Kind(i + 2) is Tok.Stop or Tok.Comma))
        {
            one.Last += 2;
            return Since(one);
        }

        if (!Han(i) || !scan.Touches(i) && scan.Kind(i) is not (Tok.Before or Tok.After))
        {
            return false;
        }

        switch (scan.Kind(i))
        {
            case Tok.Before:
                one.Last = i;
                return Until(one, false);
            case Tok.After:
                one.Last = i;
                return Word(i, "后", "之后", "以后") ? After(one) : Since(one);
            case Tok.Start when scan.Value(i) == 1:
                one.Last = i;
                bool plain = scan.Kind(i + 1) == Tok.To || (Word(i, "起") && Word(one.First - 1, "从"));
                return Since(one) && (plain || Opener(one));
            case Tok.To when Word(i + 1, "今"):
                one.Last = i + 1;
                return Since(one) && Opener(one);
            default:
                if (Word(i, "以") && Word(i + 1, "来"))
                {
                    one.Last = i + 1;
                    return Since(one) && Opener(one);
                }

                return false;
        }
    }

    /// <summary>自 and 从 belong to 起, 开始 and 以来.</summary>
    private bool Opener(Said one)
    {
        one.First = scan.Kind(one.First - 1) == Tok.From ? one.First - 1 : one.First;
        return true;
    }

    private bool Ahead(Said one)
    {
        int i = one.First - 1;
        i = scan.Kind(i) is Tok.At && Word(i, "around") && Word(i - 1, "before") || Word(i, "the") ? i - 1 : i;
        if (i < 0)
        {
            return false;
        }

        if (Word(i, "从") && Word(i - 1, "自"))
        {
            one.First = i - 1;
            return Since(one);
        }

        if (Han(i))
        {
            return false;
        }

        (int first, char way) = (scan.Kind(i), scan.Text(i).ToString()) switch
        {
            (Tok.Before, _) => (i, 'u'),
            (Tok.After, "since") => (i, 's'),
            (Tok.After, _) => (i, 'a'),
            (Tok.Until, _) => (i, 'u'),
            (Tok.By, "by") => (i, 'u'),
            (Tok.Start, "starting" or "beginning" or "commencing") => (i, 's'),
            (_, "than") when Word(i - 1, "later") && Word(i - 2, "no") => (i - 2, 'u'),
            (_, "than") when Word(i - 1, "later", "greater") => (i - 1, 'a'),
            (_, "as") when Word(i - 1, "early") && Word(i - 2, "as") => (i - 2, 's'),
            (_, "as") when Word(i - 1, "late") && Word(i - 2, "as") => (i - 2, 'u'),
            (Tok.From, _) when Word(i - 1, "time") && Word(i - 2, "any") => (i - 2, 's'),
            _ => (i, ' '),
        };
        if (way == ' ')
        {
            return false;
        }

        one.First = first;
        return way switch { 'u' => Until(one, true), 'a' => After(one), _ => Since(one) };
    }

    private static bool Until(Said one, bool latin)
    {
        one.Day = one.AtEnd && latin ? one.DayEnd : one.Day;
        one.DayEnd = null;
        one.Open = Open.Until;
        return true;
    }

    private static bool Since(Said one)
    {
        one.DayEnd = null;
        one.Open = Open.From;
        return true;
    }

    /// <summary>After a span is after its end, unless its beginning was meant.</summary>
    private static bool After(Said one)
    {
        one.Day = one.DayEnd is not null && (one.AtEnd || one.Unit is PeriodUnit.Year && Period.DaysBetween(one.Day!.Value, one.DayEnd.Value) >= 365) ? one.DayEnd : one.Day;
        return Since(one);
    }

    /// <summary>tomorrow before 5pm, next Wednesday later than 10.</summary>
    private bool DayAndOpen(Said a, Said b)
    {
        if (!a.IsDay || b.Open == Open.None || b.Day is not null || b.Clock is null || a.Last + 1 != b.First)
        {
            return false;
        }

        (a.Clock, a.Bare, a.Open) = (b.Clock, b.Bare, b.Open);
        return true;
    }
}
