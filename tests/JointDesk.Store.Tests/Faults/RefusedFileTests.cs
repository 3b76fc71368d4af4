using JointDesk.Store.LiteDb;
using LiteDB;

namespace JointDesk.Store.Tests.Faults;

public sealed class RefusedFileTests : IDisposable
{
    private const string Key = "a passphrase of the desk office";
    private readonly TemporaryFolder _folder = new();

    private string Desk => _folder.File("desk.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_foreign_file() => IsRefused(() => File.WriteAllText(Desk, "minutes of the meeting"), "is no JointDesk store, or its beginning is damaged");

    [Fact]
    public void An_empty_file() => IsRefused(() => File.WriteAllText(Desk, ""), "is no JointDesk store, or its beginning is damaged");

    [Fact]
    public void A_plain_LiteDB_file() => IsRefused(() =>
    {
        using var database = new LiteDatabase(Desk);
        database.GetCollection("x").Insert(new BsonDocument());
    }, "is a plain LiteDB file");

    [Fact]
    public async Task Another_key()
    {
        await Make(Key);
        IsRefused(() => { }, "was encrypted with another key than Storage:Key", "another passphrase");
    }

    [Fact]
    public async Task No_key()
    {
        await Make(Key);
        IsRefused(() => { }, "is encrypted; set Storage:Key");
    }

    [Fact]
    public async Task A_key_where_none_is_needed()
    {
        await Make(null);
        IsRefused(() => { }, "is not encrypted, but Storage:Key is set", Key);
    }

    [Fact]
    public void A_key_that_is_too_short() => IsRefused(() => { }, "Storage:Key has 5 characters; take 12 or more", "short");

    [Fact]
    public async Task A_log_without_its_data_file()
    {
        await Make(null);
        IsRefused(() => File.Delete(Desk), "desk.db-log lies there without");
    }

    [Fact]
    public async Task A_running_store_copied_without_its_log()
    {
        var running = new SimulatedDisk(1);
        var copied = new SimulatedDisk(2);
        await using var store = LiteDbStore.Open(new StoreOptions("desk.db"), running);
        copied.Overwrite("copy.db", running.Bytes("desk.db"));
        var refused = Assert.Throws<StoreRefusedException>(() => LiteDbStore.Open(new StoreOptions("copy.db"), copied));
        Assert.Equal("copy.db-log is missing though the store was not closed; put it back beside copy.db, or restore a backup.", refused.Message);
    }

    [Fact]
    public async Task The_log_of_another_store()
    {
        await Make(null);
        await using (LiteDbStore.Open(new StoreOptions(_folder.File("other.db"))))
        {
        }
        IsRefused(() => File.Copy(_folder.File("other.db-log"), Desk + "-log", overwrite: true), "belongs to another store");
    }

    [Fact]
    public async Task A_newer_file_format()
    {
        await Make(null);
        IsRefused(() => Change(bytes => bytes[16] = bytes[4096 + 16] = 9), "was written by a newer JointDesk (file format 9, known here: 1)");
    }

    [Fact]
    public async Task Newer_documents()
    {
        await using (LiteDbStore.Open(new StoreOptions(Desk) { DocumentSchema = 7 }))
        {
        }
        IsRefused(() => { }, $"was written by a newer JointDesk (documents of schema 7, known here: {DocumentSchema.Current})");
    }

    [Fact]
    public async Task A_newer_schema()
    {
        using (var host = new EngineHost(Pages.StoreFiles.Open(new Pages.FileDisk(), new StoreOptions(Desk)), new StoreOptions(Desk)))
        {
            host.Files.BeginSession();
            host.Commit(tables => tables.Schema.Write(99));
        }
        IsRefused(() => { }, $"was written by a newer JointDesk (schema 99, known here: {Schema.Current})");
        await Task.CompletedTask;
    }

    [Fact]
    public async Task A_store_that_another_has_open()
    {
        await using var store = LiteDbStore.Open(new StoreOptions(Desk));
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var refused = Assert.Throws<StoreRefusedException>(() => LiteDbStore.Open(new StoreOptions(Desk)));
        Assert.Equal($"{Desk} is in use by another process; one desk runs on one store.", refused.Message);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(2));
        Assert.IsType<Committed>(await Ledger.StepAsync(store, 0, 1));
    }

    [Fact]
    public void A_folder_that_is_not_there()
    {
        var refused = Assert.Throws<StoreRefusedException>(() => LiteDbStore.Open(new StoreOptions(_folder.File("none/desk.db"))));
        Assert.Contains("cannot be opened", refused.Message);
    }

    private async Task Make(string? key)
    {
        await using var store = LiteDbStore.Open(new StoreOptions(Desk, key));
        Assert.IsType<Committed>(await Ledger.StepAsync(store, 0, 1));
    }

    private void Change(Action<byte[]> change)
    {
        var bytes = File.ReadAllBytes(Desk);
        change(bytes);
        File.WriteAllBytes(Desk, bytes);
    }

    private void IsRefused(Action spoil, string because, string? key = null)
    {
        spoil();
        var before = Contents();
        var refused = Assert.Throws<StoreRefusedException>(() => LiteDbStore.Open(new StoreOptions(Desk, key)));
        Assert.Contains(because, refused.Message);
        Assert.DoesNotContain('\n', refused.Message);
        Assert.Equal(before, Contents());
    }

    private Dictionary<string, string> Contents() =>
        Directory.GetFiles(_folder.Path).ToDictionary(file => file, file => Convert.ToBase64String(File.ReadAllBytes(file)));
}
