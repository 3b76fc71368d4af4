using Microsoft.Recognizers.Text;
using Microsoft.Recognizers.Text.DateTime;

namespace JointDesk.Recognizers.Library;

/// <summary>
/// Microsoft.Recognizers.Text.DateTime behind our grammar: asked only where ours found nothing in a short text that smells of time. It is
/// loaded on first need, off the caller's thread, and what takes longer than the limit is done without. Thread-safe.
/// </summary>
/// <param name="limit">How long a caller waits, save for the first question of a language, which loads it and takes 0.3 to 1 s.</param>
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

    /// <summary>How long a caller waits.</summary>
    public TimeSpan Limit => limit;

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
        foreach (var result in Results(text, context))
        {
            if (!Cuts(text, result.Start) && !Cuts(text, result.End + 1) && LibraryValue.Of(result) is { } value && value.Reading(context) is { } reading)
            {
                return reading with { Spans = [new TextSpan(result.Start, result.End + 1 - result.Start)], By = Reader.Library };
            }
        }

        return null;
    }

    /// <summary>Whether an offset lies within a number or a Latin word: 5号 of 9765号 is no day.</summary>
    private static bool Cuts(string text, int at) =>
        at > 0 && at < text.Length && ((char.IsDigit(text[at - 1]) && char.IsDigit(text[at])) || (char.IsAsciiLetter(text[at - 1]) && char.IsAsciiLetter(text[at])));

    /// <summary>The library's own results; none where it finds nothing, fails or takes too long, or where the text is too long for it.</summary>
    public IReadOnlyList<ModelResult> Results(string text, TimeContext context)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(context);
        if (text.Length > LongestText)
        {
            return [];
        }

        Interlocked.Increment(ref asked);
        string culture = text.Any(TextFold.IsHan) ? Culture.Chinese : Culture.English;
        return LibraryThread.Ask(culture, () => DateTimeRecognizer.RecognizeDateTime(text, culture, DateTimeOptions.None, context.Now.ToDateTimeUnspecified()), limit) ?? [];
    }
}
