using LiteDB;

namespace JointDesk.Store.LiteDb;

/// <summary>The items of all queues that were given up, by the moment at which they were.</summary>
internal sealed class GivenUpTable(Rows rows)
{
    private const string GivenUp = "queue_given_up";

    public void Add(string queue, string id, long at) =>
        rows.Insert(GivenUp, new BsonDocument { ["_id"] = KeyOf(queue, id, at), ["q"] = queue, ["i"] = id });

    public void Remove(string queue, string id, long at) => rows.Delete(GivenUp, KeyOf(queue, id, at));

    public IReadOnlyList<(string Queue, string Id)> Before(long at, int most) =>
        [.. rows.Range(GivenUp, new SortKey().Number(long.MinValue).Done(), new SortKey().Number(at).Done(), most).Select(row => (row["q"].AsString, row["i"].AsString))];

    private static BsonValue KeyOf(string queue, string id, long at) => new SortKey().Number(at).Text(queue).Text(id).Done();
}
