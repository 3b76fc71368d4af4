using Microsoft.Win32.SafeHandles;

namespace JointDesk.Benchmarks.Store;

/// <summary>What the disk can do at all: 4 KiB appended and synced, one after the other.</summary>
internal sealed class RawAppend(string path) : IContender
{
    private static readonly byte[] Block = new byte[4096];
    private readonly SafeFileHandle file = File.OpenHandle(path, FileMode.Create, FileAccess.ReadWrite);
    private long length;

    public Task CommitAsync(int writer, int number)
    {
        RandomAccess.Write(file, Block, length);
        RandomAccess.FlushToDisk(file);
        length += Block.Length;
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        file.Dispose();
        return ValueTask.CompletedTask;
    }
}
