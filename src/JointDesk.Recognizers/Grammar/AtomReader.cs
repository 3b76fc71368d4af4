using JointDesk.Recognizers.Scanning;
using NodaTime;

namespace JointDesk.Recognizers.Grammar;

/// <summary>Tokens to atoms, left to right, one try per rule at each token and never back: its time grows with the text and with nothing else.</summary>
internal sealed partial class AtomReader(TokenScan scan)
{
    private Atom[] atoms = new Atom[64];
    private TimeContext context = null!;
    private LocalDate today;
    private readonly List<LocalDate> workDays = [];
    private string rule = "";
    private int missingFirst;
    private int missingEnd;

    public int Count { get; private set; }
    public TokenScan Scan => scan;

    /// <summary>Whether figures were met that look like a time and are none.</summary>
    public bool Trapped { get; private set; }

    /// <summary>Where the text names a day that no calendar has.</summary>
    public TextSpan? NoSuchDay { get; private set; }

    public ref Atom this[int i] => ref atoms[i];

    /// <summary>Forgets the text before; what follows is read by <see cref="Read"/> or, one by one, by <see cref="Take"/>.</summary>
    public void Begin(TimeContext timeContext)
    {
        context = timeContext;
        today = timeContext.Now.Date;
        workDays.Clear();
        Count = 0;
        Trapped = false;
        NoSuchDay = null;
        missingFirst = -1;
        dates = scan.Has(Tok.DayMark) || scan.Has(Tok.MonthUnit) || scan.Has(Tok.Slash) || scan.Has(Tok.Dash) || scan.Has(Tok.Dot);
        series = scan.Has(Tok.Once) || scan.Has(Tok.WeekdayPlural) || scan.Has(Tok.Other2) || scan.Has(Tok.Working) || scan.Has(Tok.Times) || (scan.Latin && scan.Has(Tok.Part)) || scan.Has(Tok.Every) || scan.Has(Tok.EveryOther) || scan.Has(Tok.Frequency) || scan.Has(Tok.WorkDay) || scan.Has(Tok.Total) || scan.Has(Tok.Weekend) || scan.Has(Tok.RelDay) || scan.DaysInRow;
        spans = scan.Has(Tok.WeekUnit) || scan.Has(Tok.MonthUnit) || scan.Has(Tok.YearUnit) || scan.Has(Tok.QuarterYear) || scan.Has(Tok.QuarterWord) || scan.Has(Tok.RelYear)
            || scan.Has(Tok.MonthName) || scan.Has(Tok.Weekend) || scan.Has(Tok.Xun) || scan.Has(Tok.RelDays) || scan.Has(Tok.PeriodEnd);
    }

    /// <summary>One atom at a token; the token after it, or the same where there is none.</summary>
    public int Take(int i, out Atom atom)
    {
        atom = new Atom { First = i, Part = Parts.None };
        int next = One(i, ref atom);
        if (next > i)
        {
            atom.Last = next - 1;
            Push(atom);
            atom.Rule = rule;
        }

        return next;
    }

    public bool IsTrap(int i, out int next) => Trap(i, out next);

    /// <summary>The day that is said at a token; the token after it.</summary>
    public int DayAt(int i, out Atom atom)
    {
        atom = new Atom { First = i, Part = Parts.None };
        return Day(i, ref atom);
    }

    /// <summary>Several days of one month that are said at a token; the token after them.</summary>
    public int DaysAt(int i, out Atom atom)
    {
        atom = new Atom { First = i, Part = Parts.None };
        return DaysOfMonth(i, ref atom);
    }

    /// <summary>The span of days that is said at a token; the token after it.</summary>
    public int PeriodAt(int i, out Atom atom)
    {
        atom = new Atom { First = i, Part = Parts.None };
        int next = Period(i, ref atom);
        atom.Last = next - 1;
        return next;
    }

