using JointDesk.Recognizers;

namespace JointDesk.Talk.Understanding;

/// <summary>Where the meeting is to be, if that is said; its words are in <c>dialogs/shared/places</c>.</summary>
internal static class PlaceFinder
{
    private static readonly WordKinds Words = new("places");
    private static readonly NameTrie OnlineWords = Trie(Words["online"]);
    private static readonly string[] Links = Words["link"];

    /// <summary>Offset and length of a place in the world; length 0 if none is said. What has a name is masked by □.</summary>
    public static (int Start, int Length) Find(ReadOnlySpan<char> text, TimeContext time)
    {
        var (start, length) = Find(text);
        int cut = length == 0 ? 0 : TimeAt(text, start, length, time);
        if (cut == 0)
        {
            return (start, length);
        }

        // in forty minutes on the third floor, 下周一三楼会议室: a place does not begin with a time
        while (start + cut < text.Length && text[start + cut] == ' ')
        {
            cut++;
        }

        var (rest, left) = Find(text[(start + cut)..]);
        return left == 0 ? (0, 0) : (start + cut + rest, left);
    }

    /// <summary>How much of a place's begin is time, which may have begun before it: 半小时后指挥大厅.</summary>
    private static int TimeAt(ReadOnlySpan<char> text, int start, int length, TimeContext time)
    {
        int from = Math.Max(0, start - LongestTime);
        int end = start;
        foreach (var span in TimeRecognizer.Read(text[from..(start + length)], time).Spans)
        {
            end = from + span.Start <= end + 1 ? Math.Max(end, from + span.Start + span.Length) : end;
        }

        return end - start;
    }

    private const int LongestTime = 12;

    private static (int Start, int Length) Find(ReadOnlySpan<char> text) => HanPlaces.Find(text) is { Length: > 0 } found ? found : LatinPlaces.Find(text);

    /// <summary>视频会议, online: a place too, but its words go on telling what is wanted.</summary>
    public static (int Start, int Length) Online(ReadOnlySpan<char> text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            bool inside = i > 0 && char.IsAsciiLetter(text[i]) && char.IsAsciiLetter(text[i - 1]);
            if (!inside && OnlineWords.Longest(text, i, out _) is > 0 and var length)
            {
                return (i, length);
            }
        }

        return (0, 0);
    }

    /// <summary>Whether what begins at an offset is what something is changed to.</summary>
    public static bool IsLinked(ReadOnlySpan<char> text, int start)
    {
        var before = text[..start].TrimEnd(' ');
        foreach (string link in Links)
        {
            if (link.Length > 1 && before.EndsWith(link.AsSpan().TrimEnd(' ')))
            {
                return true;
            }
        }

        return false;
    }

    internal static int Stop(ReadOnlySpan<char> text, int start)
    {
        int end = start;
        while (end < text.Length && !Clauses.IsBreak(text[end]) && !Clauses.IsStop(text, end))
        {
            end++;
        }

        return end;
    }

    internal static (int Start, int Length) Trim(ReadOnlySpan<char> text, int start, int end)
    {
        while (start < end && text[start] is ' ' or ':')
        {
            start++;
        }

        while (end > start && text[end - 1] is ' ' or '吧')
        {
            end--;
        }

        return (start, end - start);
    }

    private static NameTrie Trie(string[] words)
    {
        var trie = new NameTrie();
        foreach (string word in words)
        {
            trie.Add(word, 0);
        }

        return trie;
    }
}
