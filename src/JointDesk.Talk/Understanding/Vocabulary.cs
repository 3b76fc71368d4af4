using JointDesk.Recognizers;

namespace JointDesk.Talk.Understanding;

/// <summary>Words that the phrases use: English words, and pairs of Chinese characters. What is among them is not misspelt. Immutable.</summary>
internal sealed class Vocabulary
{
    /// <summary>A shorter word is near to too many others.</summary>
    private const int ShortestSlip = 5;

    private readonly HashSet<string> words;
    private readonly HashSet<int> pairs;

    /// <summary>Stems of words that stand in more than one place.</summary>
    private readonly HashSet<ulong> stems;

    /// <summary>The words that are not rare, for what is misspelt.</summary>
    private readonly NearWords near = new();

    private Vocabulary(HashSet<string> words, HashSet<int> pairs, HashSet<ulong> stems)
    {
        this.words = words;
        this.pairs = pairs;
        this.stems = stems;
        foreach (string word in words.Where(w => !IsRare(Sign.Of(Stem.Of(w)))))
        {
            near.Add(word);
        }
    }

    public static Vocabulary Of(PhraseBook phrases)
    {
        HashSet<string> words = new(StringComparer.Ordinal);
        HashSet<int> pairs = [];
        Dictionary<ulong, int> stems = [];
        foreach (var phrase in phrases.Examples)
        {
            Count(TextFold.Fold(phrase.Text), stems);
        }

        foreach (string text in phrases.Examples.Select(p => p.Text).Concat(phrases.Cues.Select(c => c.Word)))
        {
            string folded = TextFold.Fold(text);
            for (int i = 1; i < folded.Length; i++)
            {
                pairs.Add(Pair(folded[i - 1], folded[i]));
            }

            words.UnionWith(folded.Split([' ', ',', '.', '?', ':', ';', '!', '"', '(', ')', '-', '/']).Where(w => w.Length > 0 && char.IsAsciiLetter(w[0])));
        }

        return new Vocabulary(words, pairs, [.. stems.Where(s => s.Value > 1).Select(s => s.Key)]);
    }

    public void Write(BinaryWriter writer)
    {
        WriteAll(writer, words.Order(StringComparer.Ordinal), words.Count, writer.Write);
        WriteAll(writer, pairs.Order(), pairs.Count, writer.Write);
        WriteAll(writer, stems.Order(), stems.Count, writer.Write);
    }

    public static Vocabulary Read(BinaryReader reader) =>
        new(ReadAll(reader, reader.ReadString, StringComparer.Ordinal), ReadAll(reader, reader.ReadInt32), ReadAll(reader, reader.ReadUInt64));

    private static void WriteAll<T>(BinaryWriter writer, IEnumerable<T> values, int count, Action<T> write)
    {
        writer.Write(count);
        foreach (var value in values)
        {
            write(value);
        }
    }

    private static HashSet<T> ReadAll<T>(BinaryReader reader, Func<T> read, IEqualityComparer<T>? comparer = null)
    {
        int count = reader.ReadInt32();
        var values = new HashSet<T>(count, comparer);
        for (int i = 0; i < count; i++)
        {
            values.Add(read());
        }

        return values;
    }

    public bool Knows(ReadOnlySpan<char> word) => words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word) || LatinNeighbours.IsFunctionWord(word);

    /// <summary>Whether at most one phrase has a word of this stem: what is learnt of the word itself is next to nothing.</summary>
    public bool IsRare(ulong stem) => !stems.Contains(stem);

    /// <summary>The word of the examples that an unknown one is a slip of the finger away from: tommorow, metting; null if there is none.</summary>
    public string? Meant(ReadOnlySpan<char> word) => word.Length >= ShortestSlip && IsRare(Sign.Of(Stem.Of(word))) && !Knows(word) ? near.Find(word) : null;

    private static void Count(string folded, Dictionary<ulong, int> stems)
    {
        for (int i = 0; i < folded.Length; i++)
        {
            if (char.IsAsciiLetter(folded[i]))
            {
                var word = folded.AsSpan(i, WordEnd(folded, i) - i);
                ulong stem = Sign.Of(Stem.Of(word));
                stems[stem] = stems.GetValueOrDefault(stem) + 1;
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
