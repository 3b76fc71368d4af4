using NodaTime;

namespace JointDesk.Store;

/// <summary>Where the store's file lies and how it is kept.</summary>
/// <param name="Path">The data file; its log lies beside it, as <c>PATH-log</c>.</param>
/// <param name="Key">The passphrase the file is encrypted with, 12 characters or more; null for checksums only.</param>
public sealed record StoreOptions(string Path, string? Key = null)
{
    /// <summary>Tells when once-keys have expired; the demo desk moves it.</summary>
    public IClock Clock { get; init; } = SystemClock.Instance;

    /// <summary>The newest schema of documents that whoever opens the store can read; one that holds newer ones is refused.</summary>
    public int DocumentSchema { get; init; } = JointDesk.DocumentSchema.Current;

    /// <summary>Told in one English line what was repaired, and when writing stops and goes on again.</summary>
    public Action<string>? Report { get; init; }

    /// <summary>Whether <c>backup FILE</c> of another process of the same user is answered while the store is open. The desk says yes.</summary>
    public bool TakesOrders { get; init; }

    /// <summary>How large LiteDB's log grows before it is emptied into the data file; the tests of faults make it small.</summary>
    internal long CheckpointBytes { get; init; } = 8 << 20;

    /// <summary>Rounds of PBKDF2 with which a passphrase is made costly to guess; kept in the file.</summary>
    internal int KeyIterations { get; init; } = 200_000;

    /// <summary>How long a disk that failed is left alone before it is tried again.</summary>
    internal TimeSpan BetweenProbes { get; init; } = TimeSpan.FromSeconds(1);
}
