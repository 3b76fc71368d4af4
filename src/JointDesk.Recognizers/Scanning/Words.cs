namespace JointDesk.Recognizers.Scanning;

internal readonly record struct Word(Tok Kind, int Value, sbyte Aux)
{
    /// <summary>All of it in one number: tables of numbers need no code of their own, which a new process would have to compile first.</summary>
    public int Packed => (int)Kind << 24 | (byte)Aux << 16 | (ushort)Value;

    public static Word Of(int packed) => new((Tok)(packed >> 24), (short)packed, (sbyte)(packed >> 16));
}

/// <summary>The words the scan knows, a table for each language, made when its first word is asked for. Latin words are looked up whole; Chinese ones by longest match.</summary>
internal static class Words
{
    public static bool Latin(ReadOnlySpan<char> word, out Word found)
    {
        bool known = English.Lookup.TryGetValue(word, out int packed);
        found = Word.Of(packed);
        return known;
    }

    /// <summary>The longest known word at the start of the text; 0 if there is none.</summary>
    public static int Han(ReadOnlySpan<char> text, out Word found)
    {
        found = default;
        for (int n = Math.Min(Chinese.Longest[text[0]], text.Length); n > 0; n--)
        {
            if (Chinese.Lookup.TryGetValue(text[..n], out int packed))
            {
                found = Word.Of(packed);
                return n;
            }
        }

        return 0;
    }

    private static Dictionary<string, int> Build(int capacity, Action<AddWords> words)
    {
        var table = new Dictionary<string, int>(capacity, StringComparer.Ordinal);
        void Add(Tok kind, int value, string list, sbyte aux = -1)
        {
            int packed = new Word(kind, value, aux).Packed;
            for (int start = 0, end; start < list.Length; start = end + 1)
            {
                int blank = list.IndexOf(' ', start);
                end = blank < 0 ? list.Length : blank;
                if (end > start)
                {
                    table[list[start..end]] = packed;
                }
            }
        }

        words(Add);
        return table;
    }

    private static class English
    {
        public static readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Lookup =
            Build(1_000, EnglishWords.AddTo).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    private static class Chinese
    {
        private static readonly Dictionary<string, int> Table = Build(2_500, ChineseWords.AddTo);
        public static readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Lookup = Table.GetAlternateLookup<ReadOnlySpan<char>>();

        /// <summary>Per first character the length of the longest word, so that most characters cost one look.</summary>
        public static readonly byte[] Longest = LongestByFirst();

        private static byte[] LongestByFirst()
        {
            byte[] longest = new byte[char.MaxValue + 1];
            foreach (string word in Table.Keys)
            {
                longest[word[0]] = Math.Max(longest[word[0]], (byte)word.Length);
            }

            return longest;
        }
    }
}

internal delegate void AddWords(Tok kind, int value, string words, sbyte aux = -1);
