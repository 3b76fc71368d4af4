using System.Text;

namespace JointDesk.Store;

/// <summary>What every store refuses before it writes: LiteDB takes no index key above 1,023 bytes, and one huge document stalls all.</summary>
internal static class Limits
{
    public const int IdBytes = 200;
    public const int NameBytes = 64;
    public const int PayloadBytes = 1 << 20;
    public const int Page = 500;

    public static void Check(ChangeSet changes)
    {
        foreach (var put in changes.Puts)
        {
            CheckName(put.Kind, "kind");
            CheckId(put.Id, put.Kind);
            CheckPayload(put.Payload, $"{put.Kind}/{put.Id}");
            ArgumentOutOfRangeException.ThrowIfNegative(put.ExpectedVersion);
            foreach (var entry in put.Indexes)
            {
                CheckName(entry.Index, "index");
                CheckValue(entry.Value, $"{put.Kind}/{put.Id}");
            }
        }
        foreach (var delete in changes.Deletes)
        {
            CheckName(delete.Kind, "kind");
            CheckId(delete.Id, delete.Kind);
        }
        foreach (var once in changes.OnceKeys)
        {
            CheckId(once.Key, "once-key");
            CheckPayload(once.Payload, once.Key);
        }
        foreach (var item in changes.Queued)
        {
            CheckQueued(item.Queue, item.Id);
            CheckPayload(item.Payload, $"{item.Queue}/{item.Id}");
        }
        foreach (var item in changes.Cancelled)
            CheckQueued(item.Queue, item.Id);
        foreach (var item in changes.Settled)
            CheckQueued(item.Queue, item.Id);
        CheckOnce(changes.Puts.Select(put => (put.Kind, put.Id)).Concat(changes.Deletes.Select(delete => (delete.Kind, delete.Id))));
        CheckOnce(changes.OnceKeys.Select(once => ("once-key", once.Key)));
        CheckOnce(changes.Settled.Select(item => (item.Queue, item.Id)));
        CheckOnce(changes.Queued.Select(item => (item.Queue, item.Id)));
    }

    public static void Check(DocumentQuery query)
    {
        CheckName(query.Kind, "kind");
        CheckName(query.Index, "index");
        CheckValue(query.From, query.Index);
        CheckValue(query.To, query.Index);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(query.Take);
    }

    public static void CheckQueued(string queue, string id)
    {
        CheckName(queue, "queue");
        CheckId(id, queue);
    }

    public static void CheckName(string name, string what)
    {
        if (string.IsNullOrEmpty(name) || Encoding.UTF8.GetByteCount(name) > NameBytes)
            throw new ArgumentException($"The name of a {what} has 1 to {NameBytes} bytes: '{name}'.", nameof(name));
    }

    public static void CheckId(string id, string of)
    {
        if (string.IsNullOrEmpty(id) || Encoding.UTF8.GetByteCount(id) > IdBytes)
            throw new ArgumentException($"An id of {of} has 1 to {IdBytes} bytes: '{id}'.", nameof(id));
    }

    private static void CheckValue(IndexValue value, string of)
    {
        if (value.Number is null == value.Text is null)
            throw new ArgumentException($"An index value of {of} is a number or a text.", nameof(value));
        if (value.Text is { } text && Encoding.UTF8.GetByteCount(text) > IdBytes)
            throw new ArgumentException($"An index text of {of} has more than {IdBytes} bytes.", nameof(value));
    }

    private static void CheckPayload(ReadOnlyMemory<byte> payload, string of)
    {
        if (payload.Length > PayloadBytes)
            throw new ArgumentException($"{of} has {payload.Length} bytes; at most {PayloadBytes} are kept.", nameof(payload));
    }

    /// <summary>Twice in one change set is a bug of the caller: which of the two would be meant?</summary>
    private static void CheckOnce(IEnumerable<(string Of, string Id)> keys)
    {
        var seen = new HashSet<(string, string)>();
        foreach (var key in keys)
        {
            if (!seen.Add(key))
                throw new ArgumentException($"{key.Of}/{key.Id} stands twice in one change set.", nameof(keys));
        }
    }
}
