using System.Globalization;
using JointDesk.Recognizers.Scanning;

namespace JointDesk.Recognizers.Expressions;

internal sealed partial class ExpressionReader
{
    /// <summary>A length in numbers and units: 3h, 3.5 years, 123.45 sec, twenty and four hours, one and a quarter year, 一年又一个月21天.</summary>
    private int Amount(int i, out Amount amount, bool bareUnit = false)
    {
        amount = default;
        int next = i;
        var total = new Amount(0, 0, 0, 0, "");
        string days = "", clock = "";
        for (int n = 0; n < 5; n++)
        {
            int at = n == 0 ? next : Past(next, Tok.And, Tok.And);
            int end = Piece(at, ref total, ref days, ref clock, n == 0 && bareUnit);
            if (end == at)
            {
                break;
            }

            next = end;
        }

        if (next > i)
        {
            amount = total with { Timex = "P" + days + (clock.Length > 0 ? "T" + clock : "") };
        }

        return next;
    }

    private int Piece(int i, ref Amount total, ref string days, ref string clock, bool bareUnit)
    {
        int at = Numeral(i, out double number);
        if (at == i && !bareUnit)
        {
            return i;
        }

        number = at == i ? 1 : number;
        at = Past(at, Tok.Measure);
        if (scan.Kind(at) == Tok.Half && scan.Kind(at - 1) == Tok.Measure)
        {
            number += 0.5;
            at++;
        }

        at = scan.Kind(at) == Tok.Dash && scan.Touches(at) ? at + 1 : at;
        if (!UnitAt(at, total, out char letter, out double seconds, out int end))
        {
            return i;
        }

        if (scan[at].Aux == 30)
        {
            number += 0.5;
        }

        number += Tail(ref end);
        string figure = number.ToString("0.###", CultureInfo.InvariantCulture);
        total = total with { Total = Math.Round(total.Total + number * seconds, 3) };
        switch (letter)
        {
            case 'Y' or 'M' when seconds > 86_400:
                double months = number * (letter == 'Y' ? 12 : 1);
                total = total with { Months = total.Months + (int)Math.Min(months, 30_000), Days = total.Days + (int)(months % 1 * 30) };
                days += figure + letter;
                break;
            case 'D' or 'W' or 'B':
                total = total with { Days = total.Days + (int)Math.Min(number * seconds / 86_400, 1e6) };
                days += figure + (letter == 'B' ? "BD" : letter.ToString());
                break;
            default:
                total = total with { Seconds = total.Seconds + number * seconds };
                clock += figure + letter;
                break;
        }

        return end;
    }

    /// <summary>What a number is, written or said; the token after it.</summary>
    private int Numeral(int i, out double number)
    {
        number = 0;
        int at = scan.Kind(i) == Tok.A && scan.Kind(i + 1) is Tok.Half or Tok.Couple or Tok.Few ? i + 1 : i;
        switch (scan.Kind(at))
        {
            case Tok.A:
                number = 1;
                return at + 1;
            case Tok.Couple or Tok.Few:
                number = scan.Value(at);
                return Past(at + 1, Tok.OfMark);
            case Tok.Half:
                number = 0.5;
                return Past(at + 1, Tok.A, Tok.Measure);
            case Tok.Num when !scan[at].Ordinal && !(scan[at] is { Digits: > 6 }):
                break;
            default:
                number = Word(at, "½") ? 0.5 : 0;
                return number > 0 ? Past(at + 1, Tok.A) : i;
        }

        number = scan.Value(at++);
        if (scan.Kind(at) == Tok.Dot && scan.Kind(at + 1) == Tok.Num && scan.Touches(at) && scan.Touches(at + 1))
        {
            number += scan.Value(at + 1) / Math.Pow(10, scan[at + 1].Digits);
            return at + 2;
        }

        if (scan.Kind(at) == Tok.And && scan.Text(at) is "and")
        {
            int fraction = scan.Kind(at + 1) == Tok.A ? at + 2 : at + 1;
            if (scan.Kind(fraction) is Tok.Half or Tok.QuarterWord && scan.Kind(fraction + 1) is not Tok.A)
            {
                number += scan.Kind(fraction) == Tok.Half ? 0.5 : 0.25;
                return fraction + 1;
            }

            if (scan.Kind(at + 1) == Tok.Num && scan[at + 1].Form == NumForm.Word && number is >= 20 and < 100 && scan.Value(at + 1) < 10)
            {
                number += scan.Value(at + 1);
                return at + 2;
            }
        }

        return at;
    }

    /// <summary>and a half, and a quarter, 半 behind the unit.</summary>
    private double Tail(ref int end)
    {
        if (scan.Kind(end) == Tok.Half && Han(end) && scan.Kind(end + 1) is not (Tok.HourUnit or Tok.DayUnit or Tok.MonthUnit or Tok.YearUnit))
        {
            end++;
            return 0.5;
        }

        if (scan.Kind(end) != Tok.And || Han(end))
        {
            return 0;
        }

        int fraction = scan.Kind(end + 1) == Tok.A ? end + 2 : end + 1;
        if (scan.Kind(fraction) is not (Tok.Half or Tok.QuarterWord) || scan.Kind(fraction + 1) is Tok.A or Tok.HourUnit)
        {
            return 0;
        }

        end = fraction + 1;
        return scan.Kind(fraction) == Tok.Half ? 0.5 : 0.25;
    }

    private bool UnitAt(int i, in Amount before, out char letter, out double seconds, out int end)
    {
        end = i + 1;
        (letter, seconds) = scan.Kind(i) switch
        {
            Tok.SecondUnit => ('S', 1d),
            Tok.MinuteUnit => ('M', 60),
            Tok.MinuteMark when before.Seconds > 0 => ('M', 60),
            Tok.HourUnit => ('H', 3600),
            Tok.HourMark when Word(i, "时") && before.Total > 0 => ('H', 3600),
            Tok.KeUnit when scan[i].Aux == 1 => ('M', 900),
            Tok.DayUnit => ('D', 86_400),
            Tok.WeekUnit => ('W', 604_800),
            Tok.Fortnight => ('W', 1_209_600),
            Tok.MonthUnit when !Word(i, "月") || scan.Kind(i - 1) is Tok.Measure or Tok.Half => ('M', 30 * 86_400d),
            Tok.YearUnit => ('Y', 365 * 86_400d),
            Tok.WorkDay => ('B', 86_400),
            Tok.Working when scan.Kind(i + 1) == Tok.DayUnit => ('B', 86_400),
            Tok.Part when Word(i, "night", "nights") => ('D', 86_400),
            Tok.Weekend when Word(i, "weekend", "weekends") => ('D', 172_800),
            _ when Word(i, "second", "s") && scan[i - 1].Form is not NumForm.None => ('S', 1),
            _ when Word(i, "d") && scan.Touches(i) => ('D', 86_400),
            _ when Word(i, "y") && scan.Touches(i) => ('Y', 365 * 86_400d),
            _ when Word(i, "decade", "decades") => ('Y', 3650 * 86_400d),
            _ => ('?', 0),
        };
        if (scan.Kind(i) == Tok.Working)
        {
            end++;
        }

        // 两个年份, 18周岁, 2015年 count nothing
        bool counts = scan.Kind(end) is not Tok.Bound || !scan.Touches(end) || !Han(i);
        return letter != '?' && counts && !Word(end, "岁") && !(Word(i, "年") && scan[i - 1] is { Digits: 4 } or { LeadingZero: true });
    }
}
