using JointDesk.Recognizers.Scanning;

namespace JointDesk.Recognizers.Grammar;

internal sealed partial class AtomReader
{
    /// <summary>Days by number in the Chinese manner and in digits: 2026年12月3日, 12月3号, 二十三号, 下个月1号, 12/3, 2026-12-03, 20261203.</summary>
    private int Calendar(int i, ref Atom atom)
    {
        int at = i;
        int year = today.Year;
        bool yearSaid = false;
        if (scan.Kind(at) == Tok.RelYear)
        {
            year += scan.Value(at);
            yearSaid = true;
            at = Skip(at + 1, Tok.OfMark);
        }
        else if (scan.Kind(at) == Tok.Num && scan.Kind(at + 1) == Tok.YearUnit && IsYear(at, out int said))
        {
            year = said;
            yearSaid = true;
            at += 2;
        }

        // 本月10号, 下个月1号, 上个月5日
        if (!yearSaid && scan.Kind(at) is Tok.This or Tok.Next or Tok.Last && scan.Kind(at + 1) == Tok.MonthUnit)
        {
            int shift = scan.Kind(at) switch { Tok.This => 0, Tok.Next => scan.Value(at), _ => -scan.Value(at) };
            int day = Skip(at + 2, Tok.OfMark);
            if (scan.Kind(day) == Tok.Num && scan.Kind(day + 1) == Tok.DayMark)
            {
                var month = today.PlusMonths(shift);
                return Dated(ref atom, Safe(month.Year, month.Month, scan.Value(day), out bool ok), DayForm.MonthDay, ok, day + 2);
            }

            return i;
        }

        if (scan.Kind(at) != Tok.Num)
        {
            return i;
        }

        int value = scan.Value(at);
        if (IsMonthMark(at + 1) && value is >= 1 and <= 12 && scan.Kind(at + 2) == Tok.Num
            && scan.Value(at + 2) is >= 1 and <= 31)
        {
            int after = at + 3;
            bool marked = scan.Kind(after) == Tok.DayMark;
            if (!marked && scan.Kind(after) is Tok.DayUnit or Tok.Measure or Tok.HourMark or Tok.HourUnit or Tok.MonthUnit)
            {
                return i;
            }

            return Dated(ref atom, MonthDay(year, value, scan.Value(at + 2), !yearSaid, out bool ok), yearSaid ? DayForm.Absolute : DayForm.MonthDay, ok, after + (marked ? 1 : 0));
        }

        // 12月7、8、9日: those between
        if (!yearSaid && value is >= 1 and <= 31 && SharesMark(at) && Count > 1 && atoms[Count - 1].IsRole(Role.Enum) && atoms[Count - 2] is { Kind: AtomKind.Day, Form: DayForm.MonthDay or DayForm.Absolute } first && first.Date.Day < value)
        {
            return SetDate(ref atom, Safe(first.Date.Year, first.Date.Month, value, out bool fits), DayForm.MonthDay, fits) ? at + 1 : i;
        }

        if (!yearSaid && scan.Kind(at + 1) == Tok.DayMark && value is >= 1 and <= 31)
        {
            return DayOfMonth(at, value, ref atom);
        }

        // 3至5日, 3-5号: the mark belongs to both
        if (!yearSaid && scan.Kind(at + 1) is Tok.To or Tok.Dash && scan.Kind(at + 2) == Tok.Num && scan.Kind(at + 3) == Tok.DayMark && value is >= 1 and <= 31
            && scan.Value(at + 2) is >= 1 and <= 31)
        {
            return SetDate(ref atom, NextDayOfMonth(value, out bool fits), DayForm.DayOfMonth, fits) ? at + 1 : i;
        }

        bool figures = !yearSaid && scan[at].Form == NumForm.Arabic && (scan.Kind(at + 1) is Tok.Slash or Tok.Dash or Tok.Dot || scan[at].Digits == 8);
        return figures ? Digits(at, ref atom) : i;
    }

    private int DayOfMonth(int i, int value, ref Atom atom)
    {
        // 十日内, 三日后 count days; 三日前 is a day, 3日前 by then.
        int next = i + 2;
        if (scan.Text(i + 1) is "日" && (scan.Kind(next) is Tok.Within || (scan.Kind(next) == Tok.After && scan.Text(next) is not "后续")))
        {
            return i;
        }

        var day = NextDayOfMonth(value, out bool ok);
        if (Count > 1 && atoms[Count - 1].Kind == AtomKind.Role && atoms[Count - 1].Role is Role.Enum or Role.And or Role.Or && atoms[Count - 2] is { Kind: AtomKind.Day, Form: DayForm.MonthDay or DayForm.Absolute } before && before.Date.Day < value)
        {
            // 1月7日、8日: of the same month
            day = Safe(before.Date.Year, before.Date.Month, value, out ok);
            return SetDate(ref atom, day, DayForm.MonthDay, ok) ? next : i;
        }

        return SetDate(ref atom, day, DayForm.DayOfMonth, ok) ? next : i;
    }

    /// <summary>月 behind a number names a month; 个月 counts months.</summary>
    private bool IsMonthMark(int i) => scan.Kind(i) == Tok.MonthUnit && scan.Text(i) is "月" or "月份";

    private bool IsYear(int i, out int year)
    {
        ref Token t = ref scan[i];
        year = t.Value;
        if ((t is { Form: NumForm.Arabic, Digits: 2 } || t is { Form: NumForm.Han, Digits: 2 } && !scan.Text(i).Contains('十')) && scan.Kind(Skip(i + 2, Tok.OfMark)) is Tok.Num or Tok.Festival)
        {
            year = t.Value + 2000;
            return true;
        }

        return t.Digits == 4 && year is >= 1000 and < 3000;
    }
}
