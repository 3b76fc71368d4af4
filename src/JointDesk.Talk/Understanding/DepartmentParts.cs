using System.Runtime.InteropServices;

namespace JointDesk.Talk.Understanding;

/// <summary>What is wanted of each department named: words behind a list (法制、网安列席) or before it (协办：网安) hold for the whole list.</summary>
internal static class DepartmentParts
{
    private static readonly (string Word, DepartmentPart Part)[] Behind =
    [
        ("列席", DepartmentPart.Optional), ("旁听", DepartmentPart.Optional), ("可选", DepartmentPart.Optional), ("可不参加", DepartmentPart.Optional), ("视情", DepartmentPart.Optional),
        ("optional", DepartmentPart.Optional), ("is optional", DepartmentPart.Optional), ("are optional", DepartmentPart.Optional), ("as observer", DepartmentPart.Optional),
        ("as an observer", DepartmentPart.Optional), ("as optional", DepartmentPart.Optional), ("observing", DepartmentPart.Optional), ("(optional", DepartmentPart.Optional), ("if available", DepartmentPart.Optional),
        ("协办", DepartmentPart.Assisting), ("配合", DepartmentPart.Assisting), ("协助", DepartmentPart.Assisting), ("支持", DepartmentPart.Assisting),
        ("assisting", DepartmentPart.Assisting), ("assists", DepartmentPart.Assisting), ("assist", DepartmentPart.Assisting), ("to assist", DepartmentPart.Assisting), ("to help", DepartmentPart.Assisting),
        ("helping", DepartmentPart.Assisting), ("helps", DepartmentPart.Assisting), ("supporting", DepartmentPart.Assisting), ("to support", DepartmentPart.Assisting), ("in support", DepartmentPart.Assisting),
        ("不用参加", DepartmentPart.Removed), ("不参加", DepartmentPart.Removed), ("不用来", DepartmentPart.Removed), ("不用了", DepartmentPart.Removed), ("去掉", DepartmentPart.Removed), ("删掉", DepartmentPart.Removed),
        ("out", DepartmentPart.Removed), ("is not needed", DepartmentPart.Removed), ("need not come", DepartmentPart.Removed),
    ];

    private static readonly (string Word, DepartmentPart Part)[] InFront =
    [
        ("列席", DepartmentPart.Optional), ("列席:", DepartmentPart.Optional), ("列席单位:", DepartmentPart.Optional), ("optional:", DepartmentPart.Optional), ("optionally", DepartmentPart.Optional), ("observer:", DepartmentPart.Optional),
        ("协办:", DepartmentPart.Assisting), ("协办单位:", DepartmentPart.Assisting), ("协办", DepartmentPart.Assisting), ("assisting:", DepartmentPart.Assisting), ("assisted by", DepartmentPart.Assisting),
        ("with help from", DepartmentPart.Assisting), ("with support from", DepartmentPart.Assisting), ("supported by", DepartmentPart.Assisting), ("helped by", DepartmentPart.Assisting),
        ("不要", DepartmentPart.Removed), ("去掉", DepartmentPart.Removed), ("删掉", DepartmentPart.Removed), ("删除", DepartmentPart.Removed), ("不叫", DepartmentPart.Removed), ("不请", DepartmentPart.Removed),
        ("除了", DepartmentPart.Removed), ("不用叫", DepartmentPart.Removed), ("without", DepartmentPart.Removed), ("remove", DepartmentPart.Removed), ("drop", DepartmentPart.Removed), ("not", DepartmentPart.Removed),
        ("leave out", DepartmentPart.Removed), ("take out", DepartmentPart.Removed), ("uninvite", DepartmentPart.Removed), ("except", DepartmentPart.Removed),
    ];

    public static void Mark(Analysis analysis)
    {
        var text = analysis.Folded;
        var mentions = CollectionsMarshal.AsSpan(analysis.Mentions);
        int before = -1;
        for (int i = 0; i < mentions.Length; i++)
        {
            if (mentions[i].Kind == MentionKind.Officer)
            {
                mentions[i].Apart = before >= 0 && !Joined(text[mentions[before].End..mentions[i].Start]);
            }

            if (!mentions[i].IsParty)
            {
                continue;
            }

            // a list: 法制、网安 / Legal and Cyber
            int last = i;
            while (last + 1 < mentions.Length && mentions[last + 1].IsParty && Joined(text[mentions[last].End..mentions[last + 1].Start]))
            {
                last++;
            }

            if (Part(text, mentions[i].Start, mentions[last].End) is { } part)
            {
                for (int k = i; k <= last; k++)
                {
                    mentions[k].Part = part;
                }
            }

            i = last;
            before = last;
        }
    }

    private static bool Joined(ReadOnlySpan<char> between)
    {
        between = between.Trim();
        return between.Length == 0 || between is "、" or "和" or "与" or "及" or "以及" or "跟" or "," or "and" or ", and" or "or" or "/" or "+" or "&";
    }

    private static DepartmentPart? Part(ReadOnlySpan<char> text, int start, int end)
    {
        var after = text[end..].TrimStart(' ');
        if (after.StartsWith("也") || after.StartsWith("都"))
        {
            after = after[1..];
        }

        foreach (var (word, part) in Behind)
        {
            if (after.StartsWith(word) && !(char.IsAsciiLetter(word[^1]) && after.Length > word.Length && char.IsAsciiLetter(after[word.Length]))
                && !(word == "out" && part == DepartmentPart.Removed && after.Length > 3 && after[3] is not ('.' or ',')))
            {
                return part;
            }
        }

        var before = text[..start].TrimEnd(' ');
        foreach (var (word, part) in InFront)
        {
            if (before.EndsWith(word) && !(char.IsAsciiLetter(word[0]) && before.Length > word.Length && char.IsAsciiLetter(before[before.Length - word.Length - 1])))
            {
                return part;
            }
        }

        return null;
    }
}
