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
            to = from.AddDays(((b.Weekday - (int)from.Weekday()) + 7) % 7);
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
}
