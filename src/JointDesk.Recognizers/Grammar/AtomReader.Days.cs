using JointDesk.Recognizers.Scanning;
using NodaTime;

namespace JointDesk.Recognizers.Grammar;

internal sealed partial class AtomReader
{
    private int Day(int i, ref Atom atom)
    {
        atom.Kind = AtomKind.Day;
        string name = nameof(Relative);
        int next = Relative(i, ref atom);
        if (next == i && (dates || scan[i] is { Kind: Tok.Num, Digits: 8 }))
        {
            (name, next) = (nameof(Calendar), Calendar(i, ref atom));
        }

        if (next == i && scan.Has(Tok.Weekday))
        {
            (name, next) = (nameof(WeekdayPhrase), WeekdayPhrase(i, ref atom));
        }

        if (next == i && (scan.Kind(i) == Tok.In || scan.Kind(i + 1) is Tok.Weekday or Tok.WeekdayPlural))
        {
            (name, next) = (nameof(CountedWeekdays), CountedWeekdays(i, ref atom));
        }

        if (next == i && (scan.Ordinal || scan.Has(Tok.MonthName)))
        {
            (name, next) = (nameof(EnglishDate), EnglishDate(i, ref atom));
        }

        if (next == i)
        {
            (name, next) = (nameof(NamedDay), NamedDay(i, ref atom));
        }

        if (next > i)
        {
            return By(name, scan.Kind(next) is Tok.Before or Tok.After ? DayAfter(next, ref atom) : scan.Kind(next) == Tok.OfMark ? WeekOf(next, ref atom) : next);
        }

        atom = new Atom { First = i, Part = Parts.None };
        return i;
    }

    /// <summary>春节后第一个工作日, 国庆节后第二天, 节后第一个周一.</summary>
    private int DayAfter(int i, ref Atom atom)
    {
        // 春节前一周, 国庆后三天, 周五前一天
        if (scan.Text(i) is "前" or "后" && scan.Touches(i))
        {
            var length = new Atom { First = i + 1, Part = Parts.None };
            int end = Length(i + 1, ref length);
            if (end > i + 1 && length is { Minutes: 0, WorkDays: 0, Bare: false, Nth: 0 } && scan.Kind(end) is not (Tok.Within or Tok.Before or Tok.After) && scan[i + 1].Kind is not Tok.Half)
            {
                int sign = scan.Text(i) is "前" ? -1 : 1;
                atom.Date = atom.Date.PlusMonths(sign * Math.Min(length.Months, 120)).AddDays(sign * Math.Min(length.Days, 10_000));
                atom.Form = DayForm.MonthDay;
                return end;
            }
        }

        int di = Skip(i + 1, Tok.OfMark);
        bool nth = scan.Kind(i) == Tok.After && scan.Text(i)[0] >= 0x80 && scan.Kind(di) == Tok.Di && scan.Kind(di + 1) == Tok.Num && scan.Value(di + 1) is >= 1 and <= 30;
        int what = Skip(di + 2, Tok.Measure);
        if (!nth || scan.Kind(what) is not (Tok.WorkDay or Tok.DayUnit or Tok.Weekday))
        {
            return i;
        }

        int left = scan.Value(di + 1);
        for (int guard = 0; left > 0 && guard < 400; guard++)
        {
            atom.Date = atom.Date.AddDays(1);
            left -= scan.Kind(what) switch
            {
                Tok.WorkDay => context.IsWorkingDay(atom.Date),
                Tok.Weekday => (int)atom.Date.Weekday() == scan.Value(what),
                _ => true,
            } ? 1 : 0;
        }

        atom.Form = DayForm.MonthDay;
        return what + 1;
    }

    /// <summary>12月1日那周, 国庆那一周: the week that the day lies in.</summary>
    private int WeekOf(int i, ref Atom atom)
    {
        if (scan.Text(i) is not ("那周" or "那一周" or "那个星期" or "那个礼拜"))
        {
            return i;
        }

        var monday = atom.Date.AddDays(1 - (int)atom.Date.Weekday());
        atom = new Atom { First = atom.First, Part = Parts.None, Kind = AtomKind.Period, Date = monday, Date2 = monday.AddDays(6) };
        return i + 1;
    }

    private static bool SetDate(ref Atom atom, LocalDate date, DayForm form, bool ok)
    {
        atom.Date = date;
        atom.Form = form;
        return ok;
    }

