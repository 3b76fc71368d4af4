using JointDesk.Store.LiteDb;
using JointDesk.Store.Pages;
using JointDesk.Store.Tests.Faults;
using LiteDB;
using NodaTime;

namespace JointDesk.Store.Tests;

/// <summary>
/// A store of each schema that was ever released lies in Stores/: it must open for ever. When the schema rises, its file is written
/// by JOINTDESK_WRITE_SCHEMA=FOLDER and this test.
/// </summary>
public sealed class SchemaTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_schema_that_was_released_has_its_file_and_opens()
    {
        await WriteWhenAsked();
        for (var number = 1; number <= Schema.Current; number++)
        {
            var desk = _folder.File($"schema-{number}.db");
            File.Copy(Path.Combine(AppContext.BaseDirectory, "Stores", $"schema-{number}.db"), desk);
            await using (var store = LiteDbStore.Open(new StoreOptions(desk)))
            {
                Assert.Equal((int[])[3, 1], await Ledger.ReadAsync(store, 2));
                Assert.IsType<Committed>(await Ledger.StepAsync(store, 1, 2));
                var queued = await store.ClaimAsync("queue", Instant.MaxValue - Duration.FromDays(1), 9, Duration.FromMinutes(1));
                Assert.Equal(["w1", "w0"], queued.Select(item => item.Id));
            }
            using var host = new EngineHost(StoreFiles.Open(new FileDisk(), new StoreOptions(desk)), new StoreOptions(desk));
            Assert.Equal(Schema.Current, host.Tables.Schema.Number);
        }
    }

    [Fact]
    public async Task What_layout_1_had_given_up_is_dated_by_when_it_was_due()
    {
        var options = new StoreOptions(_folder.File("desk.db"));
        var due = Instant.FromUtc(2026, 11, 24, 12, 0);
        using (var host = new EngineHost(StoreFiles.Open(new FileDisk(), options), options))
        {
            host.Files.BeginSession();
            host.Commit(tables =>
            {
                var (queue, item) = (SortKey.Of("outbox\0 箱"), SortKey.Of("outbox\0 箱", "n-1"));
                tables.Rows.Insert("queues", new BsonDocument { ["_id"] = queue, ["f"] = 1L, ["w"] = 0L, ["x"] = 1L });
                tables.Rows.Insert("queue_items", new BsonDocument { ["_id"] = item, ["d"] = due.ToUnixTimeTicks(), ["f"] = 1L, ["a"] = 1, ["l"] = BsonValue.Null, ["x"] = "nobody", ["p"] = new byte[1] });
                tables.Schema.Write(1);
            });
            host.Checkpoint();
        }
        await using var store = LiteDbStore.Open(options);
        Assert.Equal(0, await store.SweepAsync(due));
        Assert.Equal(1, await store.SweepAsync(due + Duration.Epsilon * 100));
        Assert.Equal(new QueueDepth(0, 0), await store.DepthAsync("outbox\0 箱"));
    }

    private static async Task WriteWhenAsked()
    {
        if (Environment.GetEnvironmentVariable("JOINTDESK_WRITE_SCHEMA") is not { Length: > 0 } folder)
            return;
        await using var store = LiteDbStore.Open(new StoreOptions(Path.Combine(folder, $"schema-{Schema.Current}.db")));
        foreach (var (writer, number) in new[] { (0, 1), (0, 2), (0, 3), (1, 1) })
            Assert.IsType<Committed>(await Ledger.StepAsync(store, writer, number));
    }
}
