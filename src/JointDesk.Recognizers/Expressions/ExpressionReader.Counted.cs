using JointDesk.Recognizers.Grammar;
using JointDesk.Recognizers.Scanning;
using NodaTime;

namespace JointDesk.Recognizers.Expressions;

internal sealed partial class ExpressionReader
{
    /// <summary>Lengths, and what they lead to: 5天前, in two weeks, 30 minutes later, the next two days, all week, more than 4 days.</summary>
    private int Counted(int i, Said one)
    {
        int next;
        if ((next = TurnOfLengths(i, one)) > i || (next = AllOf(i, one)) > i)
        {
            return next;
        }

        // more than 4 days, less than 1 week
        int at = i;
        bool more = Word(i, "more", "over") && Word(i + 1, "than");
        bool less = Word(i, "less") && Word(i + 1, "than");
        if (more || less)
        {
            at = i + 2;
        }

        bool lead = scan.Kind(at) == Tok.In && !Han(at) || Word(at, "within") || scan.Kind(at) == Tok.FromNow && Han(at) || (scan.Kind(at) == Tok.After && Han(at) && !Han(at - 1));
        int from = lead ? at + 1 : at;
        if (Word(at, "within"))
        {
            from = Word(from, "the") ? from + 1 : from;
            from = scan.Kind(from) == Tok.Next ? from + 1 : from;
        }

        int end = Amount(from, out var amount, scan.Kind(from - 1) == Tok.Next);
        if (end == from)
        {
            return i;
        }

        // 之后5分钟, within 5 minutes: from now on
        if (lead && (scan.Kind(at) == Tok.After || Word(at, "within")))
        {
            return Stretch(one, context.Now, Plus(context.Now, amount, 1)) ? end : i;
        }

        if ((next = Moved(end, one, amount, lead, more)) > end)
        {
            return next;
        }

        if (lead && scan.Kind(at) == Tok.In)
        {
            return At(one, amount, 1) ? end : i;
        }

        if (lead)
        {
            one.First = from;
        }

        one.Length = amount;
        one.Timex = amount.Timex;
        return end;
    }

    /// <summary>What follows a length and makes a point of it: ago, later, from now, before new year, 前, 后.</summary>
    private int Moved(int end, Said one, in Amount amount, bool lead, bool more)
    {
        if (scan.Kind(end) == Tok.Ago || (scan.Kind(end) == Tok.Before && Han(end) && !lead))
        {
            return At(one, amount, -1) ? end + 1 : end;
        }

        if ((scan.Kind(end) == Tok.Later && scan.Kind(end + 1) is not (Tok.This or Tok.In or Tok.Next)) || (scan.Kind(end) == Tok.After && Han(end)) || Word(end, "hence"))
        {
            return At(one, amount, 1) ? end + 1 : end;
        }

        if (scan.Kind(end) is Tok.From or Tok.After && !Han(end) && scan.Kind(end + 1) == Tok.Now)
        {
            return At(one, amount, 1) ? end + 2 : end;
        }

        if (amount.OfClock || scan.Kind(end) is not (Tok.From or Tok.After or Tok.Before) || Han(end))
        {
            return end;
        }

        // for 3 days from today is a stretch, 3 days from today a day
        if (DayAt(end + 1, out var day, out int after))
        {
            if (scan.Kind(end) == Tok.From && scan.Kind(one.First - 1) == Tok.For)
            {
                one.First--;
                return SetDays(one, day, Plus(day.AtMidnight(), amount, 1).Date, PeriodUnit.Other) ? after : end;
            }

            int sign = scan.Kind(end) == Tok.Before ? -1 : 1;
            one.Day = Plus(day.AtMidnight(), amount, sign).Date;
            one.Form = DayForm.FromNow;
            one.Open = more ? sign < 0 ? Open.Until : Open.From : Open.None;
            return after;
        }

        return end;
    }

    /// <summary>the next two days, past 3 months, 2 upcoming months, next hour, 上个小时.</summary>
    private int TurnOfLengths(int i, Said one)
    {
        int at = Word(i, "the") ? i + 1 : i;
        int number = 1;
        int unit;
        if (scan.Kind(at) is Tok.Num && !scan[at].Ordinal && Turn(at + 1, out int turn) && !Han(at + 1))
        {
            (number, unit) = (scan.Value(at), at + 2);
        }
        else if (Turn(at, out turn) && turn != 0)
        {
            unit = at + 1;
            if (scan.Kind(unit) == Tok.Num && !scan[unit].Ordinal || scan.Kind(unit) is Tok.Couple or Tok.Few)
            {
                number = scan.Value(unit);
                unit = Past(unit + 1, Tok.OfMark);
            }
            else if (scan.Kind(unit) is not (Tok.HourUnit or Tok.MinuteUnit or Tok.Fortnight or Tok.DayUnit))
            {
                return i;
            }
        }
        else
        {
            return i;
        }

        // "shouldn't last two hours" is a verb
        bool verb = Word(at, "last") && unit > at + 1 && at == i && scan.Kind(at - 1) is not (Tok.In or Tok.For or Tok.Within or Tok.Num);
        if (verb || turn == 0 || number is < 1 or > 10_000 || (scan.Kind(at) == Tok.Last && scan.Value(at) == 0))
        {
            return i;
        }

        one.First = at;
        int sign = Math.Sign(turn);
        return OfUnit(unit, number, sign, one, i) is var end && end > i ? end : i;
    }

