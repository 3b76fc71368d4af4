using System.Globalization;
using JointDesk.Recognizers.Grammar;
using JointDesk.Recognizers.Scanning;
using Microsoft.Recognizers.Text.DataTypes.TimexExpression;
using NodaTime;

namespace JointDesk.Recognizers.Expressions;

internal sealed partial class ExpressionReader
{
    private const string Unresolved = "not resolved";

    private TimeExpression Express(Said one)
    {
        int start = scan[one.First].Start;
        int end = scan[one.Last].End;
        end -= scan.Text(one.Last) is [.., '\'', 's'] && one.DayEnd is not null ? 2 : 0;
        end -= Han(one.Last) && one.Open != Open.None && scan.Text(one.Last) is [.., '的'] ? 1 : 0;
        (string type, var values) = Values(one);
        return new TimeExpression(new TextSpan(start, end - start), type, values) { Rule = one.Rule };
    }

    private (string Type, List<TimeValue> Values) Values(Said one)
    {
        if (one.Set)
        {
            return ("set", [new TimeValue(one.Timex ?? SetTimex(one), Unresolved)]);
        }

        if (one.Nameless)
        {
            return (one.DayEnd is null ? "date" : "daterange", [new TimeValue(one.Timex ?? "", Unresolved)]);
        }

        if (one.Length is { } length)
        {
            return ("duration", [new TimeValue(length.Timex, length.Total.ToString("0.###", CultureInfo.InvariantCulture))]);
        }

        if (one.From is { } from)
        {
            return ("datetimerange", [Stretched(Stamp(from), Stamp(one.To!.Value))]);
        }

        return one.HasTime ? Timed(one) : Dated(one);
    }

    private static (string, List<TimeValue>) Dated(Said one)
    {
        string day = Iso(one.Day!.Value);
        if (one.Open != Open.None)
        {
            return ("daterange", [one.Open == Open.From ? new TimeValue(DayTimex(one), null, day) : new TimeValue(DayTimex(one), null, null, day)]);
        }

        return one.DayEnd is { } end
            ? ("daterange", [new TimeValue($"({day},{Iso(end)},P{Period.DaysBetween(one.Day.Value, end)}D)", null, day, Iso(end))])
            : ("date", [new TimeValue(DayTimex(one), day)]);
    }

    private static (string, List<TimeValue>) Timed(Said one)
    {
        string kind = one.Day is null ? "time" : "datetime";
        if (one.Clock is null)
        {
            (int from, int to) = one.PartHours ?? Hours(one.Part);
            return (kind + "range", [new TimeValue((one.Day is null ? "" : DayTimex(one)) + "T" + PartTimex(one.Part), null, Text(one, from), Text(one, to))]);
        }

        List<TimeValue> values = [];
        int clock = one.Clock.Value;
        for (int n = 0; n < (one.Bare ? 2 : 1); n++)
        {
            int at = one.Bare ? (clock + 43_200 * n) % 86_400 : clock;
            string text = Text(one, at);
            string timex = one.Timex ?? ClockTimex(one, at);
            values.Add(one.ClockEnd is { } end ? Stretched(text, Text(one, one.Bare ? at + end - clock : end))
                : one.Open switch
                {
                    Open.From => new TimeValue(timex, null, text),
                    Open.Until => new TimeValue(timex, null, null, text),
                    _ => new TimeValue(timex, text),
                });
        }

        return (kind + (one.ClockEnd is null && one.Open == Open.None ? "" : "range"), values);
    }

    private static TimeValue Stretched(string from, string to) => new($"({from.Replace(' ', 'T')},{to.Replace(' ', 'T')})", null, from, to);

    private static string Text(Said one, int seconds) => one.Day is { } day ? Stamp(day.AtMidnight().PlusSeconds(seconds)) : Clock(seconds);

    private static string DayTimex(Said one) => one.Form switch
    {
        DayForm.Weekday when one.Weekday > 0 => new TimexProperty { DayOfWeek = one.Weekday }.TimexValue,
        DayForm.MonthDay => new TimexProperty { Month = one.Day!.Value.Month, DayOfMonth = one.Day.Value.Day }.TimexValue,
        DayForm.DayOfMonth => $"XXXX-XX-{one.Day!.Value.Day:00}",
        _ => Iso(one.Day!.Value),
    };

    private static string ClockTimex(Said one, int seconds) => (one.Day is null ? "" : DayTimex(one))
        + new TimexProperty { Hour = seconds / 3600 % 24, Minute = seconds / 60 % 60, Second = seconds % 60 }.TimexValue;

    private string SetTimex(Said one)
    {
        for (int i = one.First; i <= one.Last; i++)
        {
            if (scan.Kind(i) is Tok.Weekday or Tok.WeekdayPlural)
            {
                return new TimexProperty { DayOfWeek = scan.Value(i) }.TimexValue;
            }

            char unit = scan.Kind(i) switch { Tok.WeekUnit => 'W', Tok.MonthUnit => 'M', Tok.YearUnit => 'Y', Tok.DayUnit => 'D', _ => ' ' };
            if (unit != ' ')
            {
                return $"P{(scan.Kind(i - 1) == Tok.Num ? scan.Value(i - 1) : 1)}{unit}";
            }
        }

        return "P1D";
    }

    private static string PartTimex(sbyte part) => part switch { Parts.Dawn => "DA", Parts.Morning => "MO", Parts.Noon => "MI", Parts.Afternoon => "AF", Parts.Evening => "EV", Parts.None => "DT", _ => "NI" };

    private static string Iso(LocalDate day) => string.Create(CultureInfo.InvariantCulture, $"{day.Year:0000}-{day.Month:00}-{day.Day:00}");

    private static string Clock(int seconds) => string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600 % 24:00}:{seconds / 60 % 60:00}:{seconds % 60:00}");

    private static string Stamp(LocalDateTime moment) => Iso(moment.Date) + " " + Clock((int)(moment.TimeOfDay.TickOfDay / NodaConstants.TicksPerSecond));
}
