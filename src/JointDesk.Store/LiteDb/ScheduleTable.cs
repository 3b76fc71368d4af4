using LiteDB;

namespace JointDesk.Store.LiteDb;

/// <summary>
/// The living items of each queue in the order in which they can be claimed, many to a row. A row an item would be simpler, but LiteDB
/// finds rows by a skip list whose nodes lie where they were inserted: among a million a claim of 100 wrote 470 pages, and writes 110.
/// </summary>
/// <remarks>The block in hand of each queue is the writer's alone and is written before its transaction ends; readers see rows.</remarks>
internal sealed class ScheduleTable(Rows rows)
{
    private const string Blocks = "queue_blocks";

    private readonly Dictionary<string, ScheduleBlock> _inHand = new(StringComparer.Ordinal);

    /// <summary>The first slot of the queue as readers see it.</summary>
    public ScheduleSlot? First(string queue) =>
        rows.Range(Blocks, SortKey.Of(queue), AfterAll(queue), 1) is [var row] ? ScheduleBlock.Read(queue, row, null).Slots[0] : null;

    public void Add(string queue, ScheduleSlot slot)
    {
        var block = BlockOf(queue, slot);
        block.Add(slot);
        if (block.IsTooLarge)
            _inHand[queue] = Split(block, slot);
    }

    public void Remove(string queue, ScheduleSlot slot) => BlockOf(queue, slot).Remove(slot);

    /// <summary>Takes out up to <paramref name="most"/> slots, the earliest first, none later than <paramref name="until"/>.</summary>
    public IReadOnlyList<ScheduleSlot> Take(string queue, long until, int most)
    {
        var taken = new List<ScheduleSlot>();
        for (var next = ScheduleSlot.Lowest; ;)
        {
            var block = BlockOf(queue, next);
            taken.AddRange(block.Take(until, most - taken.Count));
            if (block.Slots.Count > 0 || block.Bound is not { } bound)
                return taken;
            next = bound;
        }
    }

    /// <summary>Before the transaction ends.</summary>
    public void WriteBack()
    {
        foreach (var block in _inHand.Values)
            Write(block);
    }

    /// <summary>The block in which the slot stands or would stand: the last that begins no later.</summary>
    private ScheduleBlock BlockOf(string queue, ScheduleSlot slot)
    {
        if (_inHand.TryGetValue(queue, out var block))
        {
            if (block.Covers(slot))
                return block;
            Write(block);
        }
        var row = rows.LastOf(Blocks, SortKey.Of(queue), KeyOf(queue, slot).Done());
        var begin = row is null ? ScheduleSlot.Lowest : ScheduleBlock.BeginOf(row);
        var bound = rows.Range(Blocks, KeyOf(queue, begin).JustAfter(), AfterAll(queue), 1) is [var next] ? ScheduleBlock.BeginOf(next) : (ScheduleSlot?)null;
        return _inHand[queue] = row is null ? new ScheduleBlock(queue, begin, bound) : ScheduleBlock.Read(queue, row, bound);
    }

    /// <summary>The one of the two halves in which <paramref name="slot"/> stands; the other is written.</summary>
    private ScheduleBlock Split(ScheduleBlock lower, ScheduleSlot slot)
    {
        var upper = lower.SplitOff(slot);
        var (kept, other) = upper.Covers(slot) ? (upper, lower) : (lower, upper);
        Write(other);
        return kept;
    }

    private void Write(ScheduleBlock block)
    {
        if (!block.IsChanged)
            return;
        var key = KeyOf(block.Queue, block.Begin).Done();
        if (block.Slots.Count == 0)
            rows.Delete(Blocks, key);
        else
            rows.Put(Blocks, block.ToRow(key));
        block.IsChanged = false;
    }

    private static SortKey KeyOf(string queue, ScheduleSlot slot) => new SortKey().Text(queue).Number(slot.Since).Text(slot.Id);

    private static BsonValue AfterAll(string queue) => new SortKey().Text(queue).UpToHere();
}
