namespace JointDesk.Server;

/// <summary>Reading and writing the documents that belong to the doors and to no rule.</summary>
internal static class OwnDocuments
{
    public static async ValueTask<(T? Document, long Version)> FindAsync<T>(
        this IDeskStore store, DocumentKind<T> kind, string id, CancellationToken cancel = default) where T : class =>
        await store.GetAsync(kind.Name, id, cancel) is { } stored ? (kind.Read(stored.Payload), stored.Version) : (null, 0);

    public static PutDocument Put<T>(this DocumentKind<T> kind, T document, long version) where T : class =>
        new(kind.Name, kind.IdOf(document), version, kind.IndexesOf(document), kind.Write(document));

    /// <summary>Writes what <paramref name="change"/> makes of what is there; null leaves it. Returns what is there now.</summary>
    public static async ValueTask<T?> KeepAsync<T>(
        this IDeskStore store, DocumentKind<T> kind, string id, Func<T?, T?> change, CancellationToken cancel = default) where T : class
    {
        while (true)
        {
            var (document, version) = await store.FindAsync(kind, id, cancel);
            if (change(document) is not { } next || next.Equals(document))
                return document;
            if (await store.CommitAsync(new ChangeSet { Puts = [kind.Put(next, version)] }, cancel) is Committed)
                return next;
        }
    }

    public static async ValueTask<IReadOnlyList<T>> ListAsync<T>(
        this IDeskStore store, DocumentKind<T> kind, string index, IndexValue value, CancellationToken cancel = default) where T : class =>
        [.. (await store.QueryAsync(new DocumentQuery(kind.Name, index, value, value), cancel)).Select(row => kind.Read(row.Document.Payload))];
}
