namespace JointDesk.Talk.Understanding;

/// <summary>Places in an English text: place: HQ room 3, in the third-floor room, at headquarters.</summary>
internal static class LatinPlaces
{
    private static readonly WordKinds Words = new("places");
    private static readonly string[] Leads = [.. Words["lead"].Where(w => char.IsAsciiLetter(w[0]))];
    private static readonly string[] Rooms = [.. Words["room"].Where(w => char.IsAsciiLetter(w[0]))];
    private static readonly string[] Links = [.. Words["link"].Where(w => w[0] < 128)];
    private static readonly string[] In = Words["in"], Also = Words["also"], Storey = Words["storey"];

    public static (int Start, int Length) Find(ReadOnlySpan<char> text) => Led(text) is { Length: > 0 } led ? led : Room(text);

    private static (int Start, int Length) Led(ReadOnlySpan<char> text)
    {
        foreach (string lead in Leads)
        {
            int at = text.IndexOf(lead);
            if (at >= 0 && (at == 0 || text[at - 1] is ' ' or ',' or '.') && (lead[^1] != ' ' || at == 0 || lead.Contains(" is ")))
            {
                int start = at + lead.Length;
                foreach (string link in Links)
                {
                    start += text[start..].StartsWith(link) ? link.Length : 0;
                }

                return PlaceFinder.Trim(text, start, PlaceFinder.Stop(text, start));
            }
        }

        return (0, 0);
    }

    private static (int Start, int Length) Room(ReadOnlySpan<char> text)
    {
        foreach (string room in Rooms)
        {
            int at = text.IndexOf(room);
            if (at < 0 || (at > 0 && char.IsAsciiLetter(text[at - 1])) || (at + room.Length < text.Length && char.IsAsciiLetter(text[at + room.Length])))
            {
                continue;
            }

            var (start, stop) = Clauses.At(text, at);
            int from = Begin(text, start, at);
            if (from >= 0)
            {
                return PlaceFinder.Trim(text, from, End(text, at + room.Length, stop));
            }
        }

        return (0, 0);
    }

    /// <summary>Behind the last in, at or to of the clause; from "meeting room" itself; or the clause's own begin. −1: it is no place.</summary>
    private static int Begin(ReadOnlySpan<char> text, int start, int at)
    {
        int from = -1;
        foreach (string lead in In)
        {
            from = Math.Max(from, Behind(text, start, at, lead, lead.Length));
        }

        foreach (string lead in Also)
        {
            from = from < 0 ? Behind(text, start, at, lead, 0) : from;
        }

        // on the third floor; "on the new office" is what a meeting is about
        from = from < 0 && text[at..].StartsWith(Storey[0]) ? Behind(text, start, at, Storey[1], Storey[1].Length) : from;
        return from < 0 && at == start ? at : from;
    }

    private static int Behind(ReadOnlySpan<char> text, int start, int at, string lead, int skip)
    {
        int hit = text[start..at].LastIndexOf(lead);
        return hit >= 0 && (start + hit == 0 || text[start + hit - 1] == ' ') ? start + hit + skip : -1;
    }

    /// <summary>room 12, room B, HQ room 3.</summary>
    private static int End(ReadOnlySpan<char> text, int end, int stop)
    {
        while (end + 1 < stop && text[end] == ' ' && (char.IsAsciiDigit(text[end + 1]) || IsLetter(text, end + 1, stop) || BeginsRoom(text[(end + 1)..stop])))
        {
            end += 2;
            while (end < stop && char.IsAsciiLetterOrDigit(text[end]))
            {
                end++;
            }
        }

        return end;
    }

    private static bool IsLetter(ReadOnlySpan<char> text, int i, int stop) => (i + 1 >= stop || text[i + 1] == ' ') && char.IsAsciiLetter(text[i]) && text[i] is not ('a' or 'i');

    private static bool BeginsRoom(ReadOnlySpan<char> rest)
    {
        foreach (string room in Rooms.AsSpan(0, 4))
        {
            if (rest.StartsWith(room))
            {
                return true;
            }
        }

        return false;
    }
}
