namespace JointDesk.Benchmarks.Store;

/// <summary>Something that keeps units of work: a document of 300 bytes with one index entry, a queue item and an audit entry each.</summary>
internal interface IContender : IAsyncDisposable
{
    /// <summary>Returns when the unit is kept, as the contender understands it.</summary>
    Task CommitAsync(int writer, int number);
}
