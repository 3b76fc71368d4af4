using LiteDB;

namespace JointDesk.Store.LiteDb;

/// <summary>
/// Documents, and one row for each of their index entries under a key that sorts as the seam asks. Not LiteDB's own indexes: those
/// return a document without saying by which of several values it was found, and page by counting.
/// </summary>
internal sealed class DocumentTable(Rows rows)
{
    private const string Documents = "documents", Indexes = "indexes";

    public StoredDocument? Find(string kind, string id) => rows.Find(Documents, SortKey.Of(kind, id)) is { } row ? ToDocument(kind, id, row) : null;

    public BsonDocument? RowOf(string kind, string id) => rows.Find(Documents, SortKey.Of(kind, id));

    public static long VersionOf(BsonDocument? row) => row?["v"].AsInt64 ?? 0;

    public IReadOnlyList<IndexedDocument> Query(DocumentQuery query)
    {
        SortKey Start() => new SortKey().Text(query.Kind).Text(query.Index);
        var from = query.After is { } after && after.Value.CompareTo(query.From) >= 0
            ? Start().Value(after.Value).Text(after.Id).JustAfter()
            : Start().Value(query.From).Done();
        var to = Start().Value(query.To).UpToHere();
        var found = new List<IndexedDocument>();
        if (from.CompareTo(to) > 0)
            return found;
        foreach (var row in rows.Range(Indexes, from, to, Math.Min(query.Take, Limits.Page)))
        {
            // The two tables are read one after the other: a commit between them may have taken the document, or the row, away.
            if (row["i"] is not { IsString: true } id || Find(query.Kind, id.AsString) is not { } document)
                throw new TornReadException();
            var value = row["n"].IsNull ? new IndexValue(null, row["t"].AsString) : new IndexValue(row["n"].AsInt64, null);
            found.Add(new IndexedDocument(value, document));
        }
        return found;
    }

    /// <param name="before">Its row as <see cref="RowOf"/> found it.</param>
    public void Put(PutDocument put, BsonDocument? before)
    {
        var key = SortKey.Of(put.Kind, put.Id);
        var entries = put.Indexes.Distinct().Select(entry => (Key: IndexKey(put, entry), entry.Value)).ToList();
        // By Equals, one by one: LiteDB's hash code of a binary value is that of the array object.
        var gone = before?["x"].AsArray.ToList() ?? [];
        foreach (var (entryKey, value) in entries)
        {
            if (gone.Remove(entryKey))
                continue;
            var row = new BsonDocument { ["_id"] = entryKey, ["i"] = put.Id };
            if (value.Number is { } number)
                row["n"] = number;
            else
                row["t"] = value.Text;
            rows.Insert(Indexes, row);
        }
        foreach (var entryKey in gone)
            rows.Delete(Indexes, entryKey);
        rows.Put(Documents, new BsonDocument
        {
            ["_id"] = key,
            ["v"] = put.ExpectedVersion + 1,
            ["x"] = new BsonArray(entries.Select(entry => entry.Key)),
            ["p"] = put.Payload.ToArray(),
        });
    }

    public void Delete(BsonDocument? row)
    {
        if (row is null)
            return;
        foreach (var entry in row["x"].AsArray)
            rows.Delete(Indexes, entry);
        rows.Delete(Documents, row["_id"]);
    }

    private static BsonValue IndexKey(PutDocument put, IndexEntry entry) =>
        new SortKey().Text(put.Kind).Text(entry.Index).Value(entry.Value).Text(put.Id).Done();

    private static StoredDocument ToDocument(string kind, string id, BsonDocument row) => new(kind, id, row["v"].AsInt64, row["p"].AsBinary);
}

/// <summary>What was read does not fit together, as a commit came between; it is read again.</summary>
internal sealed class TornReadException : Exception;
