using JointDesk.Recognizers.Scanning;

namespace JointDesk.Recognizers.Grammar;

internal sealed partial class AtomReader
{
    private int Digits(int i, ref Atom atom)
    {
        ref Token a = ref scan[i];
        if (a.Digits == 8 && IsCompactDate(a.Value))
        {
            return SetDate(ref atom, Safe(a.Value / 10000, a.Value / 100 % 100, a.Value % 100, out bool whole), DayForm.Absolute, whole) ? i + 1 : i;
        }

        var mark = scan.Kind(i + 1);
        if (mark == Tok.Dot && scan.Text(i - 1) is "at" && scan[Math.Min(i + 2, scan.Count - 1)].Digits < 2)
        {
            // I'm at 10.1
            return i;
        }

        if (mark == Tok.Dot && (DottedClock(i) || (EnglishDot(i) && scan.Kind(i - 1) != Tok.On)))
        {
            return i;
        }

        if (mark is not (Tok.Slash or Tok.Dash or Tok.Dot) || scan.Kind(i + 2) != Tok.Num || scan[i + 2].Form != NumForm.Arabic
            || !scan.Touches(i + 1) || !scan.Touches(i + 2))
        {
            return i;
        }

        ref Token b = ref scan[i + 2];
        bool third = scan.Kind(i + 3) == mark && scan.Kind(i + 4) == Tok.Num && scan[i + 4].Form == NumForm.Arabic && scan.Touches(i + 3) && scan.Touches(i + 4);
        if (a.Digits == 4 && a.Value is >= 1900 and < 2200 && third)
        {
            int end = scan.Kind(i + 5) == Tok.DayMark ? i + 6 : i + 5;
            return Dated(ref atom, Safe(a.Value, b.Value, scan[i + 4].Value, out bool ok), DayForm.Absolute, ok, end);
        }

        if (third && (scan[i + 4].Digits is 4 || (scan[i + 4].Digits == 2 && mark != Tok.Dot)))
        {
            int year = scan[i + 4].Digits == 4 ? scan[i + 4].Value : 2000 + scan[i + 4].Value;
            if (scan[i + 4].Digits == 2 && mark == Tok.Dash && a.Digits == 2)
            {
                // 12-11-10 is written from the year down here.
                return SetDate(ref atom, Safe(2000 + a.Value, b.Value, scan[i + 4].Value, out bool down), DayForm.Absolute, down) ? i + 5 : i;
            }

            bool dayFirst = a.Value > 12 || (mark == Tok.Dot && b.Value <= 12);
            // 02/12/2026: of the two readings the one that is to come
            dayFirst |= a.LeadingZero && b.Value <= 12 && mark == Tok.Slash && Safe(year, a.Value, b.Value, out bool fits) < today && fits && Safe(year, b.Value, a.Value, out bool turned) >= today && turned;
            var date = dayFirst ? Safe(year, b.Value, a.Value, out bool ok) : Safe(year, a.Value, b.Value, out ok);
            return SetDate(ref atom, date, DayForm.Absolute, ok) ? i + 5 : i;
        }

        // 11-27下午: figures with a dash are a day where a part of the day or a weekday follows
        bool padded = a.Digits == 2 && b.Digits == 2 && scan.Kind(i + 3) == Tok.Num && scan.Kind(i + 4) == Tok.Colon && !scan.Touches(i + 3);
        bool dashed = mark == Tok.Dash && !padded && !((scan.Kind(i + 3) is Tok.Part or Tok.Weekday && scan.Text(i + 3)[0] >= 0x80 || scan.Kind(i + 3) is Tok.DayMark or Tok.Open) && scan[i + 3].Aux != 9);
        dashed &= !(mark == Tok.Dash && a.Digits == 2 && b.Digits == 2 && (a.LeadingZero || b.LeadingZero) && !scan.Touches(i + 3) && scan.Kind(i + 3) is Tok.Other && scan.Text(i + 3)[0] >= 0x80);
        if (third || a.Digits > 2 || b.Digits > 2 || dashed || a.Value is < 1 or > 12 || b.Value is < 1 or > 31 || a.LeadingZero && mark == Tok.Dot)
        {
            // 13/12 can only be the thirteenth of December.
            bool swapped = !third && mark == Tok.Slash && a.Digits == 2 && a.Value is > 12 and <= 31 && b.Value is >= 1 and <= 12;
            return swapped && SetDate(ref atom, MonthDay(today.Year, b.Value, a.Value, true, out bool ok), DayForm.MonthDay, ok) ? i + 3 : i;
        }

        int next = i + 3;
        if (scan.Kind(next) == Tok.DayMark)
        {
            next++;
        }
        else if (mark == Tok.Dot && (scan.Kind(next) is Tok.HourUnit or Tok.DayUnit or Tok.Measure or Tok.Bound or Tok.AmPm or Tok.YearUnit or Tok.MonthUnit
            or Tok.MinuteUnit or Tok.Half or Tok.HourMark || (scan.Touches(next) && scan.Text(next) is "%" or ['亿' or '万', ..]) || (scan.Kind(next) == Tok.Other && scan.Touches(next)
            && char.IsAsciiLetter(scan.Folded[scan[next].Start]))))
        {
            return i;
        }

        return SetDate(ref atom, MonthDay(today.Year, a.Value, b.Value, true, out bool good), DayForm.MonthDay, good) ? next : i;
    }

