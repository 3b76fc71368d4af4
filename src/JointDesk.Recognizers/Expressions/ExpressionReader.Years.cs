using JointDesk.Recognizers.Scanning;
using NodaTime;

namespace JointDesk.Recognizers.Expressions;

internal sealed partial class ExpressionReader
{
    /// <summary>Years, quarters, halves, decades, centuries, seasons: 2008, Q1 2019, nineties, 15th century, last fiscal year, 今年夏天.</summary>
    private int Years(int i, Said one)
    {
        int next;
        return (next = QuarterOrHalf(i, one)) > i || (next = NamedYear(i, one)) > i || (next = Decade(i, one)) > i || (next = Season(i, one)) > i
            || (next = DynastyYear(i, one)) > i || (next = PlainYear(i, one)) > i ? next : i;
    }

    /// <summary>A year in four figures or in words; <paramref name="next"/> is the token after it.</summary>
    private bool Year(int i, out int year, out int next)
    {
        year = 0;
        next = i + 1;
        ref Token t = ref scan[Math.Min(i, Math.Max(0, scan.Count - 1))];
        if (scan.Kind(i) != Tok.Num || t.Ordinal)
        {
            return false;
        }

        year = t.Value;
        if (t is { Form: NumForm.Arabic, Digits: 4, Value: >= 1500 and < 2200 })
        {
            return true;
        }

        if (t.Form != NumForm.Word)
        {
            return false;
        }

        // two thousand (and) fifteen, nineteen ninety six, nineteen hundred ninety three
        bool thousand = t.Value == 2 && Word(i + 1, "thousand");
        bool hundred = t.Value is >= 10 and < 20 && Word(i + 1, "hundred");
        if (thousand || hundred)
        {
            year *= thousand ? 1000 : 100;
            int rest = Past(i + 2, Tok.And);
            next = i + 2;
            if (scan.Kind(rest) == Tok.Num && scan[rest] is { Form: NumForm.Word, Ordinal: false } && scan.Value(rest) < 100)
            {
                year += scan.Value(rest);
                next = rest + 1;
            }

            return true;
        }

        if (t.Value is >= 16 and <= 20 && scan.Kind(i + 1) == Tok.Num && scan[i + 1] is { Form: NumForm.Word, Ordinal: false } && scan.Value(i + 1) is >= 10 and < 100)
        {
            year = year * 100 + scan.Value(i + 1);
            next = i + 2;
            return true;
        }

        return false;
    }

    private static bool SetYear(Said one, int year) => SetDays(one, new LocalDate(year, 1, 1), new LocalDate(year + 1, 1, 1), PeriodUnit.Year);

    private int PlainYear(int i, Said one)
    {
        int at = Word(i, "the") && Word(i + 1, "year") ? i + 1 : i;
        if (Word(at, "year"))
        {
            int number = Past(at + 1, Tok.OfMark);
            if (!Year(number, out int named, out int end))
            {
                return i;
            }

            one.First = number > at + 1 ? number : at;
            return SetYear(one, named) ? end : i;
        }

        if (!Year(i, out int year, out int next) || Measured(i, next) || scan.Kind(next) is Tok.YearUnit or Tok.MonthUnit or Tok.MonthName || scan[i] is { Form: NumForm.Arabic, Value: < 1900 })
        {
            return i;
        }

        return SetYear(one, year) ? next : i;
    }

    /// <summary>Whether the figures belong to something else: a phone number, an amount, a clock.</summary>
    private bool Measured(int i, int next)
    {
        bool dashed = scan.Kind(i - 1) == Tok.Dash && scan.Kind(i - 2) == Tok.Num && !(scan[i - 2] is { Digits: 4 });
        bool joins = scan.Kind(next) == Tok.Dash && scan.Kind(next + 1) == Tok.Num && !(scan[next + 1] is { Digits: 4, Value: >= 1500 });
        bool chain = scan.Kind(next) == Tok.Dash && scan.Kind(next + 2) == Tok.Dash && scan.Kind(next + 3) == Tok.Num;
        return dashed || joins || chain || Word(i - 1, "$", "#") || Word(i - 1, ".") || scan.Kind(next) is Tok.HourMark or Tok.AmPm or Tok.HourUnit or Tok.MinuteUnit or Tok.Bound
            or Tok.DayUnit or Tok.Measure or Tok.Other2 || scan.Kind(next) is Tok.Dot or Tok.Colon && scan.Touches(next + 1) || (scan.Kind(next) == Tok.Other && scan.Touches(next))
            || (scan.Kind(i - 1) == Tok.Other && scan.Touches(i) && scan.Text(i - 1)[0] < 0x80 && !Word(i - 1, "=", ">", "<"));
    }

