using System.Globalization;
using System.Text;
using JointDesk.Auditing;
using NodaTime;

namespace JointDesk.Store.Tests.Faults;

/// <summary>
/// Writers that count, each in one change set a step: two documents, an index row, a queue item and an audit entry that must all
/// say the same number. Whoever kept the acknowledgements can tell what was lost (a lower number), and what is half (two numbers).
/// </summary>
internal static class Ledger
{
    private static readonly Instant Start = Instant.FromUtc(2026, 11, 24, 0, 0);

    public static async Task<CommitResult> StepAsync(IDeskStore store, int writer, int number)
    {
        var payload = Encoding.UTF8.GetBytes(number.ToString(CultureInfo.InvariantCulture).PadRight(40 + (number * 97 % 9000)));
        IndexEntry[] index = [new("number", number), new("writer", $"w{writer}")];
        return await store.CommitAsync(new ChangeSet
        {
            Puts = [new PutDocument("left", $"w{writer}", number - 1, index, payload), new PutDocument("right", $"w{writer}", number - 1, [], payload)],
            OnceKeys = [new OnceKey($"w{writer}-{number}", Instant.MaxValue, payload.AsMemory(0, 40))],
            Queued = [new QueuePut("queue", $"w{writer}", Start + Duration.FromSeconds(number), payload.AsMemory(0, 40))],
            Audit = [new AuditDraft(Start, $"w{writer}", "Stepped", $"{number}", [], "{}")],
        });
    }

    /// <summary>The number each writer has reached. Throws where anything contradicts.</summary>
    public static async Task<int[]> ReadAsync(IDeskStore store, int writers)
    {
        var numbers = new int[writers];
        for (var writer = 0; writer < writers; writer++)
        {
            var left = await store.GetAsync("left", $"w{writer}");
            var right = await store.GetAsync("right", $"w{writer}");
            numbers[writer] = NumberIn(left?.Payload);
            Same(numbers[writer], NumberIn(right?.Payload), "the other document");
            Same(numbers[writer], left?.Version ?? 0, "the version");
            var once = await store.GetOnceAsync($"w{writer}-{numbers[writer]}");
            Same(numbers[writer], NumberIn(once?.Payload), "the once-key");
            Same(0, NumberIn((await store.GetOnceAsync($"w{writer}-{numbers[writer] + 1}"))?.Payload), "the next once-key");
        }
        var rows = await store.QueryAsync(new DocumentQuery("left", "number", 0, int.MaxValue));
        Same(string.Join(',', numbers.Where(n => n > 0).Order()), string.Join(',', rows.Select(row => row.Value.Number)), "the index");
        Same(numbers.Count(n => n > 0), (await store.DepthAsync("queue")).Waiting, "the queue");
        await SameAuditAsync(store, numbers);
        return numbers;
    }

    private static async Task SameAuditAsync(IDeskStore store, int[] numbers)
    {
        var head = new AuditHead(0, AuditChain.Genesis);
        while (await store.ReadAuditAsync(head.Sequence, 500) is { Count: > 0 } page)
        {
            foreach (var entry in page)
            {
                Same(null, AuditChain.Fault(head, entry), "the chain");
                head = new AuditHead(entry.Sequence, entry.Hash);
            }
        }
        Same(head, await store.AuditHeadAsync(), "the head");
        Same(numbers.Sum(n => (long)n), head.Sequence, "the length of the chain");
    }

    private static int NumberIn(ReadOnlyMemory<byte>? payload) =>
        payload is { } bytes ? int.Parse(Encoding.UTF8.GetString(bytes.Span).Trim(), CultureInfo.InvariantCulture) : 0;

    private static void Same<T>(T expected, T found, string what)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, found))
            throw new InvalidOperationException($"{what} says {found}, not {expected}");
    }
}
