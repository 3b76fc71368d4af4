using JointDesk.Recognizers;

namespace JointDesk.Talk.Understanding;

/// <summary>Words that the phrases use: English words, and pairs of Chinese characters. What is among them is not misspelt. Immutable.</summary>
internal sealed class Vocabulary
{
    /// <summary>A shorter word is near to too many others.</summary>
    private const int ShortestSlip = 5;

    private readonly HashSet<string> words = new(StringComparer.Ordinal);
    private readonly HashSet<int> pairs = [];

    /// <summary>In how many places of the phrases a stem stands.</summary>
    private readonly Dictionary<ulong, int> stems = [];

    /// <summary>The words that are not rare, for what is misspelt.</summary>
    private readonly NearWords near = new();

    public Vocabulary(PhraseBook phrases)
    {
        HashSet<string> spellings = new(StringComparer.Ordinal);
        foreach (string folded in phrases.Phrases.Select(p => TextFold.Fold(p.Text)))
        {
            Count(folded, spellings);
        }

        foreach (string word in spellings.Where(w => !IsRare(Sign.Of(Stem.Of(w)))))
        {
            near.Add(word);
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

    /// <summary>The word of the phrases that an unknown one is a slip of the finger away from: tommorow, metting; null if there is none.</summary>
    public string? Meant(ReadOnlySpan<char> word) => word.Length >= ShortestSlip && !stems.ContainsKey(Sign.Of(Stem.Of(word))) ? near.Find(word) : null;

    private void Count(string folded, HashSet<string> spellings)
    {
        var known = spellings.GetAlternateLookup<ReadOnlySpan<char>>();
        for (int i = 0; i < folded.Length; i++)
        {
            if (char.IsAsciiLetter(folded[i]))
            {
                var word = folded.AsSpan(i, WordEnd(folded, i) - i);
                ulong stem = Sign.Of(Stem.Of(word));
                stems[stem] = stems.GetValueOrDefault(stem) + 1;
                known.Add(word);
                i += word.Length;
            }
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
