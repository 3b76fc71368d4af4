using JointDesk.Recognizers.Scanning;

namespace JointDesk.Recognizers.Grammar;

internal sealed partial class AtomReader
{
    /// <summary>Several days of one month: December 1-3, 1 to 3 December, between December 7 and 11, april ninth through seventeenth.</summary>
    public int DaysOfMonth(int i, ref Atom atom)
    {
        int month, first, last, next;
        int origin = i;
        i = scan.Kind(i) == Tok.The && scan.Kind(i + 1) == Tok.Num ? i + 1 : i;
        if (scan.Kind(i) == Tok.MonthName && IsDayNumber(i + 1) && Joins(i + 2, i - 1) && IsDayNumber(SkipThe(i + 3)))
        {
            next = SkipThe(i + 3) + 1;
            (month, first, last) = (scan.Value(i), scan.Value(i + 1), scan.Value(next - 1));
            if (scan.Kind(next) is Tok.Slash or Tok.AmPm or Tok.Colon or Tok.MonthName or Tok.Dash or Tok.HourMark or Tok.OfMark || MeridiemAt(next, out _) > next)
            {
                return origin;
            }
        }
        else if (IsDayNumber(i) && Joins(i + 1, i - 1) && IsDayNumber(SkipThe(i + 2)) && scan.Kind(i - 1) is not (Tok.MonthName or Tok.Slash or Tok.At)
            && scan.Kind(Skip(SkipThe(i + 2) + 1, Tok.OfMark)) == Tok.MonthName)
        {
            int name = Skip(SkipThe(i + 2) + 1, Tok.OfMark);
            (month, first, last, next) = (scan.Value(name), scan.Value(i), scan.Value(SkipThe(i + 2)), name + 1);
        }
        else
        {
            return origin;
        }

        int at = scan.Kind(next) == Tok.Comma ? next + 1 : next;
        bool said = scan.Kind(at) == Tok.Num && scan[at] is { Form: NumForm.Arabic, Digits: 4, Value: >= 1900 and < 2200 };
        int year = said ? scan.Value(at) : today.Year;
        var from = Safe(year, month, first, out bool fromFits);
        var to = Safe(year, month, last, out bool toFits);
        if (!fromFits || !toFits || from >= to)
        {
            return origin;
        }

        int turn = !said && to < today ? 1 : 0;
        (atom.Date, atom.Date2) = (from.PlusYears(turn), to.PlusYears(turn));
        return said ? at + 1 : next;
    }

    private int DaysRange(int i, ref Atom atom)
    {
        atom.Kind = AtomKind.Period;
        return DaysOfMonth(i, ref atom) is var next && next > i ? next : Fail(i, ref atom);
    }

    private int SkipThe(int i) => scan.Kind(i) == Tok.The ? i + 1 : i;

    private bool IsDayNumber(int i) => scan.Kind(i) == Tok.Num && scan[i] is { Form: NumForm.Arabic or NumForm.Word, Digits: <= 2, Value: >= 1 and <= 31 };

    private bool Joins(int i, int before) => scan.Kind(i) is Tok.Dash or Tok.To or Tok.Until || (scan.Kind(i) == Tok.And && scan.Kind(SkipBack(before)) == Tok.Between);

    private int SkipBack(int i) => scan.Kind(i) == Tok.The ? i - 1 : i;
}
