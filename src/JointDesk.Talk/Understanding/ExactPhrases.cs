using JointDesk.Recognizers;

namespace JointDesk.Talk.Understanding;

/// <summary>The phrases of the book as they stand: what is one of them needs no scorer. Immutable.</summary>
internal sealed class ExactPhrases
{
    private readonly Dictionary<string, string> intents = new(StringComparer.Ordinal);

    public ExactPhrases(PhraseBook phrases)
    {
        foreach (var phrase in phrases.Phrases)
        {
            intents.TryAdd(Key(phrase.Text), phrase.Intent);
        }
    }

    public string? IntentOf(string text) => intents.GetValueOrDefault(Key(text));

    /// <summary>A text without case, blanks and closing marks, for looking up a phrase as it stands.</summary>
    private static string Key(string text)
    {
        Span<char> buffer = stackalloc char[64];
        int n = 0;
        foreach (char c in text)
        {
            char folded = TextFold.Fold(c);
            if (folded is ' ' or '。' or '!' or '.' or '\n' or '\r' or '\t' || (folded == ',' && n == 0))
            {
                continue;
            }

            if (n == buffer.Length)
            {
                return text;
            }

            buffer[n++] = folded;
        }

        return new string(buffer[..n]);
    }
}
