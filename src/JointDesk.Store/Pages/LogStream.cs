namespace JointDesk.Store.Pages;

/// <summary>
/// LiteDB's log, in memory: it empties it at each checkpoint, so it stays small. LiteDB hands its pages over from a thread of its
/// own, after Commit has returned; the last page of a transaction is marked as confirmed, and that is what the writer waits for.
/// </summary>
internal sealed class LogStream : PageStream
{
    private readonly List<byte[]> _pages = [];
    private readonly Stack<byte[]> _spare = [];
    private int _confirmed;
    private int _synced;

    public override long Length
    {
        get
        {
            lock (this)
                return (long)_pages.Count * PageSeal.PageSize;
        }
    }

    /// <summary>The pages of the transaction just committed. LiteDB's thread needs microseconds; ten seconds mean that it died.</summary>
    public IReadOnlyList<byte[]> WaitForCommit()
    {
        lock (this)
        {
            while (_confirmed <= _synced)
            {
                if (!Monitor.Wait(this, TimeSpan.FromSeconds(10)))
                    throw new InvalidOperationException("LiteDB did not hand over the pages of a commit.");
            }
            return _pages[_synced.._confirmed];
        }
    }

    /// <summary>What <see cref="WaitForCommit"/> gave is on the disk.</summary>
    public void MarkSynced()
    {
        lock (this)
            _synced = _confirmed;
    }

    /// <summary>Empties it, and gives back the pages that are on the disk.</summary>
    public IReadOnlyList<byte[]> TakeSynced()
    {
        lock (this)
        {
            var synced = _pages[.._synced];
            _pages.Clear();
            _confirmed = _synced = 0;
            return synced;
        }
    }

    public override void SetLength(long value)
    {
        if (value != 0)
            throw new NotSupportedException("LiteDB empties its log, and shortens it never.");
        lock (this)
        {
            foreach (var page in _pages)
                _spare.Push(page);
            _pages.Clear();
            _confirmed = _synced = 0;
        }
    }

    protected override void ReadPage(long number, Span<byte> page) => _pages[(int)number].CopyTo(page);

    protected override void WritePage(long number, ReadOnlySpan<byte> page)
    {
        if (number != _pages.Count)
            throw new NotSupportedException("LiteDB appends to its log.");
        var copy = _spare.TryPop(out var spare) ? spare : new byte[PageSeal.PageSize];
        page.CopyTo(copy);
        _pages.Add(copy);
        if (LitePage.IsConfirmed(page))
        {
            _confirmed = _pages.Count;
            Monitor.PulseAll(this);
        }
    }
}
