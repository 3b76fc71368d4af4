using JointDesk.Recognizers.Scanning;

namespace JointDesk.Recognizers.Grammar;

internal sealed partial class AtomReader
{
    /// <summary>Numbers that are no times: 5号楼, room 12, “6·18”案, phone numbers, versions, counts of things.</summary>
    private bool Trap(int i, out int next)
    {
        next = i;
        ref Token t = ref scan[i];
        if (t.Kind == Tok.Bound && scan.Kind(i + 1) == Tok.Num && t.Start < scan.Length && char.IsAsciiLetter(scan.Folded[t.Start]))
        {
            next = i + 2;
            return true;
        }

        // divided by 4, reduced by 20
        if (t.Kind == Tok.By && scan.Kind(i + 1) == Tok.Num && (Grows(scan.Text(i - 1)) || ((scan.Text(i - 1) is "it" or "them" || scan.Kind(i - 1) == Tok.Num) && Grows(scan.Text(i - 2)))))
        {
            next = i + 2;
            return true;
        }

        if (t.Kind == Tok.Bound && scan.Text(i) is "版本" && scan.Kind(i + 1) == Tok.Num)
        {
            next = scan.Kind(i + 2) == Tok.Dot && scan.Kind(i + 3) == Tok.Num ? i + 4 : i + 2;
            return true;
        }

        if (t.Kind != Tok.Num)
        {
            return false;
        }

        // 24/7; 川0104刑初1123号: figures within a name
        if ((t is { Value: 24, Digits: 2 } && scan.Kind(i + 1) == Tok.Slash && scan.Text(i + 2) is "7") || (t.Form == NumForm.Arabic && t.Digits > 3 && Within(i)))
        {
            next = t.Value == 24 ? i + 3 : i + 1;
            return true;
        }

        // what stands behind a word of time is no number of something
        bool timed = scan.Kind(i - 1) is Tok.At or Tok.On or Tok.To or Tok.From or Tok.By or Tok.Weekday or Tok.RelDay or Tok.MonthName or Tok.Part;
        if (t.Form == NumForm.Arabic && !timed && Identifies(i, out next))
        {
            return true;
        }

        // a short figure with nothing behind it, or with its hour, is only itself
        return !(t.Digits < 5 && scan.Kind(i + 1) is Tok.Comma or Tok.Stop or Tok.HourMark) && CountsOrNames(i, ref t, out next);
    }

    /// <summary>What stands behind a figure says that it counts, or is part of a number or a name.</summary>
    private bool CountsOrNames(int i, ref Token t, out int next)
    {
        next = i;

        // 2 to 3 thousand, 3到5人: both count
        if (!t.Ordinal && scan.Kind(i + 1) is Tok.To or Tok.Dash or Tok.Or && scan.Kind(i + 2) == Tok.Num && (scan.Kind(i + 3) == Tok.Bound || scan.Text(i + 3) is "thousand" or "million" or "billion") && scan.Kind(i + 4) != Tok.Num)
        {
            next = i + 4;
            return true;
        }

        // 两三点, 三四点钟: about then, and no hour
        if (t is { Form: NumForm.Han, Length: 1 } && scan.Kind(i + 1) == Tok.Num && scan[i + 1] is { Form: NumForm.Han, Length: 1 } && scan.Touches(i + 1) && scan.Value(i + 1) == t.Value + 1
            && scan.Kind(i + 2) == Tok.HourMark && scan.Kind(i - 1) is not (Tok.Weekday or Tok.WeekUnit))
        {
            next = scan.Kind(i + 3) == Tok.Whole ? i + 4 : i + 3;
            return true;
        }

        // “11·23”案, 6.18案, 9·07专案
        if (scan.Kind(i + 2) == Tok.Num && scan.Touches(i + 1) && scan.Touches(i + 2) && IsCaseDot(i + 1))
        {
            int after = i + 3;
            while (scan.Kind(after) is Tok.Quote)
            {
                after++;
            }

            bool dot = scan.Text(i + 1) is "·";
            if (dot || IsCaseWord(after))
            {
                next = after;
                return true;
            }
        }

        // 2026-001, 2026-001-1: a number with leading zeros in the middle is no date
        if (t is { Digits: 4, Value: >= 2000 and < 2100 } && scan.Kind(i + 1) == Tok.Dash && scan.Kind(i + 2) == Tok.Num && scan[i + 2].Digits >= 3 && scan[i + 2] is not { Digits: 4, Value: >= 1900 and < 2200 } && scan.Touches(i + 1) && scan.Touches(i + 2))
        {
            next = i + 3;
            while (scan.Kind(next) == Tok.Dash && scan.Kind(next + 1) == Tok.Num && scan.Touches(next) && scan.Touches(next + 1))
            {
                next += 2;
            }

            return true;
        }

        if (t.Form == NumForm.Arabic && t.Digits >= 5 && !(t.Digits == 8 && IsCompactDate(t.Value)))
        {
            next = i + 1;
            return true;
        }

        // Dotted quads and versions.
        if (t.Form == NumForm.Arabic && scan.Kind(i + 1) == Tok.Dot && scan.Kind(i + 3) == Tok.Dot && scan.Kind(i + 5) == Tok.Dot && scan.Touches(i + 5))
        {
            next = i;
            while (scan.Kind(next) is Tok.Num or Tok.Dot)
            {
                next++;
            }

            return true;
        }

        if (scan.Kind(i + 1) == Tok.Bound && t.Form != NumForm.None && !t.Ordinal && !HourBeforeRoom(i))
        {
            next = i + 2;
            return true;
        }

        // 9765号房, 12号线: the scan knows the mark and what it counts as one word
        if (scan.Kind(i + 1) == Tok.Other && scan.Touches(i + 1) && scan.Text(i + 1) is ['号', _, ..])
        {
            next = i + 2;
            return true;
        }

        if (scan.Kind(i + 1) == Tok.DayMark && scan.Kind(i + 2) == Tok.Bound && scan.Text(i + 1) is "号" && scan.Touches(i + 2)
            && scan.Text(i + 2) is not ("处" or "起" or "到"))
        {
            next = i + 3;
            return true;
        }

        return false;
    }

    private bool Within(int i) => scan.Touches(i) && scan.Touches(i + 1) && scan.Kind(i - 1) == Tok.Other && scan.Kind(i + 1) == Tok.Other && scan.Text(i - 1) is { Length: 1 } && scan.Text(i + 1)[0] >= 0x80;

    private static bool Grows(ReadOnlySpan<char> verb) => verb is "divided" or "divide" or "multiplied" or "multiply" or "increased" or "increase" or "reduced" or "reduce" or "cut" or "raised" or "raise" or "down"
        or "grown" or "fell" or "rose";

    private bool IsCaseDot(int i) => scan.Text(i) is "·" || scan.Kind(i) is Tok.Dot or Tok.Dash;

    private bool IsCaseWord(int i)
    {
        if (i >= scan.Count)
        {
            return false;
        }

        var rest = scan.Folded[scan[i].Start..];
        return rest.StartsWith("案") || rest.StartsWith("专案") || rest.StartsWith("专项") || rest.StartsWith("行动") || rest.StartsWith("系列案")
            || rest.StartsWith("特大") || rest.StartsWith("case") || rest.StartsWith("operation") || rest.StartsWith("incident") || rest.StartsWith("电诈案") || rest.StartsWith("跨境");
    }

    private static bool IsCompactDate(int value) =>
        value / 10000 is >= 1900 and < 2200 && value / 100 % 100 is >= 1 and <= 12 && value % 100 is >= 1 and <= 31;
}
