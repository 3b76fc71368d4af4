using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace JointDesk.Store.Pages;

/// <summary>The machine's disk.</summary>
internal sealed class FileDisk : IDisk
{
    private const int LinuxWouldBlock = 11, MacWouldBlock = 35, WindowsSharingViolation = unchecked((int)0x80070020);

    public bool Exists(string path) => File.Exists(path);

    /// <summary>FileShare.None is an flock on Unix: it ends with the process, kill -9 included, and binds those who ask for it, as we do.</summary>
    public IDiskFile Open(string path, FileMode mode)
    {
        try
        {
            return new OpenFile(File.OpenHandle(path, mode, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException e) when (e.HResult is LinuxWouldBlock or MacWouldBlock or WindowsSharingViolation)
        {
            throw new FileInUseException(path);
        }
    }

    public void Move(string from, string to) => File.Move(from, to, overwrite: true);

    public void Delete(string path) => File.Delete(path);

    /// <summary>A new name may be lost in a power cut until its directory is synced; .NET opens no directories, and Windows needs no such thing.</summary>
    public void SyncDirectoryOf(string path)
    {
        if (OperatingSystem.IsWindows())
            return;
        var handle = open(Path.GetDirectoryName(Path.GetFullPath(path))!, 0);
        if (handle < 0)
            throw new IOException($"The directory of {path} cannot be opened: error {Marshal.GetLastPInvokeError()}.");
        try
        {
            // EINVAL: the file system does not sync directories (some network mounts), which then need no sync.
            if (fsync(handle) != 0 && Marshal.GetLastPInvokeError() != 22)
                throw new IOException($"The directory of {path} cannot be synced: error {Marshal.GetLastPInvokeError()}.");
        }
        finally
        {
            _ = close(handle);
        }
    }

#pragma warning disable SYSLIB1054, IDE1006, CA2101 // three calls of libc, by their own names; the source generator would need unsafe code
    [DllImport("libc", SetLastError = true)]
    private static extern int open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", SetLastError = true)]
    private static extern int fsync(int handle);

    [DllImport("libc", SetLastError = true)]
    private static extern int close(int handle);
#pragma warning restore SYSLIB1054, IDE1006, CA2101

    private sealed class OpenFile(SafeFileHandle handle) : IDiskFile
    {
        public long Length => RandomAccess.GetLength(handle);

        public int Read(Span<byte> buffer, long offset)
        {
            var total = 0;
            while (total < buffer.Length && RandomAccess.Read(handle, buffer[total..], offset + total) is var read and > 0)
                total += read;
            return total;
        }

        public void Write(ReadOnlySpan<byte> bytes, long offset)
        {
            try
            {
                RandomAccess.Write(handle, bytes, offset);
            }
            catch (ArgumentOutOfRangeException e)
            {
                // What .NET makes of EFBIG: a limit of the file system or of the process (ulimit -f).
                throw new IOException("The file may not grow any larger", e);
            }
        }

        public void SetLength(long length) => RandomAccess.SetLength(handle, length);

        public void Sync() => RandomAccess.FlushToDisk(handle);

        public void Dispose() => handle.Dispose();
    }
}
