namespace JointDesk.Talk.Understanding;

/// <summary>64-bit hashes of what a sentence is made of (FNV-1a).</summary>
internal static class Sign
{
    public const ulong Seed = 14695981039346656037;

    public static ulong Of(ReadOnlySpan<char> text)
    {
        ulong hash = Seed;
        foreach (char c in text)
        {
            hash = (hash ^ c) * 1099511628211;
        }

        return hash;
    }

    public static ulong Join(ulong a, ulong b, ulong salt) => (a * 31 ^ b * 1099511628211 ^ salt) * 0x9E3779B97F4A7C15;
}
