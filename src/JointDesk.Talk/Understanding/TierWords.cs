using JointDesk.People;

namespace JointDesk.Talk.Understanding;

/// <summary>The seat before a short name says which tier is meant: 省厅刑侦 is the province's, whoever says it.</summary>
internal static class TierWords
{
    private static readonly (string Word, Tier Tier)[] Words =
    [
        ("省公安厅", Tier.Province), ("省厅", Tier.Province), ("省局", Tier.Province), ("市公安局", Tier.City), ("市局", Tier.City),
        ("县公安局", Tier.County), ("县局", Tier.County), ("区公安局", Tier.County), ("区分局", Tier.County), ("分局", Tier.County),
    ];

    /// <summary>The length of the seat that begins here, 0 if none does.</summary>
    public static int At(ReadOnlySpan<char> folded, int start, out Tier tier)
    {
        tier = default;
        if (folded[start] is not ('省' or '市' or '县' or '区' or '分'))
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
