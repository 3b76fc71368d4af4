namespace JointDesk.Talk.Understanding;

/// <summary>Where the meeting is to be: 地点在支队三楼会议室, 在三号会议室开, place: HQ room 3, in the third-floor room.</summary>
internal static class PlaceFinder
{
    private static readonly string[] HanLeads = ["会议地点", "开会地点", "地点", "会场", "地方", "场地"];
    private static readonly string[] HanLinks = ["安排在", "定在", "改到", "改在", "改为", "设在", "放在", "换到", "就在", "在", "是", "为", ":"];
    private static readonly string[] Rooms =
        ["会议室", "会商室", "指挥室", "办公室", "研判室", "多功能厅", "会议厅", "会见室", "接待室", "报告厅", "指挥大厅", "会议中心", "指挥中心", "大厅", "礼堂", "楼", "层", "室", "厅", "馆"];

    private static readonly string[] LatinLeads = ["place:", "place is ", "location:", "location is ", "venue:", "venue is ", "where:", "place ", "venue ", "location "];
    private static readonly string[] LatinRooms = ["room", "hall", "office", "building", "headquarters", "hq", "floor", "station", "centre", "center", "auditorium", "theatre", "lobby"];

    /// <summary>Offset and length of the place; length 0 if none is said.</summary>
    public static (int Start, int Length) Find(ReadOnlySpan<char> text)
    {
        var found = HanLead(text);
        found = found.Length > 0 ? found : HanRoom(text);
        found = found.Length > 0 ? found : LatinLead(text);
        return found.Length > 0 ? found : LatinRoom(text);
    }

    private static (int Start, int Length) HanLead(ReadOnlySpan<char> text)
    {
        foreach (string lead in HanLeads)
        {
            int at = text.IndexOf(lead);
            if (at < 0)
            {
                continue;
            }

            int start = at + lead.Length;
            bool linked = false;
            foreach (string link in HanLinks)
            {
                if (start < text.Length && text[start..].StartsWith(link))
                {
                    start += link.Length;
                    linked = true;
                    break;
                }
            }

            if (linked || start < text.Length && text[start] == ' ')
            {
                var (from, length) = Trim(text, start, Stop(text, start));
                return length == 0 || text[from] is '哪' or '何' or '什' or '?' ? (0, 0) : (from, length);
            }
        }

        return (0, 0);
    }

    private static int Stop(ReadOnlySpan<char> text, int start)
    {
        int end = start;
        while (end < text.Length && !Clauses.IsBreak(text[end]) && !Clauses.IsStop(text, end))
        {
            end++;
        }

        return end;
    }

    private static (int Start, int Length) Trim(ReadOnlySpan<char> text, int start, int end)
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

    /// <summary>A room or building: from 在/到 or the clause's begin to the last word of a room.</summary>
    private static (int Start, int Length) HanRoom(ReadOnlySpan<char> text)
    {
        int best = -1, end = 0;
        foreach (string room in Rooms)
        {
            for (int at = 0; at < text.Length;)
            {
                int hit = text[at..].IndexOf(room);
                if (hit < 0)
                {
                    break;
                }

                at += hit + room.Length;
                bool numbered = room.Length > 1 || at - room.Length - 1 >= 0 && "一二三四五六七八九十0123456789号".Contains(text[at - room.Length - 1]);
                if (numbered && at > end && room is not "办公室" and not "大厅" and not "指挥中心")
                {
                    (best, end) = (at - room.Length, at);
                }
                else if (numbered && at > end && text[..(at - room.Length)].LastIndexOf('在') is >= 0 and var link && link >= at - room.Length - 12)
                {
                    (best, end) = (at - room.Length, at);
                }
            }

            if (best >= 0)
            {
                break;
            }
        }

        if (best < 0)
        {
            return (0, 0);
        }

        int start = best;
        while (start > 0 && end - start < 24 && !Clauses.IsBreak(text[start - 1]) && text[start - 1] is not ('在' or '到' or '去' or '于' or ' ' or '午' or '点' or '半' or '分'))
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

    private static (int Start, int Length) LatinLead(ReadOnlySpan<char> text)
    {
        foreach (string lead in LatinLeads)
        {
            int at = text.IndexOf(lead);
            if (at >= 0 && (at == 0 || text[at - 1] is ' ' or ',' or '.') && (lead[^1] != ' ' || at == 0 || lead.Contains(" is ")))
            {
                return Trim(text, at + lead.Length, Stop(text, at + lead.Length));
            }
        }

        return (0, 0);
    }

    private static (int Start, int Length) LatinRoom(ReadOnlySpan<char> text)
    {
        foreach (string room in LatinRooms)
        {
            int at = text.IndexOf(room);
            if (at < 0 || (at > 0 && char.IsAsciiLetter(text[at - 1])) || (at + room.Length < text.Length && char.IsAsciiLetter(text[at + room.Length])))
            {
                continue;
            }

            var (start, stop) = Clauses.At(text, at);
            int from = -1;
            foreach (string lead in (string[])["in ", "at ", "to ", "meeting "])
            {
                int hit = text[start..at].LastIndexOf(lead);
                if (hit >= 0 && (start + hit == 0 || text[start + hit - 1] == ' '))
                {
                    int begin = lead == "meeting " ? start + hit : start + hit + lead.Length;
                    from = from < 0 ? begin : Math.Max(from, lead == "meeting " ? from : begin);
                }
            }

            from = from < 0 && at == start ? at : from;
            if (from < 0)
            {
                continue;
            }

            int end = at + room.Length;

            // room 12, room B, HQ room 3
            while (end < stop && text[end] == ' ' && end + 1 < stop && (char.IsAsciiDigit(text[end + 1]) || (end + 2 >= stop || text[end + 2] is ' ') && char.IsAsciiLetter(text[end + 1]) && text[end + 1] is not ('a' or 'i')
                || text[(end + 1)..stop].StartsWith("room") || text[(end + 1)..stop].StartsWith("building")))
            {
                end += 2;
                while (end < stop && char.IsAsciiLetterOrDigit(text[end]))
                {
                    end++;
                }
            }

            return Trim(text, from, end);
        }

        return (0, 0);
    }
}
