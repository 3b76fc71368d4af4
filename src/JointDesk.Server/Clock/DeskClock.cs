using NodaTime;

namespace JointDesk.Server.Clock;

/// <summary>The desk's now: the machine's clock and, on a demo desk, how far it was moved on. It never goes back, not even by a restart.</summary>
internal sealed class DeskClock(TimeProvider time) : IClock
{
    private long offset;

    /// <summary>Raised after the clock was moved, so that whoever sleeps until something is due looks again.</summary>
    public event Action? Moved;

    public Instant GetCurrentInstant() => Machine + Duration.FromTicks(Interlocked.Read(ref offset));

    private Instant Machine => Instant.FromDateTimeOffset(time.GetUtcNow());

    /// <summary>Takes up where the desk was, or starts at <paramref name="start"/> where that is later or the desk is new.</summary>
    public async Task ResumeAsync(IDeskStore store, Instant? start)
    {
        var (kept, _) = await store.FindAsync(ClockOffset.Documents, ClockOffset.Id);
        Interlocked.Exchange(ref offset, kept?.Ticks ?? 0);
        if (start is { } wanted && (kept is null || wanted > GetCurrentInstant()))
            await SetAsync(store, wanted);
    }

    /// <summary>Moves the clock. The offset is kept first: what is then done at the new time must not seem to lie in the future.</summary>
    public async Task SetAsync(IDeskStore store, Instant to)
    {
        var ticks = (long)(to - Machine).TotalTicks;
        await store.KeepAsync(ClockOffset.Documents, ClockOffset.Id, _ => new ClockOffset(ticks));
        Interlocked.Exchange(ref offset, ticks);
        Moved?.Invoke();
    }
}

/// <summary>By how much the desk's clock is ahead of the machine's, in ticks.</summary>
internal sealed record ClockOffset(long Ticks)
{
    public const string Id = "clock";
    public static readonly DocumentKind<ClockOffset> Documents = new("demoClock", _ => Id);
}
