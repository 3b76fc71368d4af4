using System.Globalization;
using System.Text.RegularExpressions;

namespace JointDesk.Acceptance.Stories;

/// <summary>Dates as a story writes them: 12月3日（周四）09:05, or Thursday 3 December, 09:05. Beijing time; 2026 where no year is said.</summary>
internal static partial class StoryTime
{
    private const string Weekdays = "日一二三四五六";

    /// <returns>Null where there is no date in it.</returns>
    /// <exception cref="FormatException">The weekday is not that of the date: readers would be misled.</exception>
    public static DateTimeOffset? In(string text)
    {
        if (Chinese().Match(text) is { Success: true } chinese)
        {
            var weekday = chinese.Groups["w"].Success ? (DayOfWeek?)Weekdays.IndexOf(chinese.Groups["w"].Value, StringComparison.Ordinal) : null;
            return Checked(chinese, int.Parse(chinese.Groups["m"].Value, CultureInfo.InvariantCulture), weekday);
        }
        if (English().Match(text) is { Success: true } english)
        {
            var month = Array.IndexOf(CultureInfo.InvariantCulture.DateTimeFormat.MonthNames, english.Groups["m"].Value) + 1;
            var weekday = english.Groups["w"].Success ? Enum.Parse<DayOfWeek>(english.Groups["w"].Value) : (DayOfWeek?)null;
            return Checked(english, month, weekday);
        }
        return null;
    }

    private static DateTimeOffset Checked(Match match, int month, DayOfWeek? weekday)
    {
        var year = match.Groups["y"].Success ? Number("y") : 2026;
        var time = new DateTimeOffset(year, month, Number("d"), Number("h"), Number("min"), 0, TimeSpan.FromHours(8));
        return weekday is null || weekday == time.DayOfWeek ? time
            : throw new FormatException($"'{match.Value}' is a {time.DayOfWeek}.");

        int Number(string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"((?<y>\d{4})年)?(?<m>\d{1,2})月(?<d>\d{1,2})日(（周(?<w>[日一二三四五六])）)?\s*(?<h>\d{1,2}):(?<min>\d{2})", RegexOptions.ExplicitCapture)]
    private static partial Regex Chinese();

    [GeneratedRegex(
        @"((?<w>Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday),? )?(?<d>\d{1,2}) (?<m>January|February|March|April|May|June|July|August|September|October|November|December)( (?<y>\d{4}))?,? (?<h>\d{1,2}):(?<min>\d{2})",
        RegexOptions.ExplicitCapture)]
    private static partial Regex English();
}
