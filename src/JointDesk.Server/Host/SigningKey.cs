using System.Security.Cryptography;

namespace JointDesk.Server;

/// <summary>The key that signs officers' tokens: made once and kept in the store, so that tokens outlive a restart.</summary>
internal sealed record SigningKey(byte[] Bytes)
{
    private const string Id = "tokens";
    private static readonly DocumentKind<SigningKey> Documents = new("signingKey", _ => Id);

    public static async ValueTask<byte[]> OfAsync(IDeskStore store)
    {
        var key = await store.KeepAsync(Documents, Id, known => known is null ? new SigningKey(RandomNumberGenerator.GetBytes(32)) : null);
        return key!.Bytes;
    }
}
