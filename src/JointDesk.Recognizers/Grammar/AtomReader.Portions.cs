using JointDesk.Recognizers.Scanning;
using NodaTime;

namespace JointDesk.Recognizers.Grammar;

internal sealed partial class AtomReader
{
    /// <summary>上旬 中旬 下旬 初 底 上半年 第一周 前两周, said after a month, week or year.</summary>
    private int Portion(int i, ref Atom atom)
    {
        int at = Skip(i, Tok.OfMark);
        bool month = atom.Days == 30;

        // 今年年底, 本月月底: the unit once more
        bool again = scan.Kind(at) == (month ? Tok.MonthUnit : Tok.YearUnit) && atom.Days is 30 or 365 && scan.Text(at)[0] >= 0x80;
        at += again && scan.Kind(at + 1) is Tok.End or Tok.Start or Tok.Middle ? 1 : 0;
        switch (scan.Kind(at))
        {
            case Tok.Xun when month:
                var first = atom.Date;
                int third = scan.Value(at);
                atom.Date = first.AddDays((third - 1) * 10);
                atom.Date2 = third == 3 ? atom.Date2 : first.AddDays(third * 10 - 1);
                return at + 1;
            case Tok.End when scan.Text(at)[0] >= 0x80:
                int back = atom.Days switch { 30 => 9, 365 => 30, 90 => 9, _ => 1 };
                atom.Date = atom.Date2.AddDays(-back);
                atom.Bare = true;
                return at + 1;
            case Tok.Start when scan.Text(at)[0] >= 0x80 && scan.Value(at) == 0:
                atom.Date2 = atom.Date.AddDays(atom.Days switch { 30 => 9, 365 => 30, _ => 1 });
                return at + 1;
            case Tok.Middle when scan.Text(at)[0] >= 0x80 && month:
                (atom.Date, atom.Date2) = (atom.Date.AddDays(10), atom.Date.AddDays(19));
                return at + 1;
            case Tok.Next or Tok.Last or Tok.Before or Tok.After when HalfOf(at, atom.Days) is var half && half > 0:
                Halve(scan.Kind(at) is Tok.Next or Tok.After, ref atom);
                return half;
            case Tok.Di or Tok.Last or Tok.Before when atom.Days is 30 or 365:
                return WeeksWithin(at, ref atom) is var next && next > at ? next : i;
            default:
                return i;
        }
    }

    /// <summary>第四季度, 2027年第一季度, 明年一季度.</summary>
    private int NumberedQuarter(int i, ref Atom atom)
    {
        int year = today.Year;
        bool said = scan.Kind(i) == Tok.Num && scan.Kind(i + 1) == Tok.YearUnit && IsYear(i, out year);
        bool relative = scan.Kind(i) == Tok.RelYear;
        year = relative ? today.Year + scan.Value(i) : said ? year : today.Year;
        int at = Skip(said ? i + 2 : relative ? i + 1 : i, Tok.OfMark);
        at = scan.Kind(at) == Tok.Di ? at + 1 : at;
        if (scan.Kind(at) != Tok.Num || scan.Value(at) is < 1 or > 4 || scan.Kind(at + 1) != Tok.QuarterYear || scan.Text(at + 1) is not "季度")
        {
            return i;
        }

        var first = new LocalDate(year, 3 * scan.Value(at) - 2, 1);
        first = !said && !relative && first.PlusMonths(3) <= today ? first.PlusYears(1) : first;
        (atom.Kind, atom.Date, atom.Date2, atom.Days) = (AtomKind.Period, first, first.PlusMonths(3).AddDays(-1), 90);
        int next = Portion(at + 2, ref atom);
        atom.Days = 0;
        return next;
    }

    /// <summary>上半年, 下半月, 下半周 of the year, month or week that it is now.</summary>
    private int Half(int i, ref Atom atom)
    {
        int end = scan.Kind(i) is Tok.Next or Tok.Last ? HalfOf(i, 0) : 0;
        if (end == 0)
        {
            return i;
        }

        switch (scan.Kind(end - 1))
        {
            case Tok.YearUnit:
                Year(today.Year, ref atom, end);
                break;
            case Tok.MonthUnit:
                Month(today.Year, today.Month, ref atom, end);
                break;
            default:
                (atom.Date, atom.Date2, atom.Days) = (WeekStart, WeekStart.AddDays(6), 7);
                break;
        }

        Halve(scan.Kind(i) == Tok.Next, ref atom);
        return end;
    }

