using NodaTime;

namespace JointDesk.Store.InMemory;

internal sealed class MemoryQueue(string name)
{
    private sealed record Item(string Id, Instant Due, byte[] Payload, long Fence = 0, int Attempt = 0, Instant? LeaseEnd = null, Instant? GivenUp = null)
    {
        /// <summary>Since when it can be claimed.</summary>
        public Instant Since => LeaseEnd ?? Due;
    }

    private readonly Dictionary<string, Item> _items = new(StringComparer.Ordinal);
    private long _fence;

    public QueueDepth Depth => new(Living.Count(), _items.Count - Living.Count());

    public Instant? NextDue => Living.Min(item => (Instant?)item.Since);

    private IEnumerable<Item> Living => _items.Values.Where(item => item.GivenUp is null);

    public bool Holds(string id, long fence) => _items.TryGetValue(id, out var item) && item.LeaseEnd is not null && item.Fence == fence;

    public void Put(QueuePut put) => _items[put.Id] = new Item(put.Id, ToTick(put.Due), put.Payload.ToArray());

    public void Remove(string id) => _items.Remove(id);

    public void Settle(string id, Settlement how, Instant now)
    {
        switch (how)
        {
            case Settlement.Completed:
                _items.Remove(id);
                break;
            case Settlement.RetryAt retry:
                _items[id] = _items[id] with { Due = ToTick(retry.At), LeaseEnd = null };
                break;
            case Settlement.Dead:
                _items[id] = _items[id] with { GivenUp = now, LeaseEnd = null };
                break;
        }
    }

    public int Sweep(Instant before)
    {
        var old = _items.Values.Where(item => item.GivenUp < before).ToList();
        old.ForEach(item => _items.Remove(item.Id));
        return old.Count;
    }

    public IReadOnlyList<ClaimedItem> Claim(Instant now, int max, Duration lease)
    {
        var due = Living.Where(item => item.Since <= now).OrderBy(item => item.Since).ThenBy(item => item.Id, StringComparer.Ordinal).Take(max).ToList();
        if (due.Count == 0)
            return [];
        _fence++;
        return [.. due.Select(item => Claim(item, now + lease))];
    }

    private ClaimedItem Claim(Item item, Instant leaseEnd)
    {
        _items[item.Id] = item = item with { Fence = _fence, Attempt = item.Attempt + 1, LeaseEnd = ToTick(leaseEnd) };
        return new ClaimedItem(name, item.Id, item.Fence, item.Attempt, item.Due, item.Payload);
    }

    /// <summary>As in the sort keys of the stores on disk.</summary>
    private static Instant ToTick(Instant instant) => Instant.FromUnixTimeTicks(instant.ToUnixTimeTicks());
}
