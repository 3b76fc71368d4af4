using JointDesk.Recognizers;

namespace JointDesk.Talk.Understanding;

/// <summary>Words that look like a department where no directory knows them: a stem with or without a body, or any name before a strong body.</summary>
internal sealed class DepartmentWords
{
    private const int Stem = 0, Weak = 1, Seat = 2;

    /// <summary>Behind these 市局 is who is asked; elsewhere it is where one goes.</summary>
    private const string SeatOpeners = "请跟和与同由叫让约向给、派及";

    /// <summary>Behind a bare stem these make it a matter, not a department: 出入境记录, 海关数据.</summary>
    private static readonly string[] Matters =
    [
        "记录", "证件", "信息", "数据", "手续", "证明", "人员", "轨迹", "口岸", "业务", "材料", "案件", "审核", "意见", "专题", "系统", "平台", "技术", "工作", "战线", "证据", "手段", "章", "账",
    ];

    private const string Tiers = "省市县区州部";

    /// <summary>Characters at which a name of unknown stem cannot begin or go on.</summary>
    private const string Boundary = "请叫让给派由和与跟及同把召集邀约的在向对从到为是了还有被将通知要喊拉带会案内前后日号时点半上下午晚早这那我你他们各并又再就也都请吧呢于至或非不没交";

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

                string word = TextFold.Fold(line[(space + 1)..]);
                Near(line[..space], word);
                _ = line[..space] switch
                {
                    "stem" => stems.Add(word, Stem),
                    "weak" => stems.Add(word, Weak),
                    "seat" => stems.Add(word, Seat),
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

    /// <summary>Whether a name can neither begin with this character nor hold it.</summary>
    public static bool IsBoundary(char han) => Boundary.Contains(han);

    /// <summary>Whether it is a word that only joins others.</summary>
    public static bool IsFunctionWord(ReadOnlySpan<char> folded) => FunctionWords.GetAlternateLookup<ReadOnlySpan<char>>().Contains(folded);

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

        if (kind == Weak || (kind == Seat && (start == 0 || !SeatOpeners.Contains(folded[start - 1]))))
        {
            return 0;
        }

        return MatterFollows(folded, end) ? 0 : stem;
    }

    private static bool MatterFollows(ReadOnlySpan<char> folded, int end)
    {
        foreach (string matter in Matters)
        {
            if (folded[end..].StartsWith(matter))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a known name at this stretch is the department, not part of another expression.</summary>
    public static bool StandsFree(ReadOnlySpan<char> folded, ReadOnlySpan<char> original, int start, int end)
    {
        if (TextFold.IsHan(folded[end - 1]))
        {
            return end - start > 4 || folded[end - 1] is '队' or '局' or '处' or '站' || !MatterFollows(folded, end);
        }

        return char.IsUpper(original[start]) ? !NounFollows(folded, end) || end - start > 12 : Free(folded, end);
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
        while (from > floor && start - from < 8 && TextFold.IsHan(folded[from - 1]) && !Boundary.Contains(folded[from - 1]))
        {
            from--;
        }

        // 来支队: one character is a name only where it is a tier
        bool named = start - from > 1 || (start - from == 1 && Tiers.Contains(folded[from]));
        return named ? from : -1;
    }

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

            if (!capital && !IsExpected(folded, start) && !original[start..end].ContainsAnyInRange('A', 'Z'))
            {
                return 0;
            }

            bool shout = end - start is > 1 and < 5 && char.IsUpper(original[end - 1]);
            return shout || Free(folded, end) || (capital && start > 0 && !NounFollows(folded, end)) ? stem : Unknown(folded, original, start);
        }

        return Unknown(folded, original, start);
    }

    /// <summary>In lower case a name stands at the beginning of a clause or behind a word that wants one: with legal, ask customs; a second passport has none.</summary>
    private static bool IsExpected(ReadOnlySpan<char> folded, int start)
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

    private static bool NounFollows(ReadOnlySpan<char> folded, int end)
    {
        int i = end;
        while (i < folded.Length && folded[i] == ' ')
        {
            i++;
        }

        return i > end && i < folded.Length && folded[i..] is var rest && (rest.StartsWith("case") || rest.StartsWith("matter") || rest.StartsWith("issue") || rest.StartsWith("evidence")
            || rest.StartsWith("fraud") || rest.StartsWith("review") || rest.StartsWith("crossing") || rest.StartsWith("declaration") || rest.StartsWith("meeting"));
    }

    private static bool Free(ReadOnlySpan<char> folded, int end)
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

    private static bool Leads(ReadOnlySpan<char> folded, int start)
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

    /// <summary>Capitalised words before a strong body: Harbour Patrol Division.</summary>
    private int Unknown(ReadOnlySpan<char> folded, ReadOnlySpan<char> original, int start)
    {
        if (!char.IsUpper(original[start]) || Leads(folded, start))
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
