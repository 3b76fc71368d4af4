using JointDesk.Recognizers.Grammar;
using JointDesk.Recognizers.Scanning;
using NodaTime;

namespace JointDesk.Recognizers.Expressions;

internal sealed partial class ExpressionReader
{
    /// <summary>now, at present, at the minute.</summary>
    private int Present(int i, Said one)
    {
        int next = scan.Kind(i) == Tok.Now && !Word(i, "asap") ? i + 1 : i;
        if (Word(i, "at"))
        {
            int at = Word(i + 1, "the") ? i + 2 : i + 1;
            next = Word(at, "present") ? Word(at + 1, "time") ? at + 2 : at + 1 : at > i + 1 && Word(at, "minute", "moment") ? at + 1 : Word(at, "this") && Word(at + 1, "time") ? at + 2 : i;
        }

        if (next > i)
        {
            (one.Day, one.Clock, one.Form, one.Timex) = (today, (int)(context.Now.TimeOfDay.TickOfDay / NodaConstants.TicksPerSecond), DayForm.Relative, "PRESENT_REF");
        }

        return next;
    }

    /// <summary>end of tomorrow, end of this sunday, the eod: the last second.</summary>
    private int EndOfDay(int i, Said one)
    {
        int at = Word(i, "the") ? i + 1 : i;
        int next;
        var day = today;
        if (scan.Kind(at) == Tok.DayEnd && !Han(at))
        {
            next = at + 1;
        }
        else if (scan.Kind(at) == Tok.End && scan.Kind(at + 1) == Tok.OfMark)
        {
            int what = Past(at + 2, Tok.The);
            if (Word(what, "day"))
            {
                next = what + 1;
            }
            else if (!(scan.Kind(what) is Tok.RelDay or Tok.This or Tok.Next or Tok.Weekday) || !DayAt(what, out day, out next))
            {
                return i;
            }
        }
        else
        {
            return i;
        }

        (one.Day, one.Clock, one.Form) = (day, 86_399, DayForm.Absolute);
        return next;
    }

    /// <summary>last night, next evening, today pm, tomorrow am.</summary>
    private int Night(int i, Said one)
    {
        if (Turn(i, out int turn) && turn != 0 && scan.Kind(i + 1) == Tok.Part && !Han(i))
        {
            (one.Day, one.Part, one.Form) = (today.AddDays(Math.Sign(turn)), (sbyte)scan.Value(i + 1), DayForm.Relative);
            return i + 2;
        }

        if (Word(i, "past") && scan.Kind(i + 1) == Tok.Weekday)
        {
            int back = ((int)today.Weekday() - scan.Value(i + 1) + 6) % 7 + 1;
            (one.Day, one.Form) = (today.AddDays(-back), DayForm.WeekdayOfWeek);
            return i + 2;
        }

        if (scan.Kind(i) == Tok.RelDay && scan[i].Aux < 0 && scan.Kind(i + 1) == Tok.AmPm)
        {
            (one.Day, one.Part, one.Form) = (today.AddDays(scan.Value(i)), scan.Value(i + 1) == 1 ? Parts.Afternoon : Parts.Morning, DayForm.Relative);
            return i + 2;
        }

        return i;
    }

    /// <summary>the day, the day before, the month, the same year, year to date.</summary>
    private int Undefined(int i, Said one)
    {
        bool the = Word(i, "the");
        if (the && Word(i + 1, "day") && scan.Kind(i + 2) is Tok.Before or Tok.After && !DayAt(i + 3, out _, out _) && scan.Kind(i + 3) is Tok.Stop or Tok.Comma)
        {
            (one.Day, one.Form) = (today.AddDays(scan.Kind(i + 2) == Tok.Before ? -1 : 1), DayForm.Relative);
            return i + 3;
        }

        if (the && Word(i + 1, "day") && scan.Kind(i + 2) is Tok.Stop or Tok.Comma && scan.Kind(i - 1) == Tok.OfMark)
        {
            (one.Day, one.Form) = (today, DayForm.Relative);
            return i + 2;
        }

        if (scan.Kind(i) == Tok.YearUnit && Word(i, "year") && Word(i + 1, "to") && Word(i + 2, "date"))
        {
            return SetDays(one, new LocalDate(today.Year, 1, 1), today, PeriodUnit.Other) ? i + 3 : i;
        }

        if (Word(i, "same") && scan.Kind(i + 1) is Tok.MonthUnit or Tok.YearUnit or Tok.WeekUnit)
        {
            return Current(i + 1, one) ? i + 2 : i;
        }

        bool apart = scan.Kind(i + 2) is not (Tok.After or Tok.OfMark or Tok.Start or Tok.Num or Tok.End) && !Word(i + 2, "to");
        return the && Word(i + 1, "month", "year") && apart && Current(i + 1, one) ? i + 2 : i;
    }

    /// <summary>after breakfast, lunchtime, in the daytime.</summary>
    private int Meal(int i, Said one)
    {
        int at = scan.Kind(i) == Tok.After && !Han(i) ? i + 1 : i;
        int hour = scan.Text(at) switch
        {
            "breakfast" => 12,
            "lunch" => 16,
            "dinner" or "dinnertime" => 20,
            _ => 0,
        };
        if (at > i && hour > 0)
        {
            (one.Clock, one.Open) = (hour * 3600, Open.From);
            return at + 1;
        }

        int day = Past(i, Tok.In, Tok.The);
        if (Word(day, "daytime"))
        {
            one.PartHours = (8 * 3600, 18 * 3600);
            return day + 1;
        }

        return i;
    }

    /// <summary>everyday, one a day, semiannual, bi-monthly.</summary>
    private int Sets(int i, Said one)
    {
        if (Word(i, "bi", "semi") && scan.Kind(i + 1) == Tok.Dash && scan.Kind(i + 2) == Tok.Frequency)
        {
            one.Set = true;
            return i + 3;
        }

        if (Word(i, "everyday", "semiannual") || Word(i, "semiannually", "biannual"))
        {
            one.Set = true;
            return i + 1;
        }

        if (Word(i, "one") && scan.Kind(i + 1) == Tok.A && scan.Kind(i + 2) is Tok.DayUnit or Tok.WeekUnit or Tok.MonthUnit)
        {
            one.Set = true;
            return i + 3;
        }

        return i;
    }

    private static (int From, int To) Hours(sbyte part) => part switch
    {
        Parts.Dawn => (0, 8 * 3600),
        Parts.Morning => (8 * 3600, 12 * 3600),
        Parts.Noon => (11 * 3600, 13 * 3600),
        Parts.Afternoon => (12 * 3600, 16 * 3600),
        Parts.Evening => (16 * 3600, 20 * 3600),
        _ => (20 * 3600, 86_399),
    };
}
