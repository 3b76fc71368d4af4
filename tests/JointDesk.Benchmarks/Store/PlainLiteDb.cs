using LiteDB;

namespace JointDesk.Benchmarks.Store;

/// <summary>LiteDB as it comes, which confirms before it writes.</summary>
internal sealed class PlainLiteDb(string path) : IContender
{
    private readonly LiteDatabase database = new(path);
    private long audited;

    /// <summary>On one thread from beginning to end: a transaction of LiteDB belongs to it.</summary>
    public Task CommitAsync(int writer, int number)
    {
        database.BeginTrans();
        var documents = database.GetCollection("documents");
        documents.EnsureIndex("n");
        documents.Upsert(new BsonDocument { ["_id"] = $"w{writer}", ["n"] = number, ["p"] = new byte[300] });
        database.GetCollection("queue").Upsert(new BsonDocument { ["_id"] = $"w{writer}", ["p"] = new byte[100] });
        database.GetCollection("audit").Insert(new BsonDocument { ["_id"] = Interlocked.Increment(ref audited), ["p"] = new byte[200] });
        database.Commit();
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        database.Dispose();
        return ValueTask.CompletedTask;
    }
}
