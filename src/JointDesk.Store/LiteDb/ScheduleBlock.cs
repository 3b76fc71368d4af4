using System.Text;
using LiteDB;

namespace JointDesk.Store.LiteDb;

/// <summary>An item of a queue at the moment from which it can be claimed, in UTC ticks.</summary>
internal readonly record struct ScheduleSlot(long Since, string Id) : IComparable<ScheduleSlot>
{
    public static readonly ScheduleSlot Lowest = new(long.MinValue, "");

    public int CompareTo(ScheduleSlot other) => Since.CompareTo(other.Since) is var order and not 0 ? order : string.CompareOrdinal(Id, other.Id);
}

/// <summary>Consecutive slots of a queue, as many as fit into one page: from its beginning to where the next block begins.</summary>
/// <param name="bound">Where the next block begins; null for the last.</param>
internal sealed class ScheduleBlock(string queue, ScheduleSlot begin, ScheduleSlot? bound)
{
    /// <summary>What LiteDB keeps in one page of 8 KiB together with the row's other fields.</summary>
    private const int LargestBytes = 7_000;

    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);
    private readonly List<ScheduleSlot> _slots = [];
    private int _bytes;

    public string Queue => queue;
    public ScheduleSlot Begin => begin;
    public ScheduleSlot? Bound { get; private set; } = bound;
    public IReadOnlyList<ScheduleSlot> Slots => _slots;
    public bool IsTooLarge => _bytes > LargestBytes && _slots.Count > 1;
    public bool IsChanged { get; set; }

    public bool Covers(ScheduleSlot slot) => slot.CompareTo(begin) >= 0 && (Bound is not { } end || slot.CompareTo(end) < 0);

    public void Add(ScheduleSlot slot)
    {
        var at = _slots.BinarySearch(slot);
        if (at >= 0)
            return;
        _slots.Insert(~at, slot);
        _bytes += SizeOf(slot);
        IsChanged = true;
    }

    public void Remove(ScheduleSlot slot)
    {
        if (_slots.Remove(slot))
            Dropped([slot]);
    }

    public IReadOnlyList<ScheduleSlot> Take(long until, int most)
    {
        var count = 0;
        while (count < Math.Min(most, _slots.Count) && _slots[count].Since <= until)
            count++;
        var taken = _slots[..count];
        _slots.RemoveRange(0, count);
        Dropped(taken);
        return taken;
    }

    /// <summary>Gives away its upper half; or, as most are added at the end of a queue, what was <paramref name="added"/> there alone.</summary>
    public ScheduleBlock SplitOff(ScheduleSlot added)
    {
        var at = Bound is null && _slots[^1] == added ? _slots.Count - 1 : _slots.Count / 2;
        var upper = new ScheduleBlock(queue, _slots[at], Bound);
        _slots[at..].ForEach(upper.Add);
        Dropped(_slots[at..]);
        _slots.RemoveRange(at, _slots.Count - at);
        Bound = upper.Begin;
        return upper;
    }

    public BsonDocument ToRow(BsonValue key)
    {
        using var bytes = new MemoryStream(_bytes);
        using var writer = new BinaryWriter(bytes, Utf8);
        foreach (var slot in _slots)
        {
            writer.Write(slot.Since);
            writer.Write(slot.Id);
        }
        return new BsonDocument { ["_id"] = key, ["w"] = begin.Since, ["i"] = begin.Id, ["s"] = bytes.ToArray() };
    }

    public static ScheduleSlot BeginOf(BsonDocument row) => new(row["w"].AsInt64, row["i"].AsString);

    public static ScheduleBlock Read(string queue, BsonDocument row, ScheduleSlot? bound)
    {
        var block = new ScheduleBlock(queue, BeginOf(row), bound);
        using var bytes = new MemoryStream(row["s"].AsBinary);
        using var reader = new BinaryReader(bytes, Utf8);
        while (bytes.Position < bytes.Length)
            block._slots.Add(new ScheduleSlot(reader.ReadInt64(), reader.ReadString()));
        block._bytes = (int)bytes.Length;
        return block;
    }

    private void Dropped(IReadOnlyCollection<ScheduleSlot> slots)
    {
        _bytes -= slots.Sum(SizeOf);
        IsChanged |= slots.Count > 0;
    }

    /// <summary>Eight bytes, the length of the id in one or two, the id.</summary>
    private static int SizeOf(ScheduleSlot slot) => Utf8.GetByteCount(slot.Id) is var length && length < 128 ? 9 + length : 10 + length;
}
