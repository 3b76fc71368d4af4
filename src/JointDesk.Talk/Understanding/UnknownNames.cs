using JointDesk.Recognizers;

namespace JointDesk.Talk.Understanding;

/// <summary>Names that nobody knows where departments are named: misspelt ones become a mention without an id, so that the bot asks.</summary>
internal sealed class UnknownNames(DepartmentWords words, Vocabulary vocabulary)
{
    /// <summary>Behind these a Chinese name may begin.</summary>
    private const string Openers = "请叫让给派由和与跟同及以集召邀约喊拉、,:/;。知";

    /// <summary>Before these a Chinese name may end: what comes next is a time or says what it is to do.</summary>
    private const string Closers = "、,。;:!?)明后今周下上本这于在参开列协主牵负提报出派和与跟及同都也一二三四五六七八九十";

    private const int Window = 48;

    /// <summary>A word of four letters is near to too many others to be a department by itself.</summary>
    private const int ShortestAlone = 5;

    /// <summary>The length of a misspelt department name at an offset, which becomes a mention without an id; 0 if there is none.</summary>
    public int Misspelt(Analysis analysis, int start, Lexicon names, string? own) =>
        TextFold.IsHan(analysis.Folded[start]) ? Han(analysis, start, names, own) : char.IsAsciiLetter(analysis.Folded[start]) ? Latin(analysis, start, names, own) : 0;

    private int Han(Analysis analysis, int start, Lexicon names, string? own)
    {
        var text = analysis.Folded;
        if (start > 0 && text[start - 1] != ' ' && !Openers.Contains(text[start - 1]))
        {
            return 0;
        }

        int run = 0;
        while (run < NearHan.Longest && start + run < text.Length && TextFold.IsHan(text[start + run]) && !HanNeighbours.IsBoundary(text[start + run]))
        {
            run++;
        }

        for (int length = run; length >= 2; length--)
        {
            int end = start + length;
            var name = text.Slice(start, length);
            if ((end < text.Length && TextFold.IsHan(text[end]) && !Closers.Contains(text[end])) || vocabulary.KnowsPair(name))
            {
                continue;
            }

            if ((names.NearHan.Find(name) ?? words.NearHan.Find(name)) is { } right && !words.IsStem(name))
            {
                Add(analysis, start, length, names.Find(right, 0, out var entry) > 0 ? entry : null, names, own);
                return length;
            }
        }

        return 0;
    }

    private int Latin(Analysis analysis, int start, Lexicon names, string? own)
    {
        var text = analysis.Folded;
        int end = WordEnd(text, start);
        var word = text[start..end];
        if (word.Length < 4 || vocabulary.Knows(word) || names.NearWords.Contains(word) || words.NearWords.Contains(word) || !IsSlot(analysis, start)
            || (names.NearWords.Find(word) ?? words.NearWords.Find(word)) is not { } right)
        {
            return 0;
        }

        // Economic Crme: the word before may belong to it
        int before = start > 1 && text[start - 1] == ' ' ? WordStart(text, start - 2) : start;
        return word.Length >= ShortestAlone && Corrected(analysis, start, start, end, right, names, own) is > 0 and var alone ? alone
            : before < start && Corrected(analysis, before, start, end, right, names, own) > 0 ? end - start : 0;
    }

    /// <summary>Reads the text from an offset with the right word in the place of the wrong one; the length of the name as it is written.</summary>
    private int Corrected(Analysis analysis, int from, int start, int end, string right, Lexicon names, string? own)
    {
        Span<char> buffer = stackalloc char[Window * 3];
        var text = analysis.Text.AsSpan(0, analysis.Length);
        int lead = start - from;
        var rest = text[end..Math.Min(text.Length, end + Window)];
        if (lead > Window)
        {
            return 0;
        }

        text[from..start].CopyTo(buffer);
        right.CopyTo(buffer[lead..]);
        buffer[lead] = char.IsUpper(text[start]) ? char.ToUpperInvariant(buffer[lead]) : buffer[lead];
        rest.CopyTo(buffer[(lead + right.Length)..]);
        ReadOnlySpan<char> original = buffer[..(lead + right.Length + rest.Length)];
        Span<char> folded = stackalloc char[original.Length];
        TextFold.Fold(original, folded);
        int known = names.Find(folded, 0, out var entry);
        known = entry is { Kind: NameKind.Department } ? known : 0;
        int length = Math.Max(known, words.Find(folded, original, 0));
        if (length < lead + right.Length)
        {
            return 0;
        }

        Add(analysis, from, length - right.Length + end - start, known == length ? entry : null, names, own);
        return from == start ? length - right.Length + end - start : end - start;
    }

    private static void Add(Analysis analysis, int start, int length, NameEntry? meant, Lexicon names, string? own) => analysis.Mentions.Add(new Mention
    {
        Kind = MentionKind.Department,
        Start = start,
        Length = length,
        Ids = [],
        Near = meant is { Kind: NameKind.Department } ? names.Choose(meant, own) : null,
        Rule = "a slip away from a department",
    });

    /// <summary>Where a name may stand: a capital within the sentence, or behind with, ask, and.</summary>
    private static bool IsSlot(Analysis analysis, int start)
    {
        if (start < 2)
        {
            return char.IsUpper(analysis.Text[start]);
        }

        var text = analysis.Folded;
        int last = start - 1;
        while (last > 0 && text[last] == ' ')
        {
            last--;
        }

        return char.IsUpper(analysis.Text[start])
            ? text[last] is not ('.' or '!' or '?' or '\n')
            : text[WordStart(text, last)..(last + 1)] is "with" or "ask" or "tell" or "invite" or "and" or "include" or "task" or "remind" or "to" or "from" or "by" or "for" or "add" or "remove" or "without";
    }

    private static int WordStart(ReadOnlySpan<char> text, int last)
    {
        int start = last + 1;
        while (start > 0 && char.IsAsciiLetter(text[start - 1]))
        {
            start--;
        }

        return start;
    }

    private static int WordEnd(ReadOnlySpan<char> text, int start)
    {
        int end = start;
        while (end < text.Length && char.IsAsciiLetter(text[end]))
        {
            end++;
        }

        return end;
    }
}
