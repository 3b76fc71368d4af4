namespace JointDesk.Recognizers.Scanning;

internal readonly record struct Word(Tok Kind, int Value, sbyte Aux);

/// <summary>The words the scan knows, one table for both languages. Latin words are looked up whole; Chinese ones by longest match.</summary>
internal static class Words
{
    private static readonly Dictionary<string, Word> Table = Build();
    private static readonly Dictionary<string, Word>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        Table.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Per first character the length of the longest Chinese word, so that most characters cost one look.</summary>
    private static readonly byte[] Longest = LongestByFirst();

    public static bool Latin(ReadOnlySpan<char> word, out Word found) => Lookup.TryGetValue(word, out found);

    /// <summary>The longest known word at the start of the text; 0 if there is none.</summary>
    public static int Han(ReadOnlySpan<char> text, out Word found)
    {
        found = default;
        for (int n = Math.Min(Longest[text[0]], text.Length); n > 0; n--)
        {
            if (Lookup.TryGetValue(text[..n], out found))
            {
                return n;
            }
        }

        return 0;
    }

    private static Dictionary<string, Word> Build()
    {
        var table = new Dictionary<string, Word>(StringComparer.Ordinal);
        void Add(Tok kind, int value, string words, sbyte aux = -1)
        {
            foreach (var range in words.AsSpan().Split(' '))
            {
                string word = words[range];
                if (word.Length > 0)
                {
                    table[word] = new Word(kind, value, aux);
                }
            }
        }

        ChineseWords.AddTo(Add);
        EnglishWords.AddTo(Add);
        return table;
    }

    private static byte[] LongestByFirst()
    {
        byte[] longest = new byte[char.MaxValue + 1];
        foreach (string word in Table.Keys)
        {
            if (word[0] >= 0x80)
            {
                longest[word[0]] = Math.Max(longest[word[0]], (byte)word.Length);
            }
        }

        return longest;
    }
}

internal delegate void AddWords(Tok kind, int value, string words, sbyte aux = -1);
