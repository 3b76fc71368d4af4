using System.Runtime.InteropServices;

namespace JointDesk.Talk.Understanding;

/// <summary>What is wanted of each department named: words behind a list (法制、网安列席) or before it (协办：网安) hold for the whole list.</summary>
internal static class DepartmentParts
{
    private static readonly WordKinds Words = new("parts");
    private static readonly (string Word, DepartmentPart Part)[] Behind = Of("behind"), InFront = Of("front");

    private static (string Word, DepartmentPart Part)[] Of(string side) =>
    [
        .. ((DepartmentPart[])[DepartmentPart.Lead, DepartmentPart.Optional, DepartmentPart.Assisting, DepartmentPart.Removed])
            .SelectMany(part => Words[$"{part}.{side}".ToLowerInvariant()].Select(word => (word, part))),
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

        // 把网安支队从会议里去掉: where from stands between.
        if (after.StartsWith("从"))
        {
            var clause = after[..Clauses.At(after, 0).End];
            foreach (var (word, part) in Behind)
            {
                if (part == DepartmentPart.Removed && clause.EndsWith(word))
                {
                    return part;
                }
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
