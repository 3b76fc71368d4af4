using JointDesk.Recognizers;

namespace JointDesk.Talk.Understanding;

/// <summary>Words that look like a department where no directory knows them: a stem with or without a body, or any name before a strong body.</summary>
internal sealed class DepartmentWords
{
    private const int Stem = 0, Weak = 1, Seat = 2;

    private readonly NameTrie stems = new();
    private readonly NameTrie bodies = new();
    private readonly NameTrie strong = new();
    private readonly NameTrie none = new();

    public DepartmentWords()
    {
        foreach (string file in (string[])["dialogs/shared/departments.zh.txt", "dialogs/shared/departments.en.txt"])
        {
            foreach (string line in Resources.Lines(file))
            {
                int space = line.IndexOf(' ', StringComparison.Ordinal);
                if (line[0] == '#' || space < 0)
                {
                    continue;
                }

                if (line.StartsWith("short ", StringComparison.Ordinal))
                {
                    continue;
                }

                string word = TextFold.Fold(line[(space + 1)..]);
                Near(line[..space], word);
                _ = line[..space] switch
                {
                    "stem" => stems.Add(word, Stem),
                    "weak" => stems.Add(word, Weak),
                    "seat" or "province" or "city" or "county" => stems.Add(word, Seat),
                    "body" => bodies.Add(word, 0),
                    "strong" => strong.Add(word, 0),
                    "not" => none.Add(word, 0),
                    _ => throw new InvalidDataException($"{file}: {line}"),
                };
            }
        }
    }

    /// <summary>The stems, for what is misspelt.</summary>
    public NearHan NearHan { get; } = new();

    public NearWords NearWords { get; } = new();

    private void Near(string kind, string word)
    {
        if (kind is not ("stem" or "weak"))
        {
            return;
        }

        NearHan.Add(word);
        foreach (string part in char.IsAsciiLetter(word[0]) ? word.Split(' ', '-') : [])
        {
            NearWords.Add(part);
        }
    }

    public bool IsStem(ReadOnlySpan<char> folded) => stems.Longest(folded, 0, out _) == folded.Length;

    /// <summary>How long the body is that a name ends in, 0 if it ends in none: 缉查队, 2 characters and more before it.</summary>
    public int BodyOf(ReadOnlySpan<char> name)
    {
        for (int at = 2; at < name.Length; at++)
        {
            if (bodies.Longest(name, at, out _) == name.Length - at)
            {
                return name.Length - at;
            }
        }

        return 0;
    }

    /// <summary>Whether an expression begins here that only looks like a department: 经侦查明, 人行踪.</summary>
    public bool IsNone(ReadOnlySpan<char> folded, int start) => none.Longest(folded, start, out _) > 0;

    /// <summary>The length of the department word that begins here, 0 if none does.</summary>
    public int Find(ReadOnlySpan<char> folded, ReadOnlySpan<char> original, int start)
    {
        return char.IsAsciiLetter(folded[start]) ? Latin(folded, original, start) : TextFold.IsHan(folded[start]) ? Han(folded, start) : 0;
    }

    private int Han(ReadOnlySpan<char> folded, int start)
    {
        int stem = stems.Longest(folded, start, out int kind);
        if (stem == 0)
        {
            return 0;
        }

        int end = start + stem;
        int body = end < folded.Length ? bodies.Longest(folded, end, out _) : 0;
        if (body > 0 && !(body == 1 && end + 1 < folded.Length && folded[end] is '办' or '处' or '组' && folded[end + 1] is '理' or '置' or '织' or '案' or '结'))
        {
            end += body;
            int second = end < folded.Length ? bodies.Longest(folded, end, out _) : 0;
            return end + second - start;
        }

        if (kind == Weak || (kind == Seat && (start == 0 || !HanNeighbours.AskSeat(folded[start - 1]))))
        {
            return 0;
        }

        return HanNeighbours.MatterFollows(folded, end) ? 0 : stem;
    }

