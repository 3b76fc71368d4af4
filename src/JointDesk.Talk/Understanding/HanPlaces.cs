namespace JointDesk.Talk.Understanding;

/// <summary>Places in a Chinese text: 地点在支队三楼会议室, 在三号会议室开, 省厅301, 在我们支队开会.</summary>
internal static class HanPlaces
{
    private const int LongestRoom = 24, LongestHouse = 10, NearestIn = 12;

    private static readonly WordKinds Words = new("places");
    private static readonly string[] Leads = Words["lead"], Links = Words["link"], Rooms = Words["room"], Floors = Words["floor"];
    private static readonly string MeetFirst = string.Concat(Words["meet"].Select(w => w[0]).Distinct());
    private static readonly string[] Wide = Words["wide"], Houses = Words["house"], Meet = Words["meet"], Numbers = Words["number"];

    public static (int Start, int Length) Find(ReadOnlySpan<char> text)
    {
        var found = Led(text);
        found = found.Length > 0 ? found : Room(text);
        found = found.Length > 0 ? found : Numbered(text);
        return found.Length > 0 ? found : House(text);
    }

    private static (int Start, int Length) Led(ReadOnlySpan<char> text)
    {
        foreach (string lead in Leads)
        {
            int at = text.IndexOf(lead);
            int start = at + lead.Length;
            if (at < 0 || char.IsAsciiLetter(lead[0]) || start >= text.Length)
            {
                continue;
            }

            int link = Longest(text[start..], Links);
            if (link > 0 || text[start] == ' ' || char.IsAsciiDigit(text[start]))
            {
                var (from, length) = PlaceFinder.Trim(text, start + link, PlaceFinder.Stop(text, start + link));
                return length == 0 || text[from] is '哪' or '何' or '什' or '?' ? (0, 0) : (from, length);
            }
        }

        return (0, 0);
    }

    private static int Longest(ReadOnlySpan<char> text, string[] words)
    {
        int longest = 0;
        foreach (string word in words)
        {
            longest = word.Length > longest && text.StartsWith(word) ? word.Length : longest;
        }

        return longest;
    }

    /// <summary>A room or a floor: from 在/到 or the clause's begin to the last word of it.</summary>
    private static (int Start, int Length) Room(ReadOnlySpan<char> text)
    {
        int end = 0, best = -1;
        foreach (string[] kind in (string[][])[Rooms, Wide, Floors])
        {
            foreach (string room in kind)
            {
                for (int at = Next(text, room, 0); at >= 0; at = Next(text, room, at + room.Length))
                {
                    if (at + room.Length > end && (kind == Rooms || (kind == Floors ? IsCounted(text, at) : IsIn(text, at))))
                    {
                        (best, end) = (at, at + room.Length);
                    }
                }
            }

            if (best >= 0)
            {
                return From(text, best, end);
            }
        }

        return (0, 0);
    }

    private static int Next(ReadOnlySpan<char> text, string word, int from) => text[from..].IndexOf(word) is >= 0 and var hit ? from + hit : -1;

    private static bool IsCounted(ReadOnlySpan<char> text, int at) => at > 0 && "一二三四五六七八九十0123456789号".Contains(text[at - 1]);

    private static bool IsIn(ReadOnlySpan<char> text, int at) => text[Math.Max(0, at - NearestIn)..at].Contains('在');

    private static (int Start, int Length) From(ReadOnlySpan<char> text, int best, int end)
    {
        int start = best;
        while (start > 0 && end - start < LongestRoom && !Clauses.IsBreak(text[start - 1]) && text[start - 1] is not ('在' or '到' or '去' or '于' or ' ' or '午' or '点' or '半' or '分') && !(text[start - 1] == '上' && start > 1 && text[start - 2] is '我' or '们' or '家' or '都' or '给'))
        {
            start--;
        }

        while (start < best && text[start] is '的' or '请')
        {
            start++;
        }

        // 会议室 alone, without 在, is no place: which one is not said
        bool led = start > 0 && text[start - 1] is '在' or '到' or '去';
        return start < best || led ? (start, end - start) : (0, 0);
    }

    /// <summary>省厅301: a house and three or four figures, with no unit behind that would make a sum of them.</summary>
    private static (int Start, int Length) Numbered(ReadOnlySpan<char> text)
    {
        foreach (string house in Numbers)
        {
            for (int at = Next(text, house, 0); at >= 0; at = Next(text, house, at + house.Length))
            {
                int end = at + house.Length;
                while (end < text.Length && char.IsAsciiDigit(text[end]))
                {
                    end++;
                }

                bool stands = end == text.Length || text[end] is ' ' or '开' or '召' or '碰' || Clauses.IsBreak(text[end]);
                if (end - at - house.Length is 3 or 4 && stands)
                {
                    return From(text, at, end) is { Length: > 0 } whole ? whole : (at, end - at);
                }
            }
        }

        return (0, 0);
    }

    /// <summary>在我们支队开会 says where; 在周三开会 does not.</summary>
    private static (int Start, int Length) House(ReadOnlySpan<char> text)
    {
        for (int at = text.IndexOf('在'); at >= 0; at = Next(text, "在", at + 1))
        {
            for (int end = at + 2; end < text.Length && end - at <= LongestHouse + 1 && !Clauses.IsBreak(text[end]); end++)
            {
                if (MeetFirst.Contains(text[end]) && Longest(text[end..], Meet) > 0)
                {
                    var place = text[(at + 1)..end];
                    if (!place.Contains('□') && EndsInHouse(place))
                    {
                        return (at + 1, place.Length);
                    }
                }
            }
        }

        return (0, 0);
    }

    private static bool EndsInHouse(ReadOnlySpan<char> place)
    {
        foreach (string house in Houses)
        {
            if (place.EndsWith(house))
            {
                return true;
            }
        }

        return false;
    }
}
