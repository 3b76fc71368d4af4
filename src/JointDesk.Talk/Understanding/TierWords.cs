using System.Buffers;
using JointDesk.People;

namespace JointDesk.Talk.Understanding;

/// <summary>The seat before a short name says which tier is meant: 省厅刑侦 is the province's, whoever says it.</summary>
internal static class TierWords
{
    private static readonly WordKinds Kinds = new("departments");
    private static readonly (string Word, Tier Tier)[] Words =
        [.. Enum.GetValues<Tier>().SelectMany(tier => Kinds[tier.ToString().ToLowerInvariant()].Select(word => (word, tier)))];

    private static readonly SearchValues<char> Firsts = SearchValues.Create([.. Words.Select(w => w.Word[0])]);

    /// <summary>The length of the seat that begins here, 0 if none does.</summary>
    public static int At(ReadOnlySpan<char> folded, int start, out Tier tier)
    {
        tier = default;
        if (!Firsts.Contains(folded[start]))
        {
            return 0;
        }

        foreach (var (word, of) in Words)
        {
            if (folded[start..].StartsWith(word))
            {
                tier = of;
                return start + word.Length < folded.Length ? word.Length : 0;
            }
        }

        return 0;
    }
}
