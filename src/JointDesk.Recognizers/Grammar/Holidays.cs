using JointDesk.Recognizers.Scanning;
using NodaTime;

namespace JointDesk.Recognizers.Grammar;

/// <summary>Holidays of the English-speaking world by name; those of the Chinese calendar are words of the grammar.</summary>
internal static class Holidays
{
    private const int MostWords = 5;

    private static readonly Dictionary<string, Func<int, LocalDate?>> Names = Build();

    /// <summary>What a name may begin with, so that most words cost one look.</summary>
    private static readonly HashSet<string> FirstWords = [.. Names.Keys.Select(n => n.Split(' ')[0])];

    /// <summary>The longest holiday's name at a token; the token after it, and on which day of a year it falls.</summary>
    public static int Match(TokenScan scan, int i, out Func<int, LocalDate?> day)
    {
        day = _ => null;
        Span<char> name = stackalloc char[48];
        int length = Spell(scan.Text(i), name);
        if (length == 0 || !FirstWords.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name[..length]))
        {
            return i;
        }

        var lookup = Names.GetAlternateLookup<ReadOnlySpan<char>>();
        for (int end = Math.Min(i + MostWords, scan.Count); end > i; end--)
        {
            length = Spell(scan.Folded[scan[i].Start..scan[end - 1].End], name);
            if (length > 0 && char.IsAsciiLetter(scan.Text(end - 1)[0]) && lookup.TryGetValue(name[..length], out var found))
            {
                day = found;
                return end;
            }
        }

        return i;
    }

    /// <summary>A name as it is kept: without marks and owners, one blank between. 0 where it is too long for one.</summary>
    private static int Spell(ReadOnlySpan<char> text, Span<char> name)
    {
        int length = 0;
        foreach (char c in text)
        {
            bool blank = c is ' ' or '-';
            if (c is '\'' or '.' || (blank && (length == 0 || name[length - 1] == ' ')))
            {
                continue;
            }

            if (length == name.Length)
            {
                return 0;
            }

            name[length++] = blank ? ' ' : c;
        }

        return length;
    }

    private static Dictionary<string, Func<int, LocalDate?>> Build()
    {
        var names = new Dictionary<string, Func<int, LocalDate?>>(StringComparer.Ordinal);
        void Fixed(int month, int day, string spelled) => Add(spelled, year => new LocalDate(year, month, day));
        void Nth(int month, int nth, IsoDayOfWeek weekday, string spelled, int plus = 0) => Add(spelled, year => NthOf(year, month, nth, weekday).AddDays(plus));
        void Moving(string spelled, Func<int, LocalDate?> rule) => Add(spelled, rule);
        void Add(string spelled, Func<int, LocalDate?> rule)
        {
            foreach (string name in spelled.Split(", "))
            {
                names[name] = rule;
            }
        }

        Fixed(1, 1, "new year, new years, new year day, new years day");
        Fixed(12, 31, "new year eve, new years eve");
        Fixed(2, 14, "valentine day, valentines day, valentines");
        Fixed(3, 8, "womens day, women day, international womens day");
        Fixed(3, 17, "st patrick, st patrick day, st patricks day, saint patrick, saint patrick day, saint patricks day");
        Fixed(4, 1, "april fool day, april fools, april fools day");
        Fixed(4, 22, "earth day");
        Fixed(5, 1, "may day, international workers day, workers day");
        Fixed(7, 4, "independence day, us independence day");
        Fixed(6, 19, "juneteenth");
        Fixed(10, 31, "halloween, halloween day");
        Fixed(11, 11, "veterans day, armistice day, singles day");
        Fixed(12, 24, "christmas eve, xmas eve");
        Fixed(12, 25, "christmas, christmas day, xmas, xmas day");
        Fixed(12, 26, "boxing day");
        Nth(1, 3, IsoDayOfWeek.Monday, "martin luther king day, mlk day");
        Nth(2, 3, IsoDayOfWeek.Monday, "presidents day, washington birthday");
        Nth(5, 2, IsoDayOfWeek.Sunday, "mother day, mothers day");
        Nth(5, -1, IsoDayOfWeek.Monday, "memorial day");
        Nth(6, 3, IsoDayOfWeek.Sunday, "father day, fathers day");
        Nth(9, 1, IsoDayOfWeek.Monday, "labor day, labour day");
        Nth(10, 2, IsoDayOfWeek.Monday, "columbus day, indigenous peoples day");
        Nth(11, 4, IsoDayOfWeek.Thursday, "thanksgiving, thanksgiving day");
        Nth(11, 4, IsoDayOfWeek.Thursday, "black friday", 1);
        Nth(11, 4, IsoDayOfWeek.Thursday, "cyber monday", 4);
        Moving("easter, easter day, easter sunday", year => Easter(year));
        Moving("easter monday", year => Easter(year).AddDays(1));
        Moving("good friday", year => Easter(year).AddDays(-2));
        Moving("eid al fitr, eid ul fitr", year => Islamic(year, 10, 1));
        Moving("eid al adha, eid ul adha", year => Islamic(year, 12, 10));
        Moving("ramadan", year => Islamic(year, 9, 1));
        return names;
    }

    /// <summary>The day of a solar festival by its code in the table of words: MMDD, 20000 + MMND for the nth weekday of a month, 30000 for Easter.</summary>
    public static LocalDate? Solar(int code, int year) => code switch
    {
        30_000 => Easter(year),
        > 20_000 => NthOf(year, code / 100 % 100, code / 10 % 10, (IsoDayOfWeek)(code % 10)),
        _ => new LocalDate(year, code / 100, code % 100),
    };

    private static LocalDate NthOf(int year, int month, int nth, IsoDayOfWeek weekday)
    {
        if (nth < 0)
        {
            return new LocalDate(year, month, CalendarSystem.Iso.GetDaysInMonth(year, month)).With(DateAdjusters.PreviousOrSame(weekday));
        }

        return new LocalDate(year, month, 1).With(DateAdjusters.NextOrSame(weekday)).AddWeeks(nth - 1);
    }

    /// <summary>The Gregorian computus (Meeus, Astronomical Algorithms, chapter 8).</summary>
    private static LocalDate Easter(int year)
    {
        int a = year % 19, b = year / 100, c = year % 100;
        int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int month = (h + l - 7 * m + 114) / 31;
        return new LocalDate(year, month, (h + l - 7 * m + 114) % 31 + 1);
    }

    /// <summary>By the tabular calendar; where the moon is watched for, a day later or earlier.</summary>
    private static LocalDate? Islamic(int year, int month, int day)
    {
        var calendar = CalendarSystem.IslamicBcl;
        var first = new LocalDate(year, 1, 1).WithCalendar(calendar);
        for (int y = first.Year; y <= first.Year + 1; y++)
        {
            var date = new LocalDate(y, month, day, calendar).WithCalendar(CalendarSystem.Iso);
            if (date.Year == year)
            {
                return date;
            }
        }

        return null;
    }
}
