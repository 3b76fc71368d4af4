namespace JointDesk.Talk.Understanding;

/// <summary>What the words beside an English name say about whether it is one.</summary>
internal static class LatinNeighbours
{
    private static readonly HashSet<string> FunctionWords = new(StringComparer.Ordinal)
    {
        "and", "or", "to", "will", "is", "are", "should", "can", "can't", "cannot", "must", "has", "have", "had", "for", "by", "on", "at", "please", "within", "before", "next", "tomorrow",
        "today", "this", "in", "from", "with", "about", "accepts", "declines", "attends", "needs", "may", "might", "won't", "would", "be", "shall", "as", "assisting", "optional", "only",
        "together", "too", "also", "if", "who", "then", "until", "leads", "assists", "monday", "tuesday", "wednesday", "thursday", "friday", "report", "reported", "sent", "say", "said",
        "confirms", "isn't", "doesn't", "don't", "does", "did", "do", "joins", "join", "plus", "every", "after", "unavailable", "available", "attend", "attending", "leading", "into", "out",
        "supports", "helps", "takes", "handles", "supporting", "helping",
    };

    /// <summary>Besides function words: what a department is named behind.</summary>
    private static readonly HashSet<string> Wanting = new(StringComparer.Ordinal)
    {
        "ask", "tell", "invite", "call", "task", "convene", "assign", "let", "get", "give", "put", "make", "see", "meet", "want", "need", "what", "who", "bring", "add", "include", "remove",
        "drop", "without", "notify", "inform", "order", "instruct", "direct", "request", "remind", "involve", "both", "between", "of", "that", "when", "has", "where", "uninvite", "contact", "not",
    };

    /// <summary>Whether it is a word that only joins others.</summary>
    public static bool IsFunctionWord(ReadOnlySpan<char> folded) => FunctionWords.GetAlternateLookup<ReadOnlySpan<char>>().Contains(folded);

    /// <summary>In lower case a name stands at the beginning of a clause or behind a word that wants one: with legal, ask customs; a second passport has none.</summary>
    public static bool IsExpected(ReadOnlySpan<char> folded, int start)
    {
        int last = start - 1;
        while (last >= 0 && folded[last] == ' ')
        {
            last--;
        }

        if (last < 0 || !char.IsAsciiLetter(folded[last]))
        {
            return true;
        }

        int first = last;
        while (first > 0 && (char.IsAsciiLetter(folded[first - 1]) || folded[first - 1] == '\''))
        {
            first--;
        }

        var word = folded[first..(last + 1)];
        return IsFunctionWord(word) || Wanting.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);
    }

    public static bool NounFollows(ReadOnlySpan<char> folded, int end)
    {
        int i = end;
        while (i < folded.Length && folded[i] == ' ')
        {
            i++;
        }

        return i > end && i < folded.Length && folded[i..] is var rest && (rest.StartsWith("case") || rest.StartsWith("matter") || rest.StartsWith("issue") || rest.StartsWith("evidence")
            || rest.StartsWith("fraud") || rest.StartsWith("review") || rest.StartsWith("crossing") || rest.StartsWith("declaration") || rest.StartsWith("meeting"));
    }

    public static bool Free(ReadOnlySpan<char> folded, int end)
    {
        int i = end;
        while (i < folded.Length && folded[i] == ' ')
        {
            i++;
        }

        if (i >= folded.Length || !char.IsAsciiLetter(folded[i]))
        {
            return true;
        }

        int stop = i;
        while (stop < folded.Length && (char.IsAsciiLetter(folded[stop]) || folded[stop] == '\''))
        {
            stop++;
        }

        return IsFunctionWord(folded[i..stop]);
    }

    public static bool Leads(ReadOnlySpan<char> folded, int start)
    {
        int end = start;
        while (end < folded.Length && char.IsAsciiLetter(folded[end]))
        {
            end++;
        }

        var word = folded[start..end];
        return word is "ask" or "tell" or "invite" or "the" or "call" or "task" or "convene" or "assign" or "let" or "get" or "our" or "all" or "each" or "every"
            || IsFunctionWord(word);
    }
}
