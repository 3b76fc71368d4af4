namespace JointDesk.Talk.Understanding;

/// <summary>Who may know, as a clause names them: 仅限刑侦支队知悉, 只给王芳看, for CID only.</summary>
internal static class HandlingClauses
{
    private static readonly WordKinds Words = new("readers");
    private static readonly string[] Openers = Words["opener"], Closers = Words["closer"], Latin = Words["for"];

    private const string Only = "only ";

    /// <summary>What stands between two names.</summary>
    internal const string Between = "和与及跟、,的&";

    /// <summary>Bounds for texts that are no sentences, so that none takes long.</summary>
    private const int MostTries = 6, LongestClause = 120;

    public static HandlingSpan? Han(ReadOnlySpan<char> text, Analysis analysis)
    {
        int range = text.IndexOf("知悉范围");
        if (range >= 0)
        {
            var (_, stop) = Clauses.At(text, Math.Min(text.Length - 1, SkipColon(text, range + 4)));
            var (start, _) = Clauses.At(text, range);
            int label = HandlingLabels.LabelIn(text, range, stop, out var tlp);
            return new HandlingSpan(start, stop, label >= 0 ? tlp : null);
        }

        foreach (string opener in Openers)
        {
            int tries = 0;
            for (int at = text.IndexOf(opener); at >= 0 && tries++ < MostTries;)
            {
                var (start, end) = Clauses.At(text, at);
                end = Math.Min(WithReaders(text, analysis, end), at + LongestClause);
                foreach (string closer in Closers)
                {
                    int close = text[at..end].IndexOf(closer);
                    if (close > opener.Length)
                    {
                        int stop = at + close + closer.Length;
                        stop = end - stop <= 3 ? end : stop;
                        bool lead = at - start <= 4;
                        return IsStrong(opener)
                            ? new HandlingSpan(lead ? start : at, stop, null, at + opener.Length, at + close)
                            : new HandlingSpan(lead ? start : at, stop, null);
                    }
                }

                if (IsStrong(opener) && OnlyReaders(analysis, at + opener.Length, end))
                {
                    return new HandlingSpan(at - start <= 4 ? start : at, end, null);
                }

                int next = text[(at + 1)..].IndexOf(opener);
                at = next < 0 ? -1 : at + 1 + next;
            }
        }

        return null;
    }

    /// <summary>Words that speak of nothing but who may know.</summary>
    private static bool IsStrong(string opener) => opener.Length > 1 && opener is not ("只能" or "只对" or "仅对" or "仅由");

    /// <summary>仅限刑侦支队、王芳: names to the end of the clause, and nothing else.</summary>
    private static bool OnlyReaders(Analysis analysis, int from, int to)
    {
        bool any = false;
        for (int i = from; i < to; i++)
        {
            bool reader = HandlingFinder.IsReader(analysis, i);
            any |= reader;
            if (!reader && analysis.Folded[i] != ' ' && !Between.Contains(analysis.Folded[i]))
            {
                return false;
            }
        }

        return any;
    }

    /// <summary>A comma between readers ends no clause: visible to CID, Legal and Cyber.</summary>
    private static int WithReaders(ReadOnlySpan<char> text, Analysis analysis, int end)
    {
        while (end < text.Length && text[end] == ',')
        {
            int next = end + 1;
            while (next < text.Length && text[next] == ' ')
            {
                next++;
            }

            next = text[next..].StartsWith("and ") ? next + 4 : next;
            if (next >= text.Length || !HandlingFinder.IsReader(analysis, next) || !NamesAlone(text, analysis, next))
            {
                break;
            }

            end = Clauses.At(text, next).End;
        }

        return end;
    }

    /// <summary>Nothing but readers, to the end of the clause or to the word that closes it.</summary>
    private static bool NamesAlone(ReadOnlySpan<char> text, Analysis analysis, int from)
    {
        int end = Clauses.At(text, from).End;
        int i = from;
        while (i < end && (HandlingFinder.IsReader(analysis, i) || Between.Contains(text[i])))
        {
            i++;
        }

        var rest = text[i..end].TrimStart(' ');
        bool closed = rest.IsEmpty || rest.StartsWith("only") || rest.StartsWith("and ");
        foreach (string closer in Closers)
        {
            closed |= rest.StartsWith(closer);
        }

        return closed;
    }

    private static int SkipColon(ReadOnlySpan<char> text, int i)
    {
        while (i < text.Length && text[i] is ':' or ' ' or '为' or '是')
        {
            i++;
        }

        return i;
    }

    /// <summary>for CID only, CID only, restricted to Legal, eyes only.</summary>
    public static HandlingSpan? English(ReadOnlySpan<char> text, Analysis analysis)
    {
        foreach (string opener in Latin)
        {
            int tries = 0;
            for (int at = text.IndexOf(opener); at >= 0 && tries++ < MostTries;)
            {
                var (start, end) = Clauses.At(text, at);
                end = WithReaders(text, analysis, end);
                bool strong = opener is not ("for " or "shared with ");
                int only = text[at..end].IndexOf(" only");
                int eyes = text[at..end].IndexOf(" eyes");
                if ((at == 0 || text[at - 1] is ' ' or ',' or '(') && (strong || only > 0 || eyes > 0))
                {
                    int stop = strong && only < 0 ? end : at + Math.Max(only + 5, eyes + 5);
                    stop = text[Math.Min(stop, end)..end].StartsWith(" only") ? stop + 5 : stop;
                    stop = Math.Min(stop, end);
                    start = at - start <= 14 ? start : at;
                    return strong ? new HandlingSpan(start, stop, null, at + opener.Length, stop) : new HandlingSpan(start, stop, null);
                }

                int next = text[(at + 1)..].IndexOf(opener);
                at = next < 0 ? -1 : at + 1 + next;
            }
        }

        if (text.StartsWith(Only) && HandlingFinder.IsReader(analysis, Only.Length))
        {
            int end = WithReaders(text, analysis, Clauses.At(text, 0).End);
            return new HandlingSpan(0, end, null, Only.Length, end);
        }

        int tail = text.IndexOf(" only");
        if (tail > 0 && (tail + 5 >= text.Length || !char.IsAsciiLetter(text[tail + 5])))
        {
            var (start, end) = Clauses.At(text, tail);
            if (tail - start < 40 && end - tail <= 6)
            {
                return new HandlingSpan(start, end, null);
            }
        }

        return null;
    }
}
