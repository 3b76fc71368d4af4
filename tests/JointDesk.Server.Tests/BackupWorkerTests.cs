using JointDesk.Server.Settings;
using JointDesk.Server.Workers;
using JointDesk.Store;
using JointDesk.Store.LiteDb;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace JointDesk.Server.Tests;

public sealed class BackupWorkerTests : IDisposable
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("jointdesk-backups-");
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 11, 24, 1, 0, 0, TimeSpan.Zero));

    private string Backups => Path.Combine(folder.FullName, "backups");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task ABackupIsMadeWhenTheNewestIsOldEnoughAndSoManyStay()
    {
        await using var store = LiteDbStore.Open(new StoreOptions(Path.Combine(folder.FullName, "desk.db")));
        using (var worker = Worker(store))
        {
            await worker.StartAsync(Cancel);
            await UntilAsync("jointdesk-20261124T010000Z.db");
            time.Advance(TimeSpan.FromHours(6));
            await UntilAsync("jointdesk-20261124T010000Z.db", "jointdesk-20261124T070000Z.db");
            await worker.StopAsync(Cancel);
        }
        time.Advance(TimeSpan.FromHours(5));
        using (var worker = Worker(store))
        {
            await worker.StartAsync(Cancel);
            time.Advance(TimeSpan.FromMinutes(59));
            await UntilAsync("jointdesk-20261124T010000Z.db", "jointdesk-20261124T070000Z.db");
            time.Advance(TimeSpan.FromMinutes(1));
            await UntilAsync("jointdesk-20261124T070000Z.db", "jointdesk-20261124T130000Z.db");
            await worker.StopAsync(Cancel);
        }
    }

    [Fact]
    public async Task OneThatCannotBeMadeIsToldAndTriedAgain()
    {
        await using var store = LiteDbStore.Open(new StoreOptions(Path.Combine(folder.FullName, "desk.db")));
        await File.WriteAllTextAsync(Backups, "a file where the folder should be", Cancel);
        using var worker = Worker(store);
        await worker.StartAsync(Cancel);
        for (var n = 0; worker.Problem is null && n < 1000; n++)
            await Task.Delay(10, Cancel);
        Assert.NotNull(worker.Problem);
        File.Delete(Backups);
        for (var n = 0; worker.Problem is not null && n < 1000; n++)
        {
            time.Advance(TimeSpan.FromMinutes(10));
            await Task.Delay(10, Cancel);
        }
        Assert.NotEmpty(Directory.GetFiles(Backups));
        await worker.StopAsync(Cancel);
    }

    private BackupWorker Worker(LiteDbStore store) => new(
        store, new BackupOptions { Folder = Backups, Every = TimeSpan.FromHours(6), Keep = 2 }, time, NullLogger<BackupWorker>.Instance);

    private async Task UntilAsync(params string[] files)
    {
        for (var n = 0; n < 1000 && (!Directory.Exists(Backups) || !Found().SequenceEqual(files)); n++)
            await Task.Delay(10, Cancel);
        Assert.Equal(files, Found());
    }

    private IEnumerable<string> Found() => Directory.GetFiles(Backups).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal);
}
