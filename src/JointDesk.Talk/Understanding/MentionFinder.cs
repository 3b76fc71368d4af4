using System.Runtime.InteropServices;
using JointDesk.Recognizers;

namespace JointDesk.Talk.Understanding;

/// <summary>One pass over the text for what has a name: departments, officers, cases, numbers; then what looks like a name and is none.</summary>
internal sealed class MentionFinder(DepartmentWords words, UnknownNames unknown, ListedNames listed)
{
    public void Find(Analysis analysis, Lexicon names, string? own)
    {
        var text = analysis.Folded;
        int floor = 0;
        for (int i = 0; i < text.Length;)
        {
            int n = One(analysis, text, i, floor, names, own);
            i += Math.Max(1, n);
            floor = n > 0 ? i : floor;
        }

        listed.Find(analysis);
        foreach (ref var mention in CollectionsMarshal.AsSpan(analysis.Mentions))
        {
            if (mention.Kind == MentionKind.Department && IsWhere(text, mention))
            {
                (mention.Kind, mention.Rule) = (MentionKind.Place, "place: 在…开会");
            }
        }
    }

    /// <summary>在江边派出所开会 says where, not who.</summary>
    private static bool IsWhere(ReadOnlySpan<char> text, in Mention mention) =>
        mention.Start > 0 && text[mention.Start - 1] == '在' && mention.End < text.Length
        && (text[mention.End] == '开' || text[mention.End..].StartsWith("召开") || text[mention.End..].StartsWith("碰头") || text[mention.End..].StartsWith("集合") || text[mention.End..].StartsWith("会合"));

    private int One(Analysis analysis, ReadOnlySpan<char> text, int i, int floor, Lexicon names, string? own)
    {
        char c = text[i];
        bool latin = char.IsAsciiLetterOrDigit(c);
        if (c == ' ' || (latin && i > 0 && char.IsAsciiLetterOrDigit(text[i - 1]) && !(char.IsAsciiLetter(c) && char.IsAsciiDigit(text[i - 1]))))
        {
            return 0;
        }

        if (char.IsAsciiDigit(c) && Shapes.Number(text, i) is var number && number > 0)
        {
            analysis.Add(MentionKind.Number, i, number, [], "number of a meeting or task");
            return number;
        }

        if (words.IsNone(text, i))
        {
            return 0;
        }

        int known = names.Find(text, i, out var entry);
        int dated = Shapes.Case(text, analysis.Text, i);
        if (dated > 0 && dated >= known)
        {
            bool same = entry is { Kind: NameKind.Case } && known == dated;
            analysis.Add(MentionKind.Case, i, dated, same ? names.Choose(entry!, own) : [], same ? "lexicon: case" : "looks like a case");
            return dated;
        }

        int word = words.Find(text, analysis.Text, i);
        int seated = Seated(analysis, text, i, Math.Max(known, word), names, own);
        if (seated > 0)
        {
            return seated;
        }

        if (known > 0 && known >= word)
        {
            return Known(analysis, text, i, known, entry!, names, own);
        }

        if (word > 0)
        {
            analysis.Add(MentionKind.Department, i, word, [], "dialogs/shared/departments: stem and body");
            return word;
        }

        int from = words.StrongBefore(text, i, floor, out int body);
        if (from >= 0)
        {
            // the name may have begun before its body was seen
            analysis.Add(MentionKind.Department, from, i + body - from, [], "dialogs/shared/departments: strong body");
            return body;
        }

        return unknown.Misspelt(analysis, i, names, own);
    }

    /// <summary>省厅刑侦: a seat and the name behind it, where no name of the directory is longer.</summary>
    private int Seated(Analysis analysis, ReadOnlySpan<char> text, int i, int longest, Lexicon names, string? own)
    {
        int seat = TierWords.At(text, i, out var tier);
        if (seat == 0)
        {
            return 0;
        }

        int known = names.Find(text, i + seat, out var entry);
        known = entry is { Kind: NameKind.Department } && DepartmentWords.StandsFree(text, analysis.Text, i + seat, i + seat + known) ? known : 0;
        int length = Math.Max(known, words.Find(text, analysis.Text, i + seat));
        if (length == 0 || seat + length <= longest)
        {
            return 0;
        }

        analysis.Add(MentionKind.Department, i, seat + length, known == length ? names.Choose(entry!, own, tier) : [], "a seat and the name behind it");
        return seat + length;
    }

    private static int Known(Analysis analysis, ReadOnlySpan<char> text, int i, int known, NameEntry entry, Lexicon names, string? own)
    {
        if (entry.Kind == NameKind.Department)
        {
            // a short alias inside running text must look like a name: 出入境记录 is none, "legal review" is none
            bool initials = entry.Source is NameSource.PinyinInitials or NameSource.EnglishInitials;
            if (initials ? !IsInitials(analysis, i, known) : !DepartmentWords.StandsFree(text, analysis.Text, i, i + known))
            {
                return 0;
            }
        }

        // 618 must be said to be a case; 6·18 looks like one by itself
        if (entry.Kind == NameKind.Case && IsBare(text.Slice(i, known)) && !CaseWords.SaysSo(text, i, i + known))
        {
            return 0;
        }

        var kind = entry.Kind switch { NameKind.Department => MentionKind.Department, NameKind.Officer => MentionKind.Officer, _ => MentionKind.Case };
        analysis.Add(kind, i, known, names.Choose(entry, own), RuleOf(entry));
        return known;
    }

    private static readonly System.Buffers.SearchValues<char> Figures = System.Buffers.SearchValues.Create("0123456789.〇零一二三四五六七八九");

    private static bool IsBare(ReadOnlySpan<char> name) => !name.ContainsAnyExcept(Figures);

    private static string RuleOf(NameEntry entry) => (entry.Kind, entry.Source) switch
    {
        (NameKind.Department, NameSource.Alias) => "lexicon: alias",
        (NameKind.Department, NameSource.Shortened) => "lexicon: shortened name",
        (NameKind.Department, NameSource.PinyinInitials) => "lexicon: pinyin initials",
        (NameKind.Department, NameSource.EnglishInitials) => "lexicon: English initials",
        (NameKind.Department, NameSource.Id) => "lexicon: id",
        (NameKind.Department, _) => "lexicon: name of the directory",
        (NameKind.Officer, _) => "lexicon: officer",
        _ => "lexicon: case",
    };

    /// <summary>Initials are in capitals, or in lower case beside Chinese; am, pm, ok and HQ are none.</summary>
    private static bool IsInitials(Analysis analysis, int start, int length)
    {
        var text = analysis.Folded;
        if (text.Slice(start, length) is "am" or "pm" or "ok" or "hq")
        {
            return false;
        }

        bool capitals = true;
        foreach (char c in analysis.Text.AsSpan(start, length))
        {
            capitals &= !char.IsLower(c);
        }

        return capitals || (start > 0 && IsHanOrMark(text[start - 1])) || (start + length < text.Length && IsHanOrMark(text[start + length]));
    }

    private static bool IsHanOrMark(char c) => TextFold.IsHan(c) || c == '、';
}