    /// <summary>Whether a known name at this stretch is the department, not part of another expression.</summary>
    public static bool StandsFree(ReadOnlySpan<char> folded, ReadOnlySpan<char> original, int start, int end)
    {
        if (TextFold.IsHan(folded[end - 1]))
        {
            return end - start > 4 || folded[end - 1] is '队' or '局' or '处' or '站' || !HanNeighbours.MatterFollows(folded, end);
        }

        return char.IsUpper(original[start]) ? !LatinNeighbours.NounFollows(folded, end) || end - start > 12 : LatinNeighbours.Free(folded, end);
    }

    /// <summary>A strong body without a known stem: where its name begins, or −1. 水警支队, 城东派出所.</summary>
    public int StrongBefore(ReadOnlySpan<char> folded, int start, int floor, out int length)
    {
        length = TextFold.IsHan(folded[start]) ? strong.Longest(folded, start, out _) : 0;
        if (length == 0)
        {
            return -1;
        }

        int from = start;
        while (from > floor && start - from < 8 && TextFold.IsHan(folded[from - 1]) && !HanNeighbours.IsBoundary(folded[from - 1]))
        {
            from--;
        }

        int cut = start - from > 1 ? TimeBefore(folded, from, start) : from;
        from = start - cut > 1 || start - cut == 0 || HanNeighbours.IsTier(folded[cut]) ? cut : from;

        // 来支队: one character is a name only where it is a tier
        bool named = start - from > 1 || (start - from == 1 && HanNeighbours.IsTier(folded[from]));
        return named ? from : -1;
    }

    /// <summary>明天城关派出所, 9点30分城东派出所: where the time ends that stands before a name.</summary>
    private static int TimeBefore(ReadOnlySpan<char> folded, int from, int start)
    {
        int begin = Math.Max(0, from - LongestTime);
        var spans = TimeRecognizer.Read(folded[begin..start], TextAnalyzer.Learning.Time).Spans;
        int end = spans.Count > 0 ? begin + spans[^1].Start + spans[^1].Length : from;
        return Math.Max(from, end);
    }

    /// <summary>As far as a time before a name is looked at.</summary>
    private const int LongestTime = 12;

    private int Latin(ReadOnlySpan<char> folded, ReadOnlySpan<char> original, int start)
    {
        int stem = stems.Longest(folded, start, out int kind);
        int end = start + stem;
        bool capital = char.IsUpper(original[start]) || (original[start..].StartsWith("the ") && start + 4 < original.Length);
        if (stem > 0)
        {
            int word = end < folded.Length && folded[end] == ' ' ? end + 1 : end;
            int body = word > end && word < folded.Length ? bodies.Longest(folded, word, out _) : 0;
            if (body > 0 && (capital || char.IsUpper(original[word]) || body > 4))
            {
                return word + body - start;
            }

            if (kind == Weak && !original[start..end].ToString().All(c => char.IsUpper(c)))
            {
                return Unknown(folded, original, start);
            }

            if (!capital && !LatinNeighbours.IsExpected(folded, start) && !original[start..end].ContainsAnyInRange('A', 'Z'))
            {
                return 0;
            }

            bool shout = end - start is > 1 and < 5 && char.IsUpper(original[end - 1]);
            return shout || LatinNeighbours.Free(folded, end) || (capital && start > 0 && !LatinNeighbours.NounFollows(folded, end)) ? stem : Unknown(folded, original, start);
        }

        return Unknown(folded, original, start);
    }

    /// <summary>Capitalised words before a strong body: Harbour Patrol Division.</summary>
    private int Unknown(ReadOnlySpan<char> folded, ReadOnlySpan<char> original, int start)
    {
        if (!char.IsUpper(original[start]) || LatinNeighbours.Leads(folded, start))
        {
            return 0;
        }

        int i = start;
        for (int words = 0; words < 5; words++)
        {
            int end = i;
            while (end < folded.Length && (char.IsAsciiLetter(folded[end]) || folded[end] is '-' or '\''))
            {
                end++;
            }

            if (words > 0 && strong.Longest(folded, i, out _) is var n && n == end - i && n > 0)
            {
                return end - start;
            }

            if (end + 1 >= folded.Length || folded[end] != ' ' || !char.IsAsciiLetter(folded[end + 1]) || (!char.IsUpper(original[end + 1])
                && strong.Longest(folded, end + 1, out _) == 0))
            {
                return 0;
            }

            i = end + 1;
        }

        return 0;
    }
}