    private int OfUnit(int unit, int number, int sign, Said one, int failed)
    {
        var now = context.Now;
        switch (scan.Kind(unit))
        {
            case Tok.HourUnit or Tok.MinuteUnit or Tok.SecondUnit:
                long seconds = number * (scan.Kind(unit) switch { Tok.HourUnit => 3600L, Tok.MinuteUnit => 60L, _ => 1L });
                return Stretch(one, sign > 0 ? now : now.PlusSeconds(-seconds), sign > 0 ? now.PlusSeconds(seconds) : now) ? unit + 1 : failed;
            case Tok.DayUnit when number == 1 && !Han(unit):
                (one.Day, one.Form) = (today.AddDays(sign), DayForm.Relative);
                one.First = Word(one.First - 1, "the") ? one.First - 1 : one.First;
                return unit + 1;
            case Tok.QuarterYear or Tok.QuarterWord:
                var quarter = new LocalDate(today.Year, (today.Month - 1) / 3 * 3 + 1, 1);
                return (sign > 0 ? SetDays(one, quarter.PlusMonths(3), quarter.PlusMonths(3 + 3 * number), PeriodUnit.Quarter)
                    : SetDays(one, quarter.PlusMonths(-3 * number), quarter, PeriodUnit.Quarter)) ? unit + 1 : failed;
            case Tok.DayUnit or Tok.WeekUnit or Tok.Fortnight or Tok.MonthUnit or Tok.YearUnit:
                var start = sign > 0 ? today.AddDays(1) : today;
                var other = scan.Kind(unit) switch
                {
                    Tok.MonthUnit => start.PlusMonths(sign * number),
                    Tok.YearUnit => start.PlusYears(sign * Math.Min(number, 1000)),
                    Tok.DayUnit => start.AddDays(sign * number),
                    Tok.WeekUnit => start.AddWeeks(sign * number),
                    _ => start.AddWeeks(2 * sign * number),
                };
                return SetDays(one, sign > 0 ? start : other, sign > 0 ? other : start, PeriodUnit.Other) ? unit + 1 : failed;
            default:
                return failed;
        }
    }

    /// <summary>all day, all week, the hour.</summary>
    private int AllOf(int i, Said one)
    {
        bool all = Word(i, "all");
        if (!all && !(Word(i, "the") && scan.Kind(i + 1) == Tok.HourUnit && scan.Kind(i - 1) == Tok.For))
        {
            return i;
        }

        one.Length = scan.Kind(i + 1) switch
        {
            Tok.DayUnit when Word(i + 1, "day") => new Amount(0, 1, 0, 86_400, "P1D"),
            Tok.WeekUnit when Word(i + 1, "week") => new Amount(0, 7, 0, 604_800, "P1W"),
            Tok.MonthUnit when Word(i + 1, "month") => new Amount(1, 0, 0, 30 * 86_400, "P1M"),
            Tok.YearUnit when Word(i + 1, "year") => new Amount(12, 0, 0, 365 * 86_400, "P1Y"),
            Tok.HourUnit when !all => new Amount(0, 0, 3600, 3600, "PT1H"),
            _ => null,
        };
        return one.Length is null ? i : i + 2;
    }

    private bool At(Said one, in Amount amount, int sign)
    {
        var moment = Plus(context.Now, amount, sign);
        if (amount.OfClock)
        {
            (one.Day, one.Clock) = (moment.Date, (int)(moment.TimeOfDay.TickOfDay / NodaConstants.TicksPerSecond));
        }
        else
        {
            one.Day = moment.Date;
        }

        one.Form = DayForm.FromNow;
        return true;
    }

    private static LocalDateTime Plus(LocalDateTime from, in Amount amount, int sign) => from.PlusMonths(sign * Math.Min(amount.Months, 12_000))
        .AddDays(sign * Math.Min(amount.Days, 300_000)).PlusSeconds((long)(sign * Math.Min(amount.Seconds, 1e10)));

    private bool Stretch(Said one, LocalDateTime from, LocalDateTime to)
    {
        if (from.TimeOfDay == to.TimeOfDay && from.TimeOfDay == context.Now.TimeOfDay && from.Date != to.Date)
        {
            return SetDays(one, from.Date, to.Date, PeriodUnit.Other);
        }

        (one.From, one.To) = (from, to);
        return true;
    }

    private bool DayAt(int i, out LocalDate day, out int next)
    {
        day = default;
        var one = new Said { First = i };
        int at = Holiday(i, one);
        if (at > i)
        {
            (day, next) = (one.Day!.Value, at);
            return true;
        }

        next = atoms.DayAt(i, out var atom);
        day = atom.Date;
        return next > i;
    }
}