    /// <summary>Sets a day that was named in full; one that no calendar has is noted, so that its words are not read as something else.</summary>
    private int Dated(ref Atom atom, LocalDate date, DayForm form, bool ok, int next)
    {
        SetDate(ref atom, date, form, ok);
        (missingFirst, missingEnd) = ok ? (missingFirst, missingEnd) : (atom.First, next);
        return ok ? next : atom.First;
    }

    private int Relative(int i, ref Atom atom)
    {
        // the day after tomorrow, the day before yesterday, the day after Christmas
        int at = scan.Kind(i) == Tok.The ? i + 1 : i;
        if (scan.Kind(at) == Tok.DayUnit && scan.Text(at)[0] < 0x80 && scan.Kind(at + 1) is Tok.After or Tok.Before && scan.Kind(at + 2) is Tok.RelDay or Tok.Festival or Tok.Other
            && DayAt(at + 2, out var named, out int end))
        {
            return SetDate(ref atom, named.AddDays(scan.Kind(at + 1) == Tok.After ? 1 : -1), DayForm.Relative, true) ? end : i;
        }

        // 下个工作日, next business day
        int workDay = scan.Kind(i) == Tok.Next && scan.Value(i) == 1 ? scan.Kind(i + 1) == Tok.WorkDay ? i + 2 : scan.Kind(i + 1) == Tok.Working && scan.Text(i + 2) is "day" ? i + 3 : i : i;
        if (workDay > i && scan.Text(workDay - 1) is not [.., 's'])
        {
            return SetDate(ref atom, AfterWorkDays(1), DayForm.Relative, true) ? workDay : i;
        }

        // 下个月的今天, 下周的今天
        int day = scan.Kind(i) is Tok.Next or Tok.Last && scan.Value(i) > 0 && scan.Kind(i + 1) is Tok.WeekUnit or Tok.MonthUnit or Tok.YearUnit ? Skip(i + 2, Tok.OfMark) : scan.Kind(i) == Tok.RelYear ? Skip(i + 1, Tok.OfMark) : i;
        if (day > i && scan.Kind(day) == Tok.RelDay && scan.Text(day)[0] >= 0x80)
        {
            int shift = scan.Kind(i) == Tok.Last ? -scan.Value(i) : scan.Value(i);
            var date = today.AddDays(scan.Value(day));
            date = scan.Kind(i + 1) switch { Tok.WeekUnit => date.AddWeeks(shift), Tok.MonthUnit => date.PlusMonths(shift), _ => date.PlusYears(shift) };
            atom.Part = scan[day].Aux;
            return SetDate(ref atom, date, DayForm.Relative, true) ? day + 1 : i;
        }

        if (scan.Kind(i) != Tok.RelDay)
        {
            return i;
        }

        SetDate(ref atom, today.AddDays(scan.Value(i)), DayForm.Relative, true);
        atom.Part = scan[i].Aux;
        int next = i + 1;

        // today week, tomorrow week
        if (scan.Kind(next) == Tok.WeekUnit && scan.Text(next) is "week")
        {
            atom.Date = atom.Date.AddWeeks(1);
            next++;
        }

        return next;
    }

    private static LocalDate Safe(int year, int month, int day, out bool ok)
    {
        ok = year is >= 1 and <= 9990 && month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month);
        return ok ? new LocalDate(year, month, day) : default;
    }

    /// <summary>A month and day; without a year the next one to come, today included.</summary>
    private LocalDate MonthDay(int year, int month, int day, bool roll, out bool ok)
    {
        var date = Safe(year, month, day, out ok);
        if (roll && (!ok || date < today))
        {
            for (int n = 1; n <= 8; n++)
            {
                var later = Safe(year + n, month, day, out bool fits);
                if (fits)
                {
                    ok = true;
                    return later;
                }

                if (!(month == 2 && day == 29))
                {
                    break;
                }
            }
        }

        return date;
    }

    private LocalDate NextDayOfMonth(int day, out bool ok)
    {
        ok = false;
        for (int n = 0; n < 4; n++)
        {
            var month = today.PlusMonths(n);
            var date = Safe(month.Year, month.Month, day, out ok);
            if (ok && date >= today)
            {
                return date;
            }
        }

        return default;
    }

    private LocalDate WeekStart => today.AddDays(1 - (int)today.Weekday());
}