    /// <summary>at 2.30, Fri 4 Dec 9.30: where the day has been said, or "at" stands before, the dot parts hours from minutes.</summary>
    private bool DottedClock(int i) => scan.Kind(i + 3) != Tok.Dot && scan[i + 2].Digits == 2 && scan.Value(i) <= 24
        && (scan.Kind(i - 1) == Tok.At || DottedRange(i) || EnglishDotWaits(i) || (Count > 0 && atoms[Count - 1] is { Kind: AtomKind.Day, Form: DayForm.MonthDay or DayForm.Absolute } before && before.Last == i - 1 && !scan.Touches(i))
            || (Count > 0 && atoms[Count - 1] is { Kind: AtomKind.Part } or { Kind: AtomKind.Day, Form: DayForm.Relative } && atoms[Count - 1].Last == i - 1 && scan.Value(i) is >= 1 and <= 23 && scan.Value(i + 2) < 60));

    /// <summary>10.30-11.30 on Tuesday; either of the two.</summary>
    private bool DottedRange(int i)
    {
        int first = scan.Kind(i - 1) == Tok.Dash && scan.Kind(i - 3) == Tok.Dot ? i - 4 : i;
        bool two = scan.Kind(first + 1) == Tok.Dot && scan.Kind(first + 3) == Tok.Dash && scan.Kind(first + 5) == Tok.Dot && scan[Math.Max(0, first + 2)].Digits == 2 && scan[first + 6].Digits == 2;
        return first >= 0 && two && (scan.Kind(first + 7) is Tok.On or Tok.AmPm || (scan.Kind(first + 7) is Tok.Weekday or Tok.RelDay && scan.Text(first + 7)[0] < 0x80));
    }

    /// <summary>Whether two figures with a dot stand in a text that is all English, where the month is named when a day is meant.</summary>
    private bool EnglishDot(int i) => !scan.Chinese && scan.Latin && scan.Touches(i + 1) && scan.Touches(i + 2) && scan.Kind(i + 2) == Tok.Num && scan[i + 2].Digits == 2 && scan.Value(i + 2) % 5 == 0
        && scan.Kind(i + 3) is not (Tok.Dot or Tok.Slash) && scan.Value(i) is >= 1 and <= 23;

    /// <summary>by 8.30 tomorrow, 9.30 in the morning, moved to 3.30, 3.30 clashes with court: something near waits for an hour.</summary>
    private bool EnglishDotWaits(int i)
    {
        if (!EnglishDot(i) || scan.Kind(i - 1) == Tok.On || scan.Value(i + 2) >= 60)
        {
            return false;
        }

        int next = i + 3;
        bool tail = PartFollows(next) || scan.Kind(next) is Tok.RelDay or Tok.Weekday || (scan.Kind(next) == Tok.On && scan.Kind(next + 1) is Tok.Weekday or Tok.The) || scan.Text(next) is "sharp";
        bool stands = scan.Kind(next) is Tok.Stop or Tok.Comma or Tok.Filler or Tok.Not or Tok.Meeting or Tok.Any or Tok.On or Tok.To or Tok.Dash or Tok.At or Tok.In or Tok.For
            || scan.Text(next) is "clashes" or "conflicts" or "was" or "instead" or "start" or "with";
        return tail || (stands && scan.Kind(i - 1) is Tok.To or Tok.MoveTo or Tok.Not or Tok.By or Tok.Before or Tok.From or Tok.Until or Tok.Weekday or Tok.Stop or Tok.Or or Tok.Now || (stands && scan.Text(i - 1) is "still"))
            || (scan.Kind(i - 1) == Tok.Dash && LastClock());
    }
}