    private int QuarterOrHalf(int i, Said one)
    {
        // Q1 2019, q1-2019, 2019 q1, 2019-H2
        if (LetterPart(i, out int parts, out int part, out int next))
        {
            int at = scan.Kind(next) == Tok.Dash ? next + 1 : next;
            return Year(at, out int year, out int end) && SetPart(one, year, parts, part) ? end : i;
        }

        if (Year(i, out int first, out int after) && scan[i].Form == NumForm.Arabic && LetterPart(scan.Kind(after) == Tok.Dash ? after + 1 : after, out parts, out part, out next))
        {
            return SetPart(one, first, parts, part) ? next : i;
        }

        // next year's first quarter
        if (Turn(i, out int turn) && scan.Kind(i + 1) == Tok.YearUnit)
        {
            int ordinal = Past(i + 2, Tok.Possessive, Tok.The);
            return scan.Kind(ordinal) == Tok.Num && scan[ordinal].Ordinal && scan.Kind(ordinal + 1) == Tok.QuarterWord
                && SetPart(one, today.Year + turn, 4, scan.Value(ordinal)) ? ordinal + 2 : i;
        }

        int number = Word(i, "the") ? i + 1 : i;
        if (scan.Kind(number) != Tok.Num || !scan[number].Ordinal || scan.Kind(number + 1) != Tok.QuarterWord)
        {
            return i;
        }

        int of = Past(number + 2, Tok.OfMark, Tok.In);
        int the = Past(of, Tok.The);
        if (of > number + 2 && scan.Kind(the) == Tok.YearUnit)
        {
            return SetPart(one, today.Year, 4, scan.Value(number)) ? the + 1 : i;
        }

        if (of > number + 2 && Turn(the, out turn) && scan.Kind(the + 1) == Tok.YearUnit)
        {
            return SetPart(one, today.Year + turn, 4, scan.Value(number)) ? the + 2 : i;
        }

        return Year(of, out int said, out int behind) ? SetPart(one, said, 4, scan.Value(number)) ? behind : i
            : SetPart(one, today.Year, 4, scan.Value(number)) ? number + 2 : i;
    }

    private bool LetterPart(int i, out int parts, out int part, out int next)
    {
        parts = Word(i, "q") ? 4 : Word(i, "h") ? 2 : 0;
        part = scan.Value(i + 1);
        next = i + 2;
        return parts > 0 && scan.Kind(i + 1) == Tok.Num && scan.Touches(i + 1) && part >= 1 && part <= parts;
    }

    private static bool SetPart(Said one, int year, int parts, int part)
    {
        if (part < 1 || part > parts || year is < 1 or > 9000)
        {
            return false;
        }

        var from = new LocalDate(year, 12 / parts * (part - 1) + 1, 1);
        return SetDays(one, from, from.PlusMonths(12 / parts), PeriodUnit.Quarter);
    }

    /// <summary>school year 2008, cy18, this calendar year. Where a school's or a budget's year begins is not known here.</summary>
    private int NamedYear(int i, Said one)
    {
        int turned = Turn(i, out int turn) ? i + 1 : i;
        bool calendar = Word(turned, "calendar") || Word(turned, "cy");
        bool other = Word(turned, "school", "fiscal") || Word(turned, "sy", "fy");
        bool letters = Word(turned, "cy") || Word(turned, "sy", "fy");
        if (!calendar && !other || (!letters && scan.Kind(turned + 1) != Tok.YearUnit))
        {
            return i;
        }

        int number = letters ? turned + 1 : turned + 2;
        int year = today.Year + (turned > i ? turn : 0);
        int next = number;
        if (turned == i)
        {
            bool shortened = letters && scan.Kind(number) == Tok.Num && scan[number].Digits == 2;
            if (!shortened && !Year(number, out _, out _))
            {
                return i;
            }

            year = shortened ? 2000 + scan.Value(number) : scan.Value(number);
            next = number + 1;
        }

        SetYear(one, year);
        one.Nameless = other;
        one.Timex = (Word(turned, "school", "sy") ? "SY" : Word(turned, "fiscal", "fy") ? "FY" : "") + $"{year:0000}";
        return next;
    }

