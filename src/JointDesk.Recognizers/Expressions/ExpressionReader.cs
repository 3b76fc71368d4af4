using JointDesk.Recognizers.Grammar;
using JointDesk.Recognizers.Scanning;
using NodaTime;

namespace JointDesk.Recognizers.Expressions;

/// <summary>
/// The single times of a text as Microsoft.Recognizers.Text lists them. It reads what officers never say as well (bare years, decades,
/// seasons, holidays, seconds) and leaves the rest to the grammar's own atoms.
/// </summary>
internal sealed partial class ExpressionReader
{
    private readonly TokenScan scan;
    private readonly AtomReader atoms;

    /// <summary>What comes before a day in figures, and what after it.</summary>
    private readonly Func<int, Said, int>[] first;
    private readonly Func<int, Said, int>[] second;
    private readonly List<Said> said = [];
    private TimeContext context = null!;
    private LocalDate today;

    public ExpressionReader(TokenScan scan, AtomReader atoms)
    {
        (this.scan, this.atoms) = (scan, atoms);
        first = [Holiday, Present, EndOfDay, Night, Third, Undefined, Meal, Sets, OddDate];
        second = [Years, Weeks, Bounds, Counted];
    }

    public IReadOnlyList<TimeExpression> Read(TimeContext timeContext)
    {
        context = timeContext;
        today = timeContext.Now.Date;
        said.Clear();
        atoms.Begin(timeContext);
        for (int i = 0; i < scan.Count;)
        {
            int next = atoms.IsTrap(i, out int trap) ? trap : One(i);
            i = Math.Max(next, i + 1);
        }

        Join();
        return [.. said.Select(s => Express(s))];
    }

    private int One(int i)
    {
        if (Word(i - 1, "$"))
        {
            return i;
        }

        int next = Try(first, i);
        if (next == i && !Figured(i))
        {
            next = Try(second, i);
        }

        return next > i ? next : FromAtom(i, new Said { First = i });
    }

    private int Try(Func<int, Said, int>[] rules, int i)
    {
        var one = new Said { First = i };
        foreach (var rule in rules)
        {
            int next = rule(i, one);
            if (next > i)
            {
                one.Last = Math.Max(one.Last, next - 1);
                one.Rule = rule.Method.Name;
                said.Add(one);
                return next;
            }
        }

        return i;
    }

    /// <summary>A day in figures or "20 min past eight", which come before all that a figure may be else.</summary>
    private bool Figured(int i) => scan.Kind(i) == Tok.Num && (atoms.DayAt(i, out _) > i + 1 || (scan.Kind(i + 1) == Tok.MinuteUnit && scan.Kind(i + 2) == Tok.Past));

    private int FromAtom(int i, Said one)
    {
        int next = atoms.Take(i, out var atom);
        if (next == i || !Adopt(atom, one))
        {
            return next;
        }

        one.Last = next - 1;
        one.Rule = atom.Rule;
        Trim(one);
        said.Add(one);
        return next;
    }

