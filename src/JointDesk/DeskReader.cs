using System.Collections.Concurrent;

namespace JointDesk;

/// <summary>
/// Reads documents for one command. It remembers the version of each, so that what is decided on them can only be committed if nobody
/// else was faster, and it shows what the command has changed so far to the policies that follow.
/// </summary>
public sealed class DeskReader(IDeskStore store, DeskMemory memory)
{
    private readonly Dictionary<(string Kind, string Id), (long Version, object? Document)> seen = [];

    public async ValueTask<T?> FindAsync<T>(DocumentKind<T> kind, string id, CancellationToken cancel = default) where T : class
    {
        if (seen.TryGetValue((kind.Name, id), out var known))
            return (T?)known.Document;
        var stored = await store.GetAsync(kind.Name, id, cancel);
        var document = stored is null ? null : kind.Read(stored.Payload);
        seen[(kind.Name, id)] = (stored?.Version ?? 0, document);
        return document;
    }

    /// <summary>All documents whose index lies between the two values, both included, ordered by (value, id).</summary>
    public async ValueTask<IReadOnlyList<T>> ListAsync<T>(
        DocumentKind<T> kind, string index, IndexValue from, IndexValue to, CancellationToken cancel = default) where T : class
    {
        var found = new List<T>();
        var query = new DocumentQuery(kind.Name, index, from, to);
        while (true)
        {
            var page = await store.QueryAsync(query, cancel);
            foreach (var row in page)
                found.Add(Remember(kind, row.Document));
            if (page.Count < query.Take)
                return found;
            query = query with { After = (page[^1].Value, page[^1].Document.Id) };
        }
    }

    public ValueTask<IReadOnlyList<T>> ListAsync<T>(DocumentKind<T> kind, string index, IndexValue value, CancellationToken cancel = default)
        where T : class => ListAsync(kind, index, value, value, cancel);

    /// <summary>Documents whose text index begins with <paramref name="prefix"/>.</summary>
    public ValueTask<IReadOnlyList<T>> ListByPrefixAsync<T>(
        DocumentKind<T> kind, string index, string prefix, CancellationToken cancel = default) where T : class =>
        ListAsync(kind, index, prefix, prefix + '\uffff', cancel);

    /// <summary>What is made from many documents and shared between commands for as long as one stamp document keeps its version.</summary>
    public async ValueTask<T> SharedAsync<T>(
        string name, string stampKind, string stampId, Func<ValueTask<T>> make, CancellationToken cancel = default) where T : class
    {
        var version = (await store.GetAsync(stampKind, stampId, cancel))?.Version ?? 0;
        if (memory.Values.TryGetValue(name, out var kept) && kept.Version == version && kept.Value is T value)
            return value;
        value = await make();
        memory.Values[name] = (version, value);
        return value;
    }

    internal long VersionOf(string kind, string id) => seen.TryGetValue((kind, id), out var known) ? known.Version : 0;

    internal void Remember(string kind, string id, long version) => seen[(kind, id)] = (version, null);

    internal void Overlay(Change change) =>
        seen[(change.Kind.Name, change.Id)] = (VersionOf(change.Kind.Name, change.Id), change.Document);

    private T Remember<T>(DocumentKind<T> kind, StoredDocument stored) where T : class
    {
        if (seen.TryGetValue((kind.Name, stored.Id), out var known) && known.Document is T changed)
            return changed;
        var document = kind.Read(stored.Payload);
        seen[(kind.Name, stored.Id)] = (stored.Version, document);
        return document;
    }
}

/// <summary>What readers of one desk share; see <see cref="DeskReader.SharedAsync"/>.</summary>
public sealed class DeskMemory
{
    internal ConcurrentDictionary<string, (long Version, object Value)> Values { get; } = new(StringComparer.Ordinal);
}
