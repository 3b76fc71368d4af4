namespace JointDesk.Server.Channels;

/// <summary>One at a time for each key, first come, first served; keys that nobody holds cost nothing.</summary>
internal sealed class KeyedLocks
{
    private readonly Dictionary<string, Gate> gates = new(StringComparer.Ordinal);

    public ValueTask<IDisposable> EnterAsync(string key, CancellationToken cancel = default) => EnterAsync([key], cancel);

    /// <param name="keys">Distinct and in order, so that two who want the same ones never wait for each other.</param>
    public async ValueTask<IDisposable> EnterAsync(IReadOnlyList<string> keys, CancellationToken cancel = default)
    {
        var held = new Held(this);
        try
        {
            foreach (var key in keys)
            {
                var gate = Ask(key);
                try
                {
                    await gate.Turn.WaitAsync(cancel);
                }
                catch
                {
                    Leave(key, entered: false);
                    throw;
                }
                held.Keys.Add(key);
            }
            return held;
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    private Gate Ask(string key)
    {
        lock (gates)
        {
            if (!gates.TryGetValue(key, out var gate))
                gates[key] = gate = new Gate();
            gate.Asked++;
            return gate;
        }
    }

    private void Leave(string key, bool entered)
    {
        lock (gates)
        {
            var gate = gates[key];
            if (entered)
                gate.Turn.Release();
            if (--gate.Asked == 0)
                gates.Remove(key);
        }
    }

    private sealed class Gate
    {
        public SemaphoreSlim Turn { get; } = new(1);
        public int Asked { get; set; }
    }

    private sealed class Held(KeyedLocks locks) : IDisposable
    {
        public List<string> Keys { get; } = [];

        public void Dispose()
        {
            foreach (var key in Keys)
                locks.Leave(key, entered: true);
            Keys.Clear();
        }
    }
}
