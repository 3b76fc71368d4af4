using JointDesk.Recognizers;

namespace JointDesk.Talk.Understanding;

/// <summary>Words that the phrases use: English words, and pairs of Chinese characters. What is among them is not misspelt.</summary>
internal sealed class Vocabulary
{
    private readonly HashSet<string> words = new(StringComparer.Ordinal);
    private readonly HashSet<int> pairs = [];

    /// <summary>In how many places of the phrases a stem stands.</summary>
    private readonly Dictionary<ulong, int> stems = [];

    public Vocabulary(PhraseBook phrases)
    {
        foreach (var phrase in phrases.Phrases)
        {
            Count(TextFold.Fold(phrase.Text));
        }

        foreach (string text in phrases.Phrases.Select(p => p.Text).Concat(phrases.Cues.Select(c => c.Word)))
        {
            string folded = TextFold.Fold(text);
            for (int i = 1; i < folded.Length; i++)
            {
                pairs.Add(Pair(folded[i - 1], folded[i]));
            }

            words.UnionWith(folded.Split([' ', ',', '.', '?', ':', ';', '!', '"', '(', ')', '-', '/']).Where(w => w.Length > 0 && char.IsAsciiLetter(w[0])));
        }
    }

    public bool Knows(ReadOnlySpan<char> word) => words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word) || LatinNeighbours.IsFunctionWord(word);

    /// <summary>Whether at most one phrase has a word of this stem: what is learnt of the word itself is next to nothing.</summary>
    public bool IsRare(ulong stem) => stems.GetValueOrDefault(stem) <= 1;

    private void Count(string folded)
    {
        for (int i = 0; i < folded.Length; i++)
        {
            if (!char.IsAsciiLetter(folded[i]))
            {
                continue;
            }

            int end = WordEnd(folded, i);
            ulong stem = Sign.Of(Stem.Of(folded.AsSpan(i, end - i)));
            stems[stem] = stems.GetValueOrDefault(stem) + 1;
            i = end;
        }
    }

    /// <summary>Where a word in Latin script ends that begins at an offset.</summary>
    public static int WordEnd(ReadOnlySpan<char> folded, int start)
    {
        int end = start;
        while (end < folded.Length && (char.IsAsciiLetter(folded[end]) || folded[end] is '\'' or '-'))
        {
            end++;
        }

        return end;
    }

    public bool KnowsPair(ReadOnlySpan<char> han) => han.Length == 2 && pairs.Contains(Pair(han[0], han[1]));

    private static int Pair(char a, char b) => a << 16 | b;
}
