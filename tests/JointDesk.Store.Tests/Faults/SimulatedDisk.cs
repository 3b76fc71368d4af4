using JointDesk.Store.Pages;

namespace JointDesk.Store.Tests.Faults;

/// <summary>
/// A disk in memory that can lose power, fail and be full. What was not synced when the power went is kept sector by sector (512
/// bytes): this one, not that one, half of another, in any order. All of it follows from the seed.
/// </summary>
internal sealed class SimulatedDisk(int seed) : IDisk
{
    private readonly Lock _gate = new();
    private readonly Random _chance = new(seed);
    private Dictionary<string, SimulatedFile> _names = [];
    private Dictionary<string, SimulatedFile> _durableNames = [];
    private bool _off;

    /// <summary>How many writes, syncs and changes of length there were.</summary>
    public int Operations { get; private set; }

    /// <summary>The operation at which the power goes.</summary>
    public int? CutAt { get; set; }

    /// <summary>The operation that throws once, as a failing disk does.</summary>
    public int? FailAt { get; set; }

    /// <summary>Called before each sync, which fails where it throws.</summary>
    public Action? BeforeSync { get; set; }

    /// <summary>What all files together may hold.</summary>
    public long Capacity { get; set; } = long.MaxValue;

    /// <summary>What is found when the power is back.</summary>
    public SimulatedDisk AfterPowerCut(int nextSeed)
    {
        lock (_gate)
        {
            var found = new SimulatedDisk(nextSeed);
            var names = _chance.Next(2) == 0 ? _names : _durableNames;
            foreach (var (name, file) in names)
                found._names[name] = new SimulatedFile(found, file.AfterPowerCut(_chance));
            found._durableNames = new(found._names);
            return found;
        }
    }

    public byte[] Bytes(string path)
    {
        lock (_gate)
            return [.. _names[path].Content];
    }

    public void Overwrite(string path, byte[] bytes)
    {
        lock (_gate)
            _names[path] = _durableNames[path] = new SimulatedFile(this, [.. bytes]);
    }

    public void Flip(string path, int at)
    {
        lock (_gate)
            _names[path].Content[at] ^= 1;
    }

    public bool Exists(string path)
    {
        lock (_gate)
            return _names.ContainsKey(path);
    }

    public IDiskFile Open(string path, FileMode mode)
    {
        lock (_gate)
        {
            Live();
            if (!_names.TryGetValue(path, out var file))
                _names[path] = file = mode == FileMode.Open ? throw new FileNotFoundException(path) : new SimulatedFile(this, []);
            file.Lock(path);
            if (mode == FileMode.Create)
                file.SetLength(0);
            return file;
        }
    }

    public void Move(string from, string to)
    {
        lock (_gate)
        {
            Live();
            _names.Remove(from, out var file);
            _names[to] = file!;
        }
    }

    public void Delete(string path)
    {
        lock (_gate)
            _names.Remove(path);
    }

    public void SyncDirectoryOf(string path)
    {
        lock (_gate)
        {
            Step();
            _durableNames = new(_names);
        }
    }

    private void Live()
    {
        if (_off)
            throw new IOException("The power is off.");
    }

    private void Step(long growth = 0)
    {
        Live();
        Operations++;
        if (Operations >= CutAt)
        {
            _off = true;
            throw new IOException("The power went.");
        }
        if (Operations == FailAt)
            throw new IOException("Input/output error");
        if (growth > 0 && _names.Values.Sum(file => (long)file.Content.Count) + growth > Capacity)
            throw new IOException("No space left on device");
    }

    private sealed class SimulatedFile(SimulatedDisk disk, List<byte> content) : IDiskFile
    {
        private const int Sector = 512;
        private readonly List<(long Offset, byte[]? Bytes, long Length)> _unsynced = [];
        private readonly List<byte> _durable = [.. content];
        private bool _locked;

        public List<byte> Content { get; } = content;

        public long Length
        {
            get
            {
                lock (disk._gate)
                    return Content.Count;
            }
        }

        public void Lock(string path) => _locked = _locked ? throw new FileInUseException(path) : true;

        public List<byte> AfterPowerCut(Random chance)
        {
            var found = new List<byte>(_durable);
            foreach (var (offset, bytes, length) in _unsynced)
            {
                if (bytes is not null)
                    Lose(found, offset, bytes, chance);
                else if (chance.Next(2) == 0)
                    Resize(found, length);
            }
            return found;
        }

        public int Read(Span<byte> buffer, long offset)
        {
            lock (disk._gate)
            {
                disk.Live();
                var count = (int)Math.Clamp(Content.Count - offset, 0, buffer.Length);
                System.Runtime.InteropServices.CollectionsMarshal.AsSpan(Content).Slice((int)Math.Min(offset, Content.Count), count).CopyTo(buffer);
                return count;
            }
        }

        public void Write(ReadOnlySpan<byte> bytes, long offset)
        {
            lock (disk._gate)
            {
                var growth = offset + bytes.Length - Content.Count;
                // The power goes, or the disk fails, in the middle of a write: some of it may be there already.
                disk.Live();
                _unsynced.Add((offset, bytes.ToArray(), 0));
                disk.Step(growth);
                Place(Content, offset, bytes);
            }
        }

        public void SetLength(long length)
        {
            lock (disk._gate)
            {
                disk.Live();
                _unsynced.Add((0, null, length));
                disk.Step();
                Resize(Content, length);
            }
        }

        public void Sync()
        {
            disk.BeforeSync?.Invoke();
            lock (disk._gate)
            {
                disk.Step();
                foreach (var (offset, bytes, length) in _unsynced)
                {
                    if (bytes is null)
                        Resize(_durable, length);
                    else
                        Place(_durable, offset, bytes);
                }
                _unsynced.Clear();
            }
        }

        public void Dispose() => _locked = false;

        private static void Lose(List<byte> found, long offset, byte[] bytes, Random chance)
        {
            var all = chance.Next(8);
            for (long at = offset; at < offset + bytes.Length;)
            {
                var end = Math.Min((at / Sector + 1) * Sector, offset + bytes.Length);
                var kept = (all == 0 ? 0 : all == 1 ? 2 : chance.Next(3)) switch { 0 => 0, 1 => chance.Next((int)(end - at)), _ => (int)(end - at) };
                if (kept > 0)
                    Place(found, at, bytes.AsSpan((int)(at - offset), kept));
                at = end;
            }
        }

        private static void Place(List<byte> content, long offset, ReadOnlySpan<byte> bytes)
        {
            if (content.Count < offset + bytes.Length)
                Resize(content, offset + bytes.Length);
            bytes.CopyTo(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(content)[(int)offset..]);
        }

        private static void Resize(List<byte> content, long length) => System.Runtime.InteropServices.CollectionsMarshal.SetCount(content, (int)length);
    }
}
