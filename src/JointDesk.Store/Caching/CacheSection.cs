namespace JointDesk.Store.Caching;

/// <summary>
/// Some of the documents. What is read while anything here is being written, or was begun to be, is not held: it may be what the
/// write has just replaced. What is being written is not held either until its commit says so.
/// </summary>
internal sealed class CacheSection(long mostBytes)
{
    /// <summary>What a document without a payload takes, about: also that there is none is held.</summary>
    private const int Overhead = 200;

    private const long Never = -1;

    private readonly Lock _gate = new();
    private readonly Dictionary<(string Kind, string Id), StoredDocument?> _documents = [];
    private long _bytes;
    private int _writers;

    /// <summary>Rises when a write begins and when it ends.</summary>
    private long _stamp;

    /// <param name="asOf">For <see cref="WasRead"/>, where it is not found.</param>
    public bool TryFind((string Kind, string Id) key, out StoredDocument? document, out long asOf)
    {
        lock (_gate)
        {
            asOf = _writers == 0 ? _stamp : Never;
            return _documents.TryGetValue(key, out document);
        }
    }

    public void WasRead((string Kind, string Id) key, StoredDocument? document, long asOf)
    {
        lock (_gate)
            if (asOf == _stamp)
                Hold(key, document);
    }

    /// <returns>For <see cref="EndWrite"/>.</returns>
    public long BeginWrite((string Kind, string Id) key)
    {
        lock (_gate)
        {
            _writers++;
            if (_documents.Remove(key, out var before))
                _bytes -= SizeOf(before);
            return ++_stamp;
        }
    }

    /// <param name="isKept">False where nothing was written, or nobody knows.</param>
    public void EndWrite((string Kind, string Id) key, StoredDocument? document, long begun, bool isKept)
    {
        lock (_gate)
        {
            // Of two writes at once nobody here knows which came last.
            var wasAlone = _writers == 1 && _stamp == begun;
            _writers--;
            _stamp++;
            if (isKept && wasAlone)
                Hold(key, document);
        }
    }

    private void Hold((string Kind, string Id) key, StoredDocument? document)
    {
        if (_documents.TryGetValue(key, out var before))
            _bytes -= SizeOf(before);
        _documents[key] = document;
        if ((_bytes += SizeOf(document)) <= mostBytes)
            return;
        _documents.Clear();
        _bytes = 0;
    }

    private static long SizeOf(StoredDocument? document) => Overhead + (document?.Payload.Length ?? 0);
}
