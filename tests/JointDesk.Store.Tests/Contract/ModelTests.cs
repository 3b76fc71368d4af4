using CsCheck;
using JointDesk.Auditing;
using JointDesk.Store.InMemory;
using JointDesk.Store.LiteDb;
using JointDesk.Store.Tests.Faults;
using NodaTime;
using NodaTime.Testing;

namespace JointDesk.Store.Tests.Contract;

/// <summary>
/// Random change sets, claims, queries and reopenings on a LiteDB file and on the store in memory: after each both answer alike.
/// CsCheck prints the seed of a failure; CsCheck_Seed replays it.
/// </summary>
public sealed class ModelTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 11, 24, 0, 0);
    private static readonly string[] Ids = ["a", "b", "c", "会", "\U0001F4C5"];

    private static readonly Gen<IndexEntry> Index = Gen.Select(Gen.Int[0, 1], Gen.OneOf(
        Gen.Long[-3, 3].Select(n => (IndexValue)n), Gen.OneOfConst("", "a", "a\0", "aa", "b", "会").Select(t => (IndexValue)t)),
        (n, value) => new IndexEntry($"i{n}", value));

    private static readonly Gen<PutDocument> Put = Gen.Select(Gen.OneOfConst("k", "kk"), Gen.OneOfConst(Ids), Gen.Long[0, 3], Index.Array[0, 3], Gen.Byte.Array[0, 40],
        (kind, id, version, indexes, payload) => new PutDocument(kind, id, version, indexes, payload));

    private static readonly Gen<DeleteDocument> Delete =
        Gen.Select(Gen.OneOfConst("k", "kk"), Gen.OneOfConst(Ids), Gen.Long[0, 3], (kind, id, version) => new DeleteDocument(kind, id, version));

    private static readonly Gen<OnceKey> Once = Gen.Select(Gen.OneOfConst(Ids), Gen.Int[0, 20], Gen.Byte.Array[0, 5],
        (key, minute, payload) => new OnceKey(key, At(minute), payload));

    private static readonly Gen<QueuePut> Queued = Gen.Select(Gen.OneOfConst("q", "qq"), Gen.OneOfConst(Ids), Gen.Int[0, 20], Gen.Byte.Array[0, 5],
        (queue, id, minute, payload) => new QueuePut(queue, id, At(minute), payload));

    private static readonly Gen<QueueCancel> Cancelled = Gen.Select(Gen.OneOfConst("q", "qq"), Gen.OneOfConst(Ids), (queue, id) => new QueueCancel(queue, id));

    private static readonly Gen<Settlement> How = Gen.OneOf(
        Gen.Const((Settlement)new Settlement.Completed()),
        Gen.Int[0, 20].Select(minute => (Settlement)new Settlement.RetryAt(At(minute))),
        Gen.Const((Settlement)new Settlement.Dead("gone")));

    private static readonly Gen<QueueSettle> Settled = Gen.Select(Gen.OneOfConst("q", "qq"), Gen.OneOfConst(Ids), Gen.Long[1, 6], How,
        (queue, id, fence, how) => new QueueSettle(queue, id, fence, how));

    private static readonly Gen<ChangeSet> Changes = Gen.Select(Put.Array[0, 2], Delete.Array[0, 1], Once.Array[0, 1], Queued.Array[0, 2], Cancelled.Array[0, 1], Settled.Array[0, 1],
        Gen.Int[0, 2], (puts, deletes, once, queued, cancelled, settled, audit) => new ChangeSet
        {
            Puts = puts,
            Deletes = deletes,
            OnceKeys = once,
            Queued = queued,
            Cancelled = cancelled,
            Settled = settled,
            Audit = [.. Enumerable.Range(0, audit).Select(n => new AuditDraft(At(n), "desk", "x", $"{n}", [], "{}"))],
        });

    private static readonly Gen<Func<IDeskStore, FakeClock, Task<string>>> Step = Gen.Frequency(
        (12, Changes.Select(changes => Of((store, _) => Told(store, changes)))),
        (4, Gen.Select(Gen.OneOfConst("q", "qq"), Gen.Int[0, 30], Gen.Int[1, 3], Gen.Int[1, 9], (queue, minute, max, lease) =>
            Of(async (store, _) => string.Join(';', (await store.ClaimAsync(queue, At(minute), max, Duration.FromMinutes(lease)))
                .Select(item => $"{item.Id} {item.Fence} {item.Attempt} {item.Due} {Hex(item.Payload)}"))))),
        (4, Gen.Select(Gen.OneOfConst("k", "kk"), Index, Index, Gen.Int[1, 4], Index, Gen.Bool, Gen.OneOfConst(Ids), (kind, from, to, take, after, paged, id) =>
            Of(async (store, _) => string.Join(';', (await store.QueryAsync(new DocumentQuery(kind, from.Index, from.Value, to.Value) { Take = take, After = paged ? (after.Value, id) : null }))
                .Select(row => $"{row.Value.Number}{row.Value.Text} {row.Document.Id} {row.Document.Version} {Hex(row.Document.Payload)}"))))),
        (1, Gen.Int[1, 3].Select(minutes => Of((_, clock) =>
        {
            clock.AdvanceMinutes(minutes);
            return Task.FromResult("");
        }))));

    [Fact]
    public void Any_sequence_of_steps_is_answered_as_in_memory() =>
        Step.Array[1, 60].Sample(steps => Alike(steps).GetAwaiter().GetResult(), iter: Sizes.Of(150, 20_000), threads: 1);

    private static async Task<bool> Alike(Func<IDeskStore, FakeClock, Task<string>>[] steps)
    {
        var disk = new SimulatedDisk(1);
        var (clock, modelClock) = (new FakeClock(Start), new FakeClock(Start));
        var options = new StoreOptions("desk.db") { Clock = clock, CheckpointBytes = 100_000 };
        var store = LiteDbStore.Open(options, disk);
        await using var model = new InMemoryStore(modelClock);
        for (var n = 0; n < steps.Length; n++)
        {
            if (await steps[n](store, clock) != await steps[n](model, modelClock) || await State(store) != await State(model))
            {
                await store.DisposeAsync();
                return false;
            }
            if (n % 20 == 19)
            {
                await store.DisposeAsync();
                store = LiteDbStore.Open(options, disk);
            }
        }
        await store.DisposeAsync();
        return true;
    }

    private static async Task<string> State(IDeskStore store)
    {
        var state = $"{await store.AuditHeadAsync()}";
        foreach (var queue in new[] { "q", "qq" })
            state += $"{await store.DepthAsync(queue)} {await store.NextDueAsync(queue)}";
        foreach (var id in Ids)
            state += $"{(await store.GetAsync("k", id))?.Version} {Hex((await store.GetOnceAsync(id))?.Payload ?? default)}";
        return state;
    }

    private static async Task<string> Told(IDeskStore store, ChangeSet changes)
    {
        try
        {
            return await store.CommitAsync(changes) switch
            {
                Conflict conflict => string.Join(',', conflict.Keys),
                Duplicate duplicate => $"{duplicate.First.Key} {duplicate.First.ExpiresAt} {Hex(duplicate.First.Payload)}",
                var committed => $"{committed}",
            };
        }
        catch (ArgumentException e)
        {
            return e.Message;
        }
    }

    private static Func<IDeskStore, FakeClock, Task<string>> Of(Func<IDeskStore, FakeClock, Task<string>> step) => step;

    private static Instant At(int minute) => Start + Duration.FromMinutes(minute);

    private static string Hex(ReadOnlyMemory<byte> bytes) => Convert.ToHexString(bytes.Span);
}
