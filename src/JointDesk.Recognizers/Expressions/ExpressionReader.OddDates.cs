using JointDesk.Recognizers.Grammar;
using JointDesk.Recognizers.Scanning;
using NodaTime;

namespace JointDesk.Recognizers.Expressions;

internal sealed partial class ExpressionReader
{
    /// <summary>Dates in orders that officers do not use, days that do not exist, and ranges within one month: 2019-aug-1, Feb 30, 9 to 12 June.</summary>
    private int OddDate(int i, Said one)
    {
        int next;
        return (next = MonthOfYear(i, one)) > i || (next = DayRange(i, one)) > i || (next = ThreeParts(i, one)) > i || (next = DayOfMonth(i, one)) > i
            || (next = NoSuchDay(i, one)) > i || (next = ShortYear(i, one)) > i ? next : i;
    }

    /// <summary>dec-2018, june of 1992, october two thousand, april of 87, 12-2015.</summary>
    private int MonthOfYear(int i, Said one)
    {
        bool figure = scan.Kind(i) == Tok.Num && scan[i] is { Form: NumForm.Arabic, Digits: <= 2, Ordinal: false } && scan.Value(i) is >= 1 and <= 12
            && scan.Kind(i + 1) == Tok.Dash && scan.Touches(i + 1) && scan.Touches(i + 2) && scan.Kind(i + 3) != Tok.Dash && scan.Kind(i - 1) != Tok.Dash;
        if (scan.Kind(i) != Tok.MonthName && !figure)
        {
            return i;
        }

        int at = scan.Kind(i + 1) is Tok.Dash or Tok.Slash or Tok.Comma or Tok.OfMark or Tok.Dot ? i + 2 : i + 1;
        bool said = Year(at, out int year, out int next) && scan.Kind(next) is not (Tok.Dash or Tok.Slash) && (!figure || scan[at].Digits == 4);
        if (!said && scan.Kind(i + 1) == Tok.OfMark && TwoFigures(at, out year))
        {
            (said, next) = (true, at + 1);
        }

        return said && SetMonth(one, year, scan.Value(i)) ? next : i;
    }

    private bool TwoFigures(int i, out int year)
    {
        year = scan.Value(i) + (scan.Value(i) > 40 ? 1900 : 2000);
        return scan.Kind(i) == Tok.Num && scan[i] is { Form: NumForm.Arabic, Digits: 2, Ordinal: false };
    }

    private static bool SetMonth(Said one, int year, int month)
    {
        var first = new LocalDate(year, month, 1);
        return SetDays(one, first, first.PlusMonths(1), PeriodUnit.Month);
    }

    /// <summary>november 18-19, april ninth through seventeenth, 9 to 12 of June.</summary>
    private int DayRange(int i, Said one)
    {
        int next = atoms.DaysAt(i, out var atom);
        one.First = next > i && scan.Kind(i - 1) is Tok.From or Tok.Between ? i - 1 : i;
        return next > i && SetDays(one, atom.Date, atom.Date2, PeriodUnit.Other) ? next : i;
    }

