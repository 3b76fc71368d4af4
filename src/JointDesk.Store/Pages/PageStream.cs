namespace JointDesk.Store.Pages;

/// <summary>A stream that is read and written page by page, as LiteDB does: 8,192 bytes at a multiple of 8,192.</summary>
internal abstract class PageStream : Stream
{
    public override bool CanRead => true;
    public override bool CanSeek => true;
    public override bool CanWrite => true;
    public override long Position { get; set; }

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (Position >= Length)
            return 0;
        ReadPage(NumberFor(count), buffer.AsSpan(offset, count));
        Position += count;
        return count;
    }

    public override void Write(byte[] buffer, int offset, int count)
    {
        WritePage(NumberFor(count), buffer.AsSpan(offset, count));
        Position += count;
    }

    /// <summary>Nothing: when what is synced is the writer's business, not LiteDB's, which acknowledges before it flushes.</summary>
    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException("LiteDB sets the position.");

    protected abstract void ReadPage(long number, Span<byte> page);

    protected abstract void WritePage(long number, ReadOnlySpan<byte> page);

    private long NumberFor(int count) => count == PageSeal.PageSize && Position % PageSeal.PageSize == 0
        ? Position / PageSeal.PageSize
        : throw new NotSupportedException($"LiteDB reads and writes whole pages, not {count} bytes at {Position}.");
}
