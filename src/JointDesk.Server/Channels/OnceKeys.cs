using System.Security.Cryptography;
using System.Text;

namespace JointDesk.Server.Channels;

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
