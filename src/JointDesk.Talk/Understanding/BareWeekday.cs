using JointDesk.Recognizers;
using NodaTime;

namespace JointDesk.Talk.Understanding;

/// <summary>Finds out whether a day was said as a weekday alone: 周四, Thursday, on Thu; not 下周四 and not next Thursday.</summary>
internal static class BareWeekday
{
    private static readonly string[] Chinese = ["周", "星期", "礼拜", "週", "禮拜"];
    private static readonly string[] English = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    public static IsoDayOfWeek? In(string text, TimeReading time)
    {
        if ((time.Date ?? time.Start?.Date) is not { } day)
            return null;
        foreach (var span in time.Spans)
        {
            if (span.Start + span.Length <= text.Length && IsWeekday(text.AsSpan(span.Start, span.Length), day.DayOfWeek))
                return day.DayOfWeek;
        }

        return null;
    }

    private static bool IsWeekday(ReadOnlySpan<char> said, IsoDayOfWeek day)
    {
        foreach (var lead in Chinese)
        {
            if (said.StartsWith(lead, StringComparison.Ordinal))
                return true;
        }

        var name = said.StartsWith("on ", StringComparison.OrdinalIgnoreCase) ? said[3..] : said;
        return name.StartsWith(English[(int)day - 1], StringComparison.OrdinalIgnoreCase);
    }
}
