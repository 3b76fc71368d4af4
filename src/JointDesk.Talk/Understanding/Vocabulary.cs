using JointDesk.Recognizers;

namespace JointDesk.Talk.Understanding;

/// <summary>Words that the phrases use: English words, and pairs of Chinese characters. What is among them is not misspelt.</summary>
internal sealed class Vocabulary
{
    private readonly HashSet<string> words = new(StringComparer.Ordinal);
    private readonly HashSet<int> pairs = [];

    public Vocabulary(PhraseBook phrases)
    {
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

    public bool KnowsPair(ReadOnlySpan<char> han) => han.Length == 2 && pairs.Contains(Pair(han[0], han[1]));

    private static int Pair(char a, char b) => a << 16 | b;
}
