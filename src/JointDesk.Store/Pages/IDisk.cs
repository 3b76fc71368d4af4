namespace JointDesk.Store.Pages;

/// <summary>The few things asked of a disk. Two implementations: the machine's, and one in the tests that loses power.</summary>
internal interface IDisk
{
    bool Exists(string path);

    /// <summary>Opens for this process alone, until it is disposed. Throws <see cref="FileInUseException"/> while another has it.</summary>
    IDiskFile Open(string path, FileMode mode);

    /// <summary>Puts a file in the place of another at once.</summary>
    void Move(string from, string to);

    void Delete(string path);

    /// <summary>Makes names that were created, moved or deleted beside the file durable.</summary>
    void SyncDirectoryOf(string path);
}

internal interface IDiskFile : IDisposable
{
    long Length { get; }

    /// <summary>How many bytes were read: fewer only at the end of the file.</summary>
    int Read(Span<byte> buffer, long offset);

    void Write(ReadOnlySpan<byte> bytes, long offset);

    void SetLength(long length);

    /// <summary>Returns when all that was written has reached the disk.</summary>
    void Sync();
}

internal sealed class FileInUseException(string path) : IOException($"{path} is in use by another process; one desk runs on one store.");