    private bool Adopt(in Atom atom, Said one)
    {
        switch (atom.Kind)
        {
            case AtomKind.Day when Word(atom.Last, "sun", "sat") && scan.Kind(atom.Last - 1) == Tok.The:
            case AtomKind.Part when Word(atom.Last, "lunch") || Word(atom.First - 1, "good"):
                return false;
            case AtomKind.Nth when atom.Nth == -1 && atom.Unit == SeriesUnit.None && Word(atom.First, "last"):
                (one.Day, one.Form) = (Monday(today).AddWeeks(-1).AddDays(int.TrailingZeroCount(atom.Mask) - 1), DayForm.WeekdayOfWeek);
                return true;
            case AtomKind.Day:
                (one.Day, one.Form, one.Weekday, one.Part) = (atom.Date, atom.Form, atom.Weekday, atom.Part);
                if (atom.Nth != 0 && atom.Mask != 0)
                {
                    (int month, int nth, int mask, bool workday) = (atom.Date.Month, atom.Nth, atom.Mask, atom.WorkDays == 1);
                    one.InYear = year => atoms.NthOf(year, month, nth, mask, workday);
                }

                if (atom.Form == DayForm.Weekday && atom.Weekday == (int)today.Weekday() && atom.Date == today.AddWeeks(1))
                {
                    one.Day = today;
                }

                if (one.Part == Parts.Evening && scan.Kind(atom.First) == Tok.RelDay)
                {
                    one.Part = Parts.Night;
                }

                return true;
            case AtomKind.Period:
                (one.Day, one.DayEnd, one.Form) = (atom.Date, atom.Date2.AddDays(1), atom.Form);
                one.Unit = UnitOf(atom);
                if (one.Unit == PeriodUnit.Month && scan.Kind(atom.First) is Tok.MonthName or Tok.Num && scan.Kind(atom.Last) is not Tok.Num && !HasYear(atom))
                {
                    one.Form = DayForm.MonthDay;
                }

                return true;
            case AtomKind.Clock when atom.Form == DayForm.FromNow:
                return false;
            case AtomKind.Clock:
                one.First -= scan.Kind(atom.First + 1) == Tok.Dot && Word(atom.First - 1, "at") ? 1 : 0;
                (one.Clock, one.Bare) = ((atom.Hour * 60 + atom.Minute) * 60 + atom.Second, atom.Bare);
                return true;
            case AtomKind.Part:
                one.Part = atom.Part;
                one.Set = scan.Text(atom.Last) is "mornings" or "afternoons" or "evenings" or "nights";
                return true;
            case AtomKind.Series:
                one.Set = true;
                return true;
            default:
                return false;
        }
    }

    private bool HasYear(in Atom atom)
    {
        for (int i = atom.First; i <= atom.Last; i++)
        {
            if (scan.Kind(i) is Tok.YearUnit or Tok.RelYear)
            {
                return true;
            }
        }

        return false;
    }

    private static PeriodUnit UnitOf(in Atom atom) => Period.DaysBetween(atom.Date, atom.Date2) switch
    {
        >= 364 => PeriodUnit.Year,
        >= 89 => PeriodUnit.Quarter,
        >= 27 => PeriodUnit.Month,
        6 => PeriodUnit.Week,
        1 => PeriodUnit.Weekend,
        _ => PeriodUnit.Other,
    };

    /// <summary>Articles and owners that the library leaves out.</summary>
    private void Trim(Said one)
    {
        bool whole = Word(one.Last, "next") && one.Last - one.First >= 3;
        for (int i = one.First; i < one.Last; i++)
        {
            whole |= scan.Kind(i) == Tok.OfMark;
        }

        if (scan.Kind(one.First) == Tok.The && (one.DayEnd is not null ? !whole : scan.Text(one.First) is not "the") && !Word(one.First, "that"))
        {
            one.First++;
        }
    }

    private bool Word(int i, string word) => scan.Text(i).SequenceEqual(word);

    private bool Word(int i, string a, string b) => Word(i, a) || Word(i, b);

    private bool Word(int i, string a, string b, string c) => Word(i, a) || Word(i, b) || Word(i, c);

    private bool Han(int i) => (uint)i < (uint)scan.Count && scan.Text(i)[0] >= 0x80;

    private int Past(int i, Tok a, Tok b = Tok.Filler)
    {
        for (int n = 0; n < 4 && (scan.Kind(i) == a || scan.Kind(i) == b && b != Tok.Filler); n++)
        {
            i++;
        }

        return i;
    }

    /// <summary>−1 last, 0 this, 1 next; false where the word is none of these.</summary>
    private bool Turn(int i, out int turn)
    {
        turn = scan.Kind(i) switch
        {
            Tok.This => 0,
            Tok.Next => scan.Value(i),
            Tok.Coming => 1,
            Tok.Last when scan.Value(i) > 0 => -scan.Value(i),
            Tok.Past => -1,
            _ when Word(i, "current", "present") => 0,
            _ => int.MinValue,
        };
        return turn != int.MinValue;
    }

    private static LocalDate Monday(LocalDate day) => day.AddDays(1 - (int)day.Weekday());

    private static bool SetDays(Said one, LocalDate from, LocalDate to, PeriodUnit unit, DayForm form = DayForm.Absolute)
    {
        (one.Day, one.DayEnd, one.Unit, one.Form) = (from, to, unit, form);
        return true;
    }
}
