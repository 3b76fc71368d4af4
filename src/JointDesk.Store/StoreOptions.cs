using NodaTime;

namespace JointDesk.Store;

/// <summary>Where the store's file lies and how it is kept.</summary>
/// <param name="Path">The data file; its log lies beside it, as <c>PATH-log</c>.</param>
/// <param name="Key">The passphrase the file is encrypted with, 12 characters or more; null for checksums only.</param>
public sealed record StoreOptions(string Path, string? Key = null)
{
    /// <summary>Tells when once-keys have expired; the demo desk moves it.</summary>
    public IClock Clock { get; init; } = SystemClock.Instance;

    /// <summary>Told in one English line what was repaired, and when writing stops and goes on again.</summary>
    public Action<string>? Report { get; init; }
}