    public void Read(TimeContext timeContext)
    {
        Begin(timeContext);
        for (int i = 0; i < scan.Count;)
        {
            var atom = new Atom { First = i, Part = Parts.None };
            int next = One(i, ref atom);
            if (next > i)
            {
                atom.Last = next - 1;
                Push(atom);
                i = next;
            }
            else
            {
                // A stretch of words that say nothing is one gap: neighbours on its two sides are less near.
                if (Count > 0 && atoms[Count - 1].IsRole(Role.Gap))
                {
                    atoms[Count - 1].Last = i;
                }
                else if (scan.Kind(i) is not (Tok.Filler or Tok.Colon or Tok.Open or Tok.Close or Tok.Quote or Tok.At or Tok.On or Tok.In or Tok.The or Tok.A))
                {
                    atom.Role = Role.Gap;
                    atom.Last = i;
                    Push(atom);
                }

                i++;
            }
        }
    }

    /// <summary>Whether the text has the marks of a date in figures.</summary>
    private bool dates;

    /// <summary>Whether it has a word with which a series may begin.</summary>
    private bool series;

    /// <summary>Whether it names anything that is longer than a day.</summary>
    private bool spans;

    private int One(int i, ref Atom atom)
    {
        int next;
        if (Trap(i, out next))
        {
            Trapped = true;
            atom.Role = Role.Gap;
            return next;
        }

        if (series && (next = Series(i, ref atom)) > i)
        {
            return By(nameof(Series), next);
        }

        bool nth = scan.Ordinal || scan.Has(Tok.Di) || scan.Has(Tok.Last);
        if (nth && (next = Nth(i, ref atom)) > i)
        {
            return By(nameof(Nth), next);
        }

        if ((next = FromNow(i, ref atom)) > i)
        {
            return By(nameof(FromNow), next);
        }

        if (scan.Has(Tok.MonthName) && (next = DaysRange(i, ref atom)) > i)
        {
            return By(nameof(DaysOfMonth), next);
        }

        if ((next = Day(i, ref atom)) > i)
        {
            return next;
        }

        if (missingFirst == i)
        {
            NoSuchDay ??= new TextSpan(scan[i].Start, scan[missingEnd - 1].End - scan[i].Start);
            (Trapped, atom.Role) = (true, Role.Gap);
            return By(nameof(NoSuchDay), missingEnd);
        }

        if (spans && (next = Period(i, ref atom)) > i)
        {
            return By(nameof(Period), next);
        }

        if (scan.Kind(i) == Tok.Num && scan.Latin && scan.Kind(i + 1) is Tok.HourUnit or Tok.MinuteUnit && ((next = HourMinutes(i, ref atom)) > i || (next = MilitaryHours(i, ref atom)) > i || (next = MinutesPast(i, ref atom)) > i))
        {
            return By(nameof(Clock), next);
        }

        if ((next = Length(i, ref atom)) > i)
        {
            return By(nameof(Length), next);
        }

        if ((next = Clock(i, ref atom)) > i)
        {
            return By(nameof(Clock), next);
        }

        if ((next = Part(i, ref atom)) > i)
        {
            return By(nameof(Part), next);
        }

        rule = nameof(Marker);
        return Marker(i, ref atom);
    }

    /// <summary>Notes which rule read the atom, for whoever has to mend it.</summary>
    private int By(string name, int next)
    {
        rule = name;
        return next;
    }

    private void Push(in Atom atom)
    {
        if (Count == atoms.Length)
        {
            Array.Resize(ref atoms, atoms.Length * 2);
        }

        atoms[Count] = atom;
        atoms[Count++].Rule = rule;
    }

    /// <summary>Skips words that may stand inside one expression; a few at most, so that a row of them costs no more than its length.</summary>
    private int Skip(int i, Tok a, Tok b = Tok.Filler, Tok c = Tok.Filler)
    {
        for (int n = 0; n < 6 && (scan.Kind(i) == a || scan.Kind(i) == b || scan.Kind(i) == c); n++)
        {
            i++;
        }

        return i;
    }
}
