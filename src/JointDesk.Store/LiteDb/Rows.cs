using LiteDB;
using LiteDB.Engine;

namespace JointDesk.Store.LiteDb;

/// <summary>
/// The few engine calls we use, by <c>_id</c> alone. Each reads to the end before it returns, so that no cursor outlives the call:
/// an open one counts against LiteDB's 100 transactions and keeps its log from being emptied. No BsonMapper, which trims texts and
/// loses ticks.
/// </summary>
internal sealed class Rows(LiteEngine engine)
{
    // Parsing "_id = @0" costs three times what finding the row does. A thread reads to the end before it asks anew.
    [ThreadStatic]
    private static BsonExpression? _one;
    [ThreadStatic]
    private static BsonExpression? _between;
    [ThreadStatic]
    private static BsonExpression? _id;

    /// <summary>Rises with every row written: a transaction that wrote none has nothing to be waited for.</summary>
    public long Written { get; private set; }

    public BsonDocument? Find(string collection, BsonValue id)
    {
        _one ??= BsonExpression.Create("_id = @0", id);
        _one.Parameters["0"] = id;
        return Read(collection, _one, 1) is [var row] ? row : null;
    }

    /// <summary>In the order of <c>_id</c>. BETWEEN, as LiteDB walks an index to one bound only when it is given two conditions.</summary>
    public IReadOnlyList<BsonDocument> Range(string collection, BsonValue from, BsonValue to, int take) => Read(collection, Between(from, to), take);

    public BsonDocument? Last(string collection) => Last(collection, new Query());

    /// <summary>The last row between the two keys.</summary>
    public BsonDocument? LastOf(string collection, BsonValue from, BsonValue to)
    {
        var query = new Query();
        query.Where.Add(Between(from, to));
        return Last(collection, query);
    }

    public void Insert(string collection, BsonDocument row)
    {
        engine.Insert(collection, [row], BsonAutoId.ObjectId);
        Written++;
    }

    public void Update(string collection, IReadOnlyList<BsonDocument> rows) => Written += engine.Update(collection, rows);

    public void Put(string collection, BsonDocument row)
    {
        engine.Upsert(collection, [row], BsonAutoId.ObjectId);
        Written++;
    }

    public void Delete(string collection, BsonValue id) => Written += engine.Delete(collection, [id]);

    private static BsonExpression Between(BsonValue from, BsonValue to)
    {
        _between ??= BsonExpression.Create("_id BETWEEN @0 AND @1", from, to);
        (_between.Parameters["0"], _between.Parameters["1"]) = (from, to);
        return _between;
    }

    private BsonDocument? Last(string collection, Query query)
    {
        query.Limit = 1;
        query.Order = Query.Descending;
        query.OrderBy = _id ??= BsonExpression.Create("_id");
        return Read(collection, query) is [var row] ? row : null;
    }

    private List<BsonDocument> Read(string collection, BsonExpression where, int take)
    {
        var query = new Query { Limit = take };
        query.Where.Add(where);
        return Read(collection, query);
    }

    private List<BsonDocument> Read(string collection, Query query)
    {
        var rows = new List<BsonDocument>();
        using var reader = engine.Query(collection, query);
        while (reader.Read())
            rows.Add(reader.Current.AsDocument);
        return rows;
    }
}
