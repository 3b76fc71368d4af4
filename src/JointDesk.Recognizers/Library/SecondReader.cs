using Microsoft.Recognizers.Text;
using Microsoft.Recognizers.Text.DateTime;

namespace JointDesk.Recognizers.Library;

/// <summary>
/// Microsoft.Recognizers.Text.DateTime behind our grammar: asked only where ours found nothing in a short text that smells of time. It is
/// loaded on first need, off the caller's thread, and what takes longer than the limit is done without. Thread-safe.
/// </summary>
/// <param name="limit">How long a caller waits; the first question of a language takes about 0.3 s and is usually answered without it.</param>
public sealed class SecondReader(TimeSpan limit)
{
    /// <summary>Longer texts cost the library time and memory out of all proportion: 2,000 characters take 0.7 s and 512 MiB.</summary>
    public const int LongestText = 200;

    private static readonly string[] Smells =
    [
        "年", "月", "日", "号", "周", "星期", "节", "旬", "季", "初一", "day", "week", "month", "year", "night", "noon", "morning", "o'clock", "easter", "christmas", "jan", "feb", "mar", "apr", "jun",
        "jul", "aug", "sep", "oct", "nov", "dec", "thanksgiving", "eve", "quarter",
    ];

    private int asked;

    public SecondReader()
        : this(TimeSpan.FromMilliseconds(250))
    {
    }

    /// <summary>How often the library was asked, for the tests and the figures.</summary>
    public int Asked => asked;

    /// <summary>Whether a folded text is worth the question.</summary>
    public static bool Worth(ReadOnlySpan<char> folded)
    {
        if (folded.Length is 0 or > LongestText)
        {
            return false;
        }

        foreach (string smell in Smells)
        {
            if (folded.Contains(smell, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return folded.IndexOfAnyInRange('0', '9') >= 0;
    }

    /// <summary>What the library reads, in our terms; null where it finds nothing, fails or takes too long.</summary>
    public TimeReading? Read(string text, TimeContext context)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(context);
        if (text.Length > LongestText)
        {
            return null;
        }

        Interlocked.Increment(ref asked);
        return LibraryThread.Ask(() => Ask(text, context), limit);
    }

    private static TimeReading? Ask(string text, TimeContext context)
    {
        bool han = text.Any(TextFold.IsHan);
        var results = DateTimeRecognizer.RecognizeDateTime(text, han ? Culture.Chinese : Culture.English, DateTimeOptions.None, context.Now.ToDateTimeUnspecified());
        foreach (var result in results)
        {
            if (LibraryValue.Of(result) is { } value && value.Reading(context) is { } reading)
            {
                return reading with { Spans = [new TextSpan(result.Start, result.End + 1 - result.Start)] };
            }
        }

        return null;
    }
}
