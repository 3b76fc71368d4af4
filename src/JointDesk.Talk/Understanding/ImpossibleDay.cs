using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace JointDesk.Talk.Understanding;

/// <summary>A day that no calendar has, such as 2月30号 or 31 November: said back, never bent into another.</summary>
internal static partial class ImpossibleDay
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    private const int SomeLeapYear = 2028;

    /// <summary>The words of it; null where every day that is named exists in some year.</summary>
    public static string? In(string text)
    {
        foreach (var found in Chinese().Matches(text).Concat(DayFirst().Matches(text)).Concat(MonthFirst().Matches(text)))
        {
            var month = int.TryParse(found.Groups["month"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? number
                : Array.IndexOf(Months, found.Groups["month"].Value[..3].ToLowerInvariant()) + 1;
            var day = int.Parse(found.Groups["day"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
            if (month is < 1 or > 12 || day < 1 || day > CalendarSystem.Iso.GetDaysInMonth(SomeLeapYear, month))
                return found.Value.Trim();
        }

        return null;
    }

    [GeneratedRegex(@"(?<month>\d{1,2})\s?月\s?(?<day>\d{1,2})\s?[日号]", RegexOptions.NonBacktracking)]
    private static partial Regex Chinese();

    [GeneratedRegex(@"\b(?<day>\d{1,2})(st|nd|rd|th)? (of )?(?<month>(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?))\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex DayFirst();

    [GeneratedRegex(@"\b(?<month>(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)) (?<day>\d{1,2})(st|nd|rd|th)?\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex MonthFirst();
}
