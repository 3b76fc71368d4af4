using JointDesk.Recognizers.Scanning;
using NodaTime;

namespace JointDesk.Recognizers.Expressions;

internal sealed partial class ExpressionReader
{
    /// <summary>The first, middle or last part of a span: earlier this week, mid-November, end of 1989, later in the year, late evening.</summary>
    private int Third(int i, Said one)
    {
        int at = Word(i, "the") ? i + 1 : i;
        int part = scan.Text(at) switch
        {
            "early" or "earlier" or "beginning" or "start" => 0,
            "mid" or "middle" => 1,
            "late" or "later" or "end" => 2,
            _ => -1,
        };
        if (part < 0 || Word(at + 1, "than"))
        {
            return i;
        }

        int of = Past(at + 1, Tok.OfMark, Tok.In);
        of = scan.Kind(of) == Tok.Dash && scan.Touches(of) ? of + 1 : of;
        int inner = Past(of, Tok.The);
        if (Word(at, "start", "beginning") && scan.Kind(at + 1) != Tok.OfMark)
        {
            return i;
        }

        if (scan.Kind(inner) == Tok.Part && !Han(inner))
        {
            (int from, int to) = Hours((sbyte)scan.Value(inner));
            one.Part = (sbyte)scan.Value(inner);
            one.PartHours = part == 0 ? (from, from + 7200) : part == 2 ? (to - 7200, to) : (from, to);
            return inner + 1;
        }

        // later in today
        if (scan.Kind(inner) == Tok.RelDay && part == 2 && scan.Value(inner) == 0)
        {
            (one.Day, one.From, one.To) = (today, today.At(LocalTime.Noon), today.AddDays(1).AtMidnight());
            one.Day = null;
            return inner + 1;
        }

        var whole = new Said { First = inner };
        int next = Span(inner, whole);
        if (next == inner || whole.Day is not { } first || whole.DayEnd is not { } end)
        {
            return i;
        }

        one.First = at;
        one.AtEnd = part == 2 && scan.Kind(at) == Tok.End;
        bool exact = scan.Kind(of - 1) is Tok.OfMark || scan.Kind(at) != Tok.End;
        return exact && OfSpan(one, whole, first, end, part, scan.Kind(inner) == Tok.Num || Year(inner, out _, out _)) ? next : i;
    }

    private int Span(int i, Said whole)
    {
        if (scan.Kind(i) is Tok.WeekUnit or Tok.MonthUnit or Tok.YearUnit && !Han(i))
        {
            return Current(i, whole) ? i + 1 : i;
        }

        int next = Years(i, whole);
        if (next > i)
        {
            return next;
        }

        next = atoms.PeriodAt(i, out var atom);
        return next > i && Adopt(atom, whole) ? next : i;
    }

    private bool Current(int i, Said one) => scan.Kind(i) switch
    {
        Tok.WeekUnit => SetDays(one, Monday(today), Monday(today).AddDays(7), PeriodUnit.Week),
        Tok.MonthUnit => SetDays(one, new LocalDate(today.Year, today.Month, 1), new LocalDate(today.Year, today.Month, 1).PlusMonths(1), PeriodUnit.Month),
        Tok.YearUnit => SetYear(one, today.Year),
        _ => false,
    };

    private bool OfSpan(Said one, Said whole, LocalDate first, LocalDate end, int part, bool numbered)
    {
        int days = Period.DaysBetween(first, end);
        (LocalDate from, LocalDate to) = (whole.Unit, part) switch
        {
            (PeriodUnit.Year, 0) => (first, first.PlusMonths(numbered ? 4 : 6)),
            (PeriodUnit.Year, 1) => (first.PlusMonths(4), first.PlusMonths(8)),
            (PeriodUnit.Year, _) => (first.PlusMonths(numbered ? 8 : 6), end),
            (PeriodUnit.Month, 0) => (first, first.AddDays(15)),
            (PeriodUnit.Month, 1) => (first.AddDays(9), first.AddDays(20)),
            (PeriodUnit.Month, _) => (first.AddDays(15), end),
            (PeriodUnit.Week, 0) => (first, first.AddDays(3)),
            (PeriodUnit.Week, 2) => (first.AddDays(3), end),
            (_, 0) => (first, first.AddDays(Math.Max(1, days / 3))),
            (_, 1) => (first.AddDays(days / 3), first.AddDays(Math.Max(1, days * 2 / 3))),
            _ => (first.AddDays(days * 2 / 3), end),
        };

        // what was earlier this year is over by now
        if (part == 0 && Word(one.First, "earlier") && first <= today && to > today && whole.Unit == PeriodUnit.Year)
        {
            to = today;
        }

        return SetDays(one, from, to, whole.Unit, whole.Form);
    }
}
