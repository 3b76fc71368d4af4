using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace JointDesk.Server.Channels;

/// <summary>For how long something that comes twice is noticed.</summary>
internal sealed record Receipts(Duration Kept);

/// <summary>Keys of bounded length from parts that come from outside.</summary>
internal static class OnceKeys
{
    /// <summary>The purpose, and a hash in which no two lists of parts look alike.</summary>
    public static string Of(string purpose, params IReadOnlyList<string> parts)
    {
        var joined = string.Concat(parts.Select(part => $"{part.Length}:{part}"));
        return $"{purpose}/{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(joined)))}";
    }
}
