using System.Diagnostics;
using JointDesk.Auditing;
using JointDesk.Store.Admin;
using JointDesk.Store.LiteDb;
using JointDesk.Store.Tests.Faults;
using NodaTime;

namespace JointDesk.Store.Tests;

public sealed class AdminTests : IDisposable
{
    private const string Key = "a passphrase of the desk office";
    private readonly TemporaryFolder _folder = new();

    private string Desk => _folder.File("desk.db");
    private string Backup => _folder.File("backup.db");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(null)]
    [InlineData(Key)]
    public async Task A_backup_while_four_write_is_of_one_moment_and_restores(string? key)
    {
        var writing = true;
        var done = new int[4];
        int[] before, after;
        await using (var store = LiteDbStore.Open(new StoreOptions(Desk, key) { CheckpointBytes = 400_000 }))
        {
            var writers = Enumerable.Range(0, 4).Select(writer => Task.Run(async () =>
            {
                while (Volatile.Read(ref writing))
                {
                    Assert.IsType<Committed>(await Ledger.StepAsync(store, writer, done[writer] + 1));
                    done[writer]++;
                }
            })).ToList();
            while (done.Sum() < 100)
                await Task.Delay(5);
            before = [.. done];
            await store.BackupAsync(Backup);
            after = [.. done];
            Volatile.Write(ref writing, false);
            await Task.WhenAll(writers);
            Assert.Equal(done, await Ledger.ReadAsync(store, 4));
        }
        await using (var again = LiteDbStore.Open(new StoreOptions(Desk, key)))
            Assert.Equal(done, await Ledger.ReadAsync(again, 4));

        var restored = _folder.File("restored.db");
        Assert.Null(StoreAdmin.Restore(Backup, new StoreOptions(restored, key), force: false));
        await using var copy = LiteDbStore.Open(new StoreOptions(restored, key));
        var found = await Ledger.ReadAsync(copy, 4);
        for (var writer = 0; writer < 4; writer++)
            Assert.InRange(found[writer], before[writer], after[writer] + 1);
    }

    [Fact]
    public async Task The_desk_that_has_the_store_open_makes_the_backup_that_another_asks_for()
    {
        await using var store = LiteDbStore.Open(new StoreOptions(Desk) { TakesOrders = true });
        Assert.IsType<Committed>(await Ledger.StepAsync(store, 0, 1));
        await StoreAdmin.BackupAsync(new StoreOptions(Desk), Backup);
        Assert.Contains("is there already", (await Assert.ThrowsAsync<StoreRefusedException>(() => StoreAdmin.BackupAsync(new StoreOptions(Desk), Backup))).Message);
        Assert.IsType<Committed>(await Ledger.StepAsync(store, 0, 2));
        StoreAdmin.Restore(Backup, new StoreOptions(_folder.File("restored.db")), force: false);
        Assert.Equal(1, await Reached(_folder.File("restored.db"), null));
    }

    [Fact]
    public async Task Restore_overwrites_only_by_force_and_keeps_the_old_file()
    {
        await Step(Desk, null, 1);
        await StoreAdmin.BackupAsync(new StoreOptions(Desk), Backup);
        await Step(Desk, null, 2);
        var refused = Assert.Throws<StoreRefusedException>(() => StoreAdmin.Restore(Backup, new StoreOptions(Desk), force: false));
        Assert.Contains("--force", refused.Message);

        var aside = StoreAdmin.Restore(Backup, new StoreOptions(Desk), force: true);
        Assert.Equal(1, await Reached(Desk, null));
        Assert.Equal(2, await Reached(aside!, null));
        Assert.DoesNotContain(Directory.GetFiles(_folder.Path), file => file.EndsWith("-new", StringComparison.Ordinal) || file.EndsWith("-restored", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_store_that_is_open_is_not_restored_over()
    {
        await Step(Desk, null, 1);
        await StoreAdmin.BackupAsync(new StoreOptions(Desk), Backup);
        await using var store = LiteDbStore.Open(new StoreOptions(Desk));
        var refused = Assert.Throws<StoreRefusedException>(() => StoreAdmin.Restore(Backup, new StoreOptions(Desk), force: true));
        Assert.Contains("is in use by another process", refused.Message);
    }

    [Fact]
    public async Task A_backup_that_was_damaged_is_refused_and_the_store_stays()
    {
        await Step(Desk, null, 1);
        await StoreAdmin.BackupAsync(new StoreOptions(Desk), Backup);
        await Step(Desk, null, 2);
        var bytes = File.ReadAllBytes(Backup);
        bytes[^3000] ^= 4;
        File.WriteAllBytes(Backup, bytes);
        Assert.Contains("is damaged", Assert.Throws<StoreRefusedException>(() => StoreAdmin.Restore(Backup, new StoreOptions(Desk), force: true)).Message);
        Assert.Equal(2, await Reached(Desk, null));
    }

    [Fact]
    public async Task A_backup_never_overwrites()
    {
        await Step(Desk, null, 1);
        File.WriteAllText(Backup, "something dear");
        await Assert.ThrowsAsync<StoreRefusedException>(() => StoreAdmin.BackupAsync(new StoreOptions(Desk), Backup));
        Assert.Equal("something dear", File.ReadAllText(Backup));
    }

    [Fact]
    public async Task A_plain_backup_restored_with_a_key_is_encrypted_and_another_key_of_the_backup_can_be_named()
    {
        await Step(Desk, null, 1, "绝不外传的标题");
        Assert.True(Contains(Desk, "绝不外传的标题"));
        await StoreAdmin.BackupAsync(new StoreOptions(Desk), Backup);
        var encrypted = _folder.File("encrypted.db");
        StoreAdmin.Restore(Backup, new StoreOptions(encrypted, Key), force: false);
        Assert.False(Contains(encrypted, "绝不外传的标题"));
        Assert.Equal(1, await Reached(encrypted, Key));

        await StoreAdmin.BackupAsync(new StoreOptions(encrypted, Key), _folder.File("second.db"));
        Assert.False(Contains(_folder.File("second.db"), "绝不外传的标题"));
        StoreAdmin.Restore(_folder.File("second.db"), new StoreOptions(_folder.File("third.db"), "another passphrase"), force: false, fromKey: Key);
        Assert.Equal(1, await Reached(_folder.File("third.db"), "another passphrase"));
    }

    [Fact]
    public async Task After_a_rotation_only_the_new_key_opens()
    {
        await Step(Desk, Key, 1);
        StoreAdmin.RotateKey(new StoreOptions(Desk, Key), "another passphrase");
        Assert.Contains("another key", Assert.Throws<StoreRefusedException>(() => LiteDbStore.Open(new StoreOptions(Desk, Key))).Message);
        Assert.Equal(1, await Reached(Desk, "another passphrase"));
        Assert.Throws<StoreRefusedException>(() => StoreAdmin.RotateKey(new StoreOptions(Desk, "another passphrase"), "short"));
        Assert.Throws<StoreRefusedException>(() => StoreAdmin.RotateKey(new StoreOptions(Desk, Key), "yet another passphrase"));
    }

    [Fact]
    public async Task The_folder_keeps_as_many_as_are_wanted()
    {
        await Step(Desk, null, 1);
        await using var store = LiteDbStore.Open(new StoreOptions(Desk));
        var folder = _folder.File("backups");
        for (var hour = 0; hour < 5; hour++)
            await BackupFolder.AddAsync(store, folder, new DateTimeOffset(2026, 11, 24, hour, 0, 0, TimeSpan.Zero), kept: 3);
        Assert.Equal(["jointdesk-20261124T020000Z.db", "jointdesk-20261124T030000Z.db", "jointdesk-20261124T040000Z.db"],
            Directory.GetFiles(folder).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task Audit_that_was_edited_cut_or_swapped_is_found_and_named()
    {
        await using var store = LiteDbStore.Open(new StoreOptions(Desk));
        for (var n = 1; n <= 6; n++)
            await Ledger.StepAsync(store, 0, n);
        var heads = _folder.File("audit-head.jsonl");
        await AuditCheck.KeepHeadAsync(store, heads, DateTimeOffset.UnixEpoch);
        var kept = await AuditCheck.KeptHeadAsync(heads);
        Assert.Equal(await store.AuditHeadAsync(), kept);
        Assert.Equal(new AuditCheckResult(kept!, null), await AuditCheck.RunAsync(store, kept));

        var entries = await store.ReadAuditAsync(0, 500);
        Assert.Equal("entry 3 was changed", (await Check([.. entries.Select(e => e.Sequence == 3 ? e with { Draft = e.Draft with { Actor = "li.na" } } : e)])).Fault);
        Assert.Equal("entry 3 is missing, 4 stands in its place", (await Check([.. entries.Where(e => e.Sequence != 3)])).Fault);
        Assert.Equal("entry 2 is missing, 3 stands in its place", (await Check([entries[0], entries[2], entries[1], .. entries.Skip(3)])).Fault);
        Assert.Null((await AuditCheck.RunAsync(new AuditOnly([.. entries.Take(4)]))).Fault);
        Assert.Equal("entries 5 to 6 are missing at the end, as the head kept outside the store tells", (await Check([.. entries.Take(4)])).Fault);

        Task<AuditCheckResult> Check(IReadOnlyList<AuditEntry> changed) => AuditCheck.RunAsync(new AuditOnly(changed), kept);
    }

    [Fact]
    public async Task A_backup_of_a_large_store_hardly_stalls_writers()
    {
        await using var store = LiteDbStore.Open(new StoreOptions(Desk));
        var megabytes = Sizes.Of(30, 400);
        var blob = new byte[1 << 20];
        for (var n = 0; n < megabytes; n++)
            await store.CommitAsync(new ChangeSet { Puts = [new PutDocument("blob", $"{n}", 0, [], blob)] });
        var backup = store.BackupAsync(Backup);
        var longest = TimeSpan.Zero;
        for (var n = 1; !backup.IsCompleted; n++)
        {
            var clock = Stopwatch.StartNew();
            Assert.IsType<Committed>(await Ledger.StepAsync(store, 0, n));
            longest = clock.Elapsed > longest ? clock.Elapsed : longest;
        }
        await backup;
        Assert.True(longest < TimeSpan.FromSeconds(2), $"{longest}");
        Figures.Note($"backup of {megabytes} MB while writing", $"longest commit {longest.TotalMilliseconds:0} ms");
    }

    private static async Task Step(string path, string? key, int number, string? title = null)
    {
        await using var store = LiteDbStore.Open(new StoreOptions(path, key));
        Assert.IsType<Committed>(await Ledger.StepAsync(store, 0, number));
        if (title is not null)
            await store.CommitAsync(new ChangeSet { Puts = [new PutDocument("title", "t", 0, [], System.Text.Encoding.UTF8.GetBytes(title))] });
    }

    private static async Task<int> Reached(string path, string? key)
    {
        await using var store = LiteDbStore.Open(new StoreOptions(path, key));
        return (await Ledger.ReadAsync(store, 1))[0];
    }

    private static bool Contains(string path, string text) => File.ReadAllBytes(path).AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(text)) >= 0;

    /// <summary>A store of which only the audit is read.</summary>
    private sealed class AuditOnly(IReadOnlyList<AuditEntry> entries) : IDeskStore
    {
        public ValueTask<IReadOnlyList<AuditEntry>> ReadAuditAsync(long afterSequence, int take, CancellationToken cancel = default) =>
            ValueTask.FromResult<IReadOnlyList<AuditEntry>>([.. entries.Skip((int)afterSequence).Take(take)]);

        public ValueTask<StoredDocument?> GetAsync(string kind, string id, CancellationToken cancel = default) => throw new NotSupportedException();
        public ValueTask<IReadOnlyList<IndexedDocument>> QueryAsync(DocumentQuery query, CancellationToken cancel = default) => throw new NotSupportedException();
        public ValueTask<CommitResult> CommitAsync(ChangeSet changes, CancellationToken cancel = default) => throw new NotSupportedException();
        public ValueTask<OnceKey?> GetOnceAsync(string key, CancellationToken cancel = default) => throw new NotSupportedException();
        public ValueTask<IReadOnlyList<ClaimedItem>> ClaimAsync(string queue, Instant now, int max, Duration lease, CancellationToken cancel = default) => throw new NotSupportedException();
        public ValueTask<Instant?> NextDueAsync(string queue, CancellationToken cancel = default) => throw new NotSupportedException();
        public ValueTask<QueueDepth> DepthAsync(string queue, CancellationToken cancel = default) => throw new NotSupportedException();
        public ValueTask<AuditHead> AuditHeadAsync(CancellationToken cancel = default) => throw new NotSupportedException();
        public ValueTask<int> SweepAsync(Instant givenUpBefore, CancellationToken cancel = default) => throw new NotSupportedException();
        public ValueTask<StoreHealth> HealthAsync(CancellationToken cancel = default) => throw new NotSupportedException();
        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
