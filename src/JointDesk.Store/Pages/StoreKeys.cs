using System.Security.Cryptography;

namespace JointDesk.Store.Pages;

internal static class StoreKeys
{
    /// <summary>Throws <see cref="StoreRefusedException"/> where file and passphrase do not belong together.</summary>
    public static PageSeal SealOf(StoreHeader header, StoreOptions options)
    {
        switch (header.Key, options.Key)
        {
            case (null, null):
                return new ChecksumSeal(header.StoreId);
            case (null, _):
                throw new StoreRefusedException(
                    $"{options.Path} is not encrypted, but Storage:Key is set; take the key out, or back up without it and restore with it to encrypt.");
            case ({ }, null):
                throw new StoreRefusedException($"{options.Path} is encrypted; set Storage:Key.");
            default:
                var dataKey = header.Key.Unwrap(options.Key, header.StoreId)
                    ?? throw new StoreRefusedException($"{options.Path} was encrypted with another key than Storage:Key; set the right one.");
                return new GcmSeal(header.StoreId, dataKey);
        }
    }

    /// <summary>The header of a new store, with a data key of its own where there is a passphrase.</summary>
    public static StoreHeader NewHeader(StoreOptions options)
    {
        var storeId = Guid.NewGuid();
        return new StoreHeader(1, storeId, Closed: true, options.Key is { } key ? Wrap(RandomNumberGenerator.GetBytes(32), key, storeId) : null);
    }

    public static WrappedKey Wrap(byte[] dataKey, string passphrase, Guid storeId) => passphrase.Length >= WrappedKey.MinimumPassphrase
        ? WrappedKey.Wrap(dataKey, passphrase, storeId)
        : throw new StoreRefusedException($"Storage:Key has {passphrase.Length} characters; take {WrappedKey.MinimumPassphrase} or more.");
}
