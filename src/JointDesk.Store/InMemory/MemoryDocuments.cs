namespace JointDesk.Store.InMemory;

internal sealed class MemoryDocuments
{
    private static readonly Comparer<(IndexValue Value, string Id)> ByValueThenId = Comparer<(IndexValue Value, string Id)>.Create(
        (a, b) => a.Value.CompareTo(b.Value) is var order and not 0 ? order : string.CompareOrdinal(a.Id, b.Id));

    private readonly Dictionary<(string Kind, string Id), (StoredDocument Document, IReadOnlyList<IndexEntry> Indexes)> _documents = [];
    private readonly Dictionary<(string Kind, string Index), SortedSet<(IndexValue Value, string Id)>> _indexes = [];

    public StoredDocument? Find(string kind, string id) => _documents.TryGetValue((kind, id), out var found) ? found.Document : null;

    public long VersionOf(string kind, string id) => Find(kind, id)?.Version ?? 0;

    public void Put(PutDocument put)
    {
        Delete(put.Kind, put.Id);
        var document = new StoredDocument(put.Kind, put.Id, put.ExpectedVersion + 1, put.Payload.ToArray());
        _documents[(put.Kind, put.Id)] = (document, put.Indexes);
        foreach (var entry in put.Indexes)
            IndexOf(put.Kind, entry.Index).Add((entry.Value, put.Id));
    }

    public void Delete(string kind, string id)
    {
        if (!_documents.Remove((kind, id), out var old))
            return;
        foreach (var entry in old.Indexes)
            IndexOf(kind, entry.Index).Remove((entry.Value, id));
    }

    public IReadOnlyList<IndexedDocument> Query(DocumentQuery query) =>
    [
        .. IndexOf(query.Kind, query.Index)
            .SkipWhile(row => row.Value.CompareTo(query.From) < 0 || (query.After is { } after && ByValueThenId.Compare(row, after) <= 0))
            .TakeWhile(row => row.Value.CompareTo(query.To) <= 0)
            .Take(Math.Min(query.Take, Limits.Page))
            .Select(row => new IndexedDocument(row.Value, _documents[(query.Kind, row.Id)].Document)),
    ];

    private SortedSet<(IndexValue Value, string Id)> IndexOf(string kind, string index) =>
        _indexes.TryGetValue((kind, index), out var rows) ? rows : _indexes[(kind, index)] = new SortedSet<(IndexValue, string)>(ByValueThenId);
}