    /// <summary>The token after 上半年 and its like; 0 where none is said, or one that the span has not.</summary>
    private int HalfOf(int i, int days)
    {
        bool half = scan.Text(i) is "上" or "下" or "前" or "后" && scan.Kind(i + 1) == Tok.Half && scan.Text(i + 1) is "半";
        int unit = scan.Kind(i + 2) switch { Tok.YearUnit => 365, Tok.MonthUnit => 30, Tok.WeekUnit => 7, _ => 0 };
        return half && unit > 0 && (days == 0 || days == unit) ? i + 3 : 0;
    }

    private static void Halve(bool second, ref Atom atom)
    {
        var middle = atom.Days switch { 365 => atom.Date.PlusMonths(6), 30 => atom.Date.AddDays(15), _ => atom.Date.AddDays(3) };
        (atom.Date, atom.Date2) = second ? (middle, atom.Date2) : (atom.Date, middle.AddDays(-1));
        atom.Days = 1;
    }

    /// <summary>第一周, 前两周, 最后一周, 最后3周 of a month or year.</summary>
    private int WeeksWithin(int i, ref Atom atom)
    {
        bool last = scan.Kind(i) == Tok.Last && scan.Value(i) == 0;
        bool first = scan.Kind(i) == Tok.Before && scan.Text(i) is "前";
        bool nth = scan.Kind(i) == Tok.Di;
        int number = scan.Kind(i + 1) == Tok.Num ? i + 1 : i;
        int unit = Skip(number + 1, Tok.Measure);
        if (!(last || first || nth) || (number == i && !last) || scan.Kind(unit) != Tok.WeekUnit || scan.Value(number) > 53)
        {
            return i;
        }

        int n = number > i ? Math.Max(1, scan.Value(number)) : 1;
        Weeks(last ? -1 : first ? 1 : n, nth ? 1 : n, ref atom);
        return unit + 1;
    }

    /// <summary>the first week of December, the last two weeks of 2026, 3rd week of Jan.</summary>
    private int WeekOfSpan(int i, ref Atom atom)
    {
        int at = scan.Kind(i) == Tok.The ? i + 1 : i;
        bool last = scan.Kind(at) == Tok.Last && scan.Text(at) is "last" or "final";
        if (!last && (scan.Kind(at) != Tok.Num || !scan[at].Ordinal || scan.Value(at) > 53))
        {
            return i;
        }

        int number = scan.Kind(at + 1) == Tok.Num ? at + 1 : at;
        if (scan.Kind(number + 1) != Tok.WeekUnit || scan.Kind(number + 2) is not (Tok.OfMark or Tok.In))
        {
            return i;
        }

        int inner = Skip(number + 3, Tok.The);
        int next = Named(inner, ref atom, true);
        if (next == inner)
        {
            bool year = scan.Kind(inner) == Tok.Num && scan[inner] is { Digits: 4, Value: >= 1900 and < 2200 };
            next = year ? Year(scan.Value(inner), ref atom, inner + 1) : inner;
        }

        if (next == inner || atom.Days is not (30 or 365))
        {
            return i;
        }

        Weeks(last ? -1 : scan.Value(at), number > at ? scan.Value(number) : 1, ref atom);
        atom.Days = 0;
        return next;
    }

    /// <summary>A week belongs to the month or year that its Thursday lies in, as in ISO 8601.</summary>
    private static void Weeks(int nth, int count, ref Atom atom)
    {
        var first = atom.Date.With(DateAdjusters.NextOrSame(IsoDayOfWeek.Thursday)).AddDays(-3);
        var last = atom.Date2.With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Thursday)).AddDays(-3);
        count = Math.Clamp(count, 1, 53);
        var from = nth < 0 ? last.AddWeeks(1 - count) : first.AddWeeks(nth - 1);
        (atom.Date, atom.Date2, atom.Days) = (from, from.AddWeeks(count).AddDays(-1), 7);
    }
}
