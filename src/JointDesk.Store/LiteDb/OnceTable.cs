using LiteDB;
using NodaTime;

namespace JointDesk.Store.LiteDb;

internal sealed class OnceTable(Rows rows, IClock clock)
{
    private const string Once = "once", Expiry = "once_expiry";

    /// <summary>An expired one is as good as gone, swept or not.</summary>
    public OnceKey? Find(string key) =>
        rows.Find(Once, SortKey.Of(key)) is { } row && ExpiresAt(row) > clock.GetCurrentInstant() ? new OnceKey(key, ExpiresAt(row), row["p"].AsBinary) : null;

    public void Put(OnceKey once)
    {
        if (rows.Find(Once, SortKey.Of(once.Key)) is { } expired)
            rows.Delete(Expiry, ExpiryKey(ExpiresAt(expired), once.Key));
        rows.Put(Once, new BsonDocument { ["_id"] = SortKey.Of(once.Key), ["e"] = once.ExpiresAt.ToUnixTimeTicks(), ["p"] = once.Payload.ToArray() });
        rows.Insert(Expiry, new BsonDocument { ["_id"] = ExpiryKey(once.ExpiresAt, once.Key), ["k"] = once.Key });
    }

    /// <summary>Deletes up to <paramref name="max"/> expired ones; how many there were.</summary>
    public int Sweep(int max)
    {
        var expired = rows.Range(Expiry, new SortKey().Number(long.MinValue).Done(),
            new SortKey().Number(clock.GetCurrentInstant().ToUnixTimeTicks()).UpToHere(), max);
        foreach (var row in expired)
        {
            rows.Delete(Expiry, row["_id"]);
            rows.Delete(Once, SortKey.Of(row["k"].AsString));
        }
        return expired.Count;
    }

    private static Instant ExpiresAt(BsonDocument row) => Instant.FromUnixTimeTicks(row["e"].AsInt64);

    private static BsonValue ExpiryKey(Instant at, string key) => new SortKey().Number(at.ToUnixTimeTicks()).Text(key).Done();
}