    private static bool Exists(int year, int month, int day) => year is >= 1 and < 9990 && month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month);

    /// <summary>2019/aug/01, sep-23-2020, september-2020-23, 23-2020-september, 2016 10 16.</summary>
    private int ThreeParts(int i, Said one)
    {
        bool marks = scan.Kind(i + 1) is Tok.Dash or Tok.Slash && scan.Kind(i + 3) == scan.Kind(i + 1) && scan.Touches(i + 1) && scan.Touches(i + 3);
        (int a, int b, int c) = marks ? (i, i + 2, i + 4) : (i, i + 1, i + 2);
        int year, month, day;
        if (marks && scan.Kind(a) == Tok.MonthName && scan.Kind(b) == Tok.Num && scan.Kind(c) == Tok.Num)
        {
            (year, month, day) = scan[c].Digits == 4 ? (scan.Value(c), scan.Value(a), scan.Value(b)) : (scan.Value(b), scan.Value(a), scan.Value(c));
        }
        else if (marks && scan.Kind(a) == Tok.Num && scan.Kind(b) == Tok.MonthName && scan.Kind(c) == Tok.Num && scan[a].Digits == 4)
        {
            (year, month, day) = (scan.Value(a), scan.Value(b), scan.Value(c));
        }
        else if (marks && scan.Kind(a) == Tok.Num && scan.Kind(b) == Tok.Num && scan.Kind(c) == Tok.MonthName)
        {
            (year, month, day) = (scan.Value(b), scan.Value(c), scan.Value(a));
        }
        else if (!marks && scan.Kind(a) == Tok.Num && scan.Kind(b) == Tok.Num && scan.Kind(c) == Tok.Num && scan[a] is { Digits: 4, Form: NumForm.Arabic }
            && scan[b] is { Digits: 2, Form: NumForm.Arabic } && scan[c] is { Digits: 2, Form: NumForm.Arabic } && scan.Kind(c + 1) is not (Tok.Colon or Tok.Num))
        {
            (year, month, day) = (scan.Value(a), scan.Value(b), scan.Value(c));
        }
        else
        {
            return i;
        }

        if (year < 1000 || !Exists(year, month, day))
        {
            return i;
        }

        (one.Day, one.Form) = (new LocalDate(year, month, day), DayForm.Absolute);
        return c + 1;
    }

    /// <summary>the 15th day of June, 15 april of 87, this 5/12, next 6th of April, wed 13th, sunday 31.</summary>
    private int DayOfMonth(int i, Said one)
    {
        int at = Word(i, "the") ? i + 1 : i;
        if (scan.Kind(at) == Tok.Num && scan[at].Ordinal && Word(at + 1, "day") && scan.Kind(at + 2) == Tok.OfMark && scan.Kind(at + 3) == Tok.MonthName)
        {
            one.First = at;
            return SetDay(one, scan.Value(at + 3), scan.Value(at), today.Year) ? at + 4 : i;
        }

        if (scan.Kind(at) == Tok.Num && scan.Kind(at + 1) == Tok.MonthName && scan.Kind(at + 2) == Tok.OfMark && TwoFigures(at + 3, out int year) && Exists(year, scan.Value(at + 1), scan.Value(at)))
        {
            (one.Day, one.Form) = (new LocalDate(year, scan.Value(at + 1), scan.Value(at)), DayForm.Absolute);
            return at + 4;
        }

        // this 5/12, next friday 5/12
        if (scan.Kind(i) is Tok.This or Tok.Next && !Han(i))
        {
            int date = scan.Kind(i + 1) == Tok.Weekday ? i + 2 : i + 1;
            if (scan.Kind(date) == Tok.Num && (scan.Kind(date + 1) == Tok.Slash || scan[date].Ordinal) && atoms.DayAt(date, out var atom) is var next && next > date + 1)
            {
                bool thisYear = scan.Kind(i) == Tok.This || date == i + 2;
                (one.Day, one.Form) = (new LocalDate(today.Year, atom.Date.Month, Math.Min(atom.Date.Day, 28)).AddDays(atom.Date.Day - Math.Min(atom.Date.Day, 28)), DayForm.Absolute);
                one.Day = thisYear || one.Day > today ? one.Day : one.Day.Value.PlusYears(1);
                return next;
            }

            return i;
        }

        // wed 13th, sunday 31: the next month in which they are one
        if (scan.Kind(i) == Tok.Weekday && !Han(i) && scan.Kind(i + 1) == Tok.Num && scan[i + 1] is { Form: NumForm.Arabic, Digits: <= 2 } && (scan[i + 1].Ordinal || scan.Value(i + 1) > 24)
            && scan.Kind(i + 2) is Tok.Stop or Tok.Comma && scan.Value(i + 1) is >= 1 and <= 31)
        {
            for (var month = new LocalDate(today.Year, today.Month, 1); month < today.PlusYears(8); month = month.PlusMonths(1))
            {
                if (Exists(month.Year, month.Month, scan.Value(i + 1)) && month.AddDays(scan.Value(i + 1) - 1) is var day && day >= today && (int)day.Weekday() == scan.Value(i))
                {
                    (one.Day, one.Form) = (day, DayForm.Absolute);
                    return i + 2;
                }
            }
        }

        return i;
    }

    private bool SetDay(Said one, int month, int day, int year)
    {
        year += Exists(year, month, day) && new LocalDate(year, month, day) < today ? 1 : 0;
        if (!Exists(year, month, day))
        {
            return false;
        }

        (one.Day, one.Form) = (new LocalDate(year, month, day), DayForm.MonthDay);
        return true;
    }

    /// <summary>Feb 30, 2019年2月29日: read as a date, resolved to none.</summary>
    private int NoSuchDay(int i, Said one)
    {
        int month, day, next, year = 0;
        if (scan.Kind(i) == Tok.MonthName && scan.Kind(i + 1) == Tok.Num && scan[i + 1].Digits == 2)
        {
            (month, day, next) = (scan.Value(i), scan.Value(i + 1), i + 2);
            if (Year(next, out int named, out int after))
            {
                (year, next) = (named, after);
            }
        }
        else if (scan.Kind(i) == Tok.Num && scan.Kind(i + 1) == Tok.YearUnit && scan.Kind(i + 3) == Tok.MonthUnit && scan.Kind(i + 5) == Tok.DayMark)
        {
            (year, month, day, next) = (scan.Value(i), scan.Value(i + 2), scan.Value(i + 4), i + 6);
        }
        else
        {
            return i;
        }

        // a leap year will come for the 29th of February
        if (month is < 1 or > 12 || day is < 1 or > 31 || Exists(year == 0 ? 2000 : year, month, day))
        {
            return i;
        }

        (one.Day, one.Nameless, one.Form) = (today, true, DayForm.Absolute);
        one.Timex = $"{(year == 0 ? "XXXX" : year.ToString("0000", System.Globalization.CultureInfo.InvariantCulture))}-{month:00}-{day:00}";
        return next;
    }

    /// <summary>零八年, 08年.</summary>
    private int ShortYear(int i, Said one) => scan.Kind(i) == Tok.Num && scan[i] is { LeadingZero: true, Digits: 2 } && scan.Kind(i + 1) == Tok.YearUnit && Han(i + 1)
        && scan.Kind(i + 2) is not Tok.Num && SetYear(one, 2000 + scan.Value(i)) ? i + 2 : i;

    /// <summary>= 2019, > = 2019; "date" as in "from March to date".</summary>
    private int Bounds(int i, Said one)
    {
        if (Word(i, "date") && scan.Kind(i - 1) is Tok.To or Tok.Until && !Word(i - 1, "-"))
        {
            (one.Day, one.Form) = (today, DayForm.Relative);
            return i + 1;
        }

        bool greater = Word(i, ">");
        int at = greater ? i + 1 : i;
        bool equal = Word(at, "=");
        at = equal ? at + 1 : at;
        if (at == i || !Year(at, out int year, out int next))
        {
            return i;
        }

        SetYear(one, year);
        if (greater)
        {
            one.Open = Open.From;
            one.Day = equal ? one.Day : one.DayEnd;
            one.DayEnd = null;
        }

        return next;
    }
}