    private static readonly string[] Tens = ["twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"];

    private int Decade(int i, Said one)
    {
        int start;
        int next;
        int ten = scan.Kind(i) == Tok.Other ? Array.FindIndex(Tens, t => Word(i, t)) : -1;
        if (scan.Kind(i) == Tok.Num && scan[i] is { Digits: 4, Form: NumForm.Arabic } && scan.Value(i) % 10 == 0 && Word(i + 1, "s") && scan.Touches(i + 1))
        {
            (start, next) = (scan.Value(i), i + 2);
        }
        else if (ten >= 0)
        {
            (start, next) = (1920 + 10 * ten, i + 1);
        }
        else if (scan.Kind(i) == Tok.Num && scan[i].Ordinal && Word(i + 1, "century") && scan.Value(i) is >= 1 and < 90)
        {
            int century = (scan.Value(i) - 1) * 100;
            return century > 0 && SetDays(one, new LocalDate(century, 1, 1), new LocalDate(century + 100, 1, 1), PeriodUnit.Other) ? i + 2 : i;
        }
        else
        {
            int at = Word(i, "the") ? i + 1 : i;
            if (!Turn(at, out int turn) || !Word(at + 1, "decade"))
            {
                return i;
            }

            (start, next) = (today.Year / 10 * 10 + 10 * turn, at + 2);
        }

        return start is > 0 and < 9900 && SetDays(one, new LocalDate(start, 1, 1), new LocalDate(start + 10, 1, 1), PeriodUnit.Other) ? next : i;
    }

    private static readonly string[] Seasons = ["spring", "summer", "fall", "autumn", "winter"];

    private int Season(int i, Said one)
    {
        int at = i;
        bool turned = Turn(i, out _) || scan.Kind(i) == Tok.RelYear;
        at = turned ? Past(i + 1, Tok.OfMark) : i;
        int next = at;
        if (scan.Kind(at) == Tok.Other && Array.Exists(Seasons, s => Word(at, s)) && (turned || !Word(at, "spring", "fall")))
        {
            next = at + 1;
        }
        else if (Word(at, "春") || Word(at, "夏", "秋", "冬"))
        {
            next = scan.Kind(at + 1) is Tok.DayUnit or Tok.QuarterYear && scan.Touches(at + 1) ? at + 2 : at;
        }

        if (next == at)
        {
            return i;
        }

        (one.Nameless, one.Timex) = (true, scan.Text(at) is "winter" or "冬" ? "WI" : scan.Text(at) is "spring" or "春" ? "SP" : scan.Text(at) is "summer" or "夏" ? "SU" : "FA");
        return SetDays(one, today, today.AddDays(1), PeriodUnit.Other) ? next : i;
    }

    /// <summary>民国三年, 雍正二十三年十二月: years that a reign counts.</summary>
    private int DynastyYear(int i, Said one)
    {
        int first = scan.Text(i) switch
        {
            "民" when Word(i + 1, "国") => 1911,
            "雍" when Word(i + 1, "正") => 1722,
            "乾" when Word(i + 1, "隆") => 1735,
            "康" when Word(i + 1, "熙") => 1661,
            "嘉" when Word(i + 1, "庆") => 1795,
            "道" when Word(i + 1, "光") => 1820,
            "咸" when Word(i + 1, "丰") => 1850,
            "同" when Word(i + 1, "治") => 1861,
            "光" when Word(i + 1, "绪") => 1874,
            "宣" when Word(i + 1, "统") => 1908,
            _ => 0,
        };
        if (first == 0 || scan.Kind(i + 2) != Tok.Num || scan.Kind(i + 3) != Tok.YearUnit || scan.Value(i + 2) is < 1 or > 200)
        {
            return i;
        }

        int year = first + scan.Value(i + 2);
        if (scan.Kind(i + 4) == Tok.Num && scan.Kind(i + 5) == Tok.MonthUnit && scan.Value(i + 4) is >= 1 and <= 12)
        {
            var month = new LocalDate(year, scan.Value(i + 4), 1);
            return SetDays(one, month, month.PlusMonths(1), PeriodUnit.Month) ? i + 6 : i;
        }

        return SetYear(one, year) ? i + 4 : i;
    }
}
