using System.Collections.Concurrent;
using JointDesk.Server.Workers;
using JointDesk.Store.InMemory;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using NodaTime.Testing;

namespace JointDesk.Server.Tests;

/// <summary>A queue of the desk over a world that misbehaves; large with JOINTDESK_NIGHTLY=1. A failing seed replays alone.</summary>
public sealed class QueueFaultTests
{
    private const string Queue = "q";
    private static readonly Instant Morning = Instant.FromUtc(2026, 11, 23, 1, 0);
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private static int Runs => Environment.GetEnvironmentVariable("JOINTDESK_NIGHTLY") == "1" ? 500 : 10;

    /// <summary>The clock is set forward by days and back by hours, as by an administrator or a battery.</summary>
    [Fact]
    public async Task AClockThatJumpsLosesNothingAndRingsNothingTwiceOrEarly()
    {
        for (var seed = 1; seed <= Runs; seed++)
        {
            var chance = new Random(seed);
            var clock = new FakeClock(Morning);
            await using var store = new InMemoryStore(clock);
            var rung = new ConcurrentDictionary<string, int>(StringComparer.Ordinal);
            // The loop would take a failed assertion for an item that fails.
            var early = new ConcurrentBag<string>();
            QueueLoop loop = null!;
            loop = new QueueLoop(store, clock, TimeProvider.System, NullLogger.Instance, Queue, async (item, cancel) =>
            {
                if (item.Due > clock.GetCurrentInstant())
                    early.Add(item.Id);
                rung.AddOrUpdate(item.Id, 1, (_, times) => times + 1);
                await loop.SettleAsync(item, new Settlement.Completed(), cancel);
            });
            await store.CommitAsync(new ChangeSet
            {
                Queued = [.. Enumerable.Range(0, 200).Select(n => new QueuePut(Queue, $"a-{n}", Morning + Duration.FromMinutes(chance.Next(10 * 24 * 60)), default))],
            }, Cancel);
            while (await store.DepthAsync(Queue, Cancel) is { Waiting: > 0 })
            {
                clock.Advance(chance.Next(3) == 0 ? Duration.FromHours(-chance.Next(1, 12)) : Duration.FromMinutes(chance.Next(2 * 24 * 60)));
                await loop.RunUntilIdleAsync(Cancel);
            }
            Assert.Equal(200, rung.Count);
            Assert.True(early.IsEmpty, $"seed {seed}: {string.Join(' ', early)} rang early");
            Assert.All(rung, item => Assert.True(item.Value == 1, $"seed {seed}: {item.Key} rang {item.Value} times"));
        }
    }

    /// <summary>Three calls in ten end in 429 with a Retry-After, in 5xx or in a time-out.</summary>
    [Fact]
    public async Task AConnectorThatFailsThreeTimesInTenGetsAllOfItInOrderAndIsLeftAloneAsLongAsItSays()
    {
        for (var seed = 1; seed <= Runs; seed++)
        {
            var connector = new MoodyConnector(seed);
            await using var store = new InMemoryStore(connector.Clock);
            QueueLoop loop = null!;
            loop = new QueueLoop(store, connector.Clock, TimeProvider.System, NullLogger.Instance, Queue, async (item, cancel) =>
            {
                connector.Take(item);
                await loop.SettleAsync(item, new Settlement.Completed(), cancel);
            })
            { LaneOf = MoodyConnector.ChatOf, MostAttempts = 150 };
            await store.CommitAsync(new ChangeSet
            {
                Queued = [.. Enumerable.Range(0, 300).Select(n => new QueuePut(Queue, $"{n:D3}/chat-{n % 7}", Morning + Duration.FromMilliseconds(n), default))],
            }, Cancel);
            for (var n = 0; await store.DepthAsync(Queue, Cancel) is { Waiting: > 0 } && n < 20_000; n++)
            {
                connector.Clock.AdvanceSeconds(5);
                await loop.RunUntilIdleAsync(Cancel);
            }
            Assert.Equal(new QueueDepth(0, 0), await store.DepthAsync(Queue, Cancel));
            Assert.Equal(300, connector.Taken.Sum(chat => chat.Value.Count));
            Assert.All(connector.Taken, chat => Assert.Equal(chat.Value.Order(StringComparer.Ordinal), chat.Value));
            Assert.True(connector.Impatient == 0, $"seed {seed}: {connector.Impatient} came before Retry-After");
            Assert.True(connector.Failures > 50, $"{connector.Failures} failures");
        }
    }

    private sealed class MoodyConnector(int seed)
    {
        private readonly Random _chance = new(seed);
        private readonly Dictionary<string, Instant> _notBefore = new(StringComparer.Ordinal);

        public FakeClock Clock { get; } = new(Morning);
        public Dictionary<string, List<string>> Taken { get; } = new(StringComparer.Ordinal);
        public int Failures { get; private set; }
        public int Impatient { get; private set; }

        public static string ChatOf(ClaimedItem item) => item.Id.Split('/')[1];

        public void Take(ClaimedItem item)
        {
            lock (_chance)
            {
                var chat = ChatOf(item);
                Impatient += Clock.GetCurrentInstant() < _notBefore.GetValueOrDefault(chat, Instant.MinValue) ? 1 : 0;
                var mood = _chance.Next(10);
                Failures += mood < 3 ? 1 : 0;
                if (mood == 0)
                {
                    var wait = Duration.FromSeconds(_chance.Next(1, 30));
                    _notBefore[chat] = Clock.GetCurrentInstant() + wait;
                    throw new TryLaterException("429", wait);
                }
                if (mood < 3)
                    throw mood == 1 ? new TryLaterException("503") : new TimeoutException();
                Taken.TryAdd(chat, []);
                Taken[chat].Add(item.Id);
            }
        }
    }
}
