using System.Buffers.Binary;
using System.Text;
using LiteDB;

namespace JointDesk.Store.LiteDb;

/// <summary>
/// Composes keys whose bytes sort as their parts do. LiteDB compares binary keys byte by byte, texts by a collation, and takes no
/// key above 1,023 bytes; the limits on ids and names keep ours below 900.
/// </summary>
/// <remarks>
/// A text becomes the UTF-8 of its UTF-16 units one by one, since the seam's order is that of the units (UTF-8 proper puts U+FFFD
/// before an emoji, ordinal comparison after it). It ends in 0; a 0 inside becomes 0 255, and no part begins with 255.
/// </remarks>
internal sealed class SortKey
{
    private const byte NumberTag = 1, TextTag = 2, AfterAll = 255;
    private readonly List<byte> _bytes = new(64);

    public static BsonValue Of(string first) => new SortKey().Text(first).Done();

    public static BsonValue Of(string first, string second) => new SortKey().Text(first).Text(second).Done();

    public SortKey Text(string text)
    {
        foreach (var unit in text)
            Unit(unit);
        _bytes.Add(0);
        return this;
    }

    public SortKey Number(long number)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number ^ long.MinValue);
        _bytes.AddRange(bytes);
        return this;
    }

    public SortKey Value(IndexValue value)
    {
        _bytes.Add(value.Number is null ? TextTag : NumberTag);
        return value.Number is { } number ? Number(number) : Text(value.Text!);
    }

    /// <summary>The upper bound of all keys that begin like this one.</summary>
    public BsonValue UpToHere()
    {
        _bytes.Add(AfterAll);
        return Done();
    }

    /// <summary>The lowest key above this one.</summary>
    public BsonValue JustAfter()
    {
        _bytes.Add(0);
        return Done();
    }

    public BsonValue Done() => new(_bytes.ToArray());

    /// <summary>The lowest key above another.</summary>
    public static BsonValue After(BsonValue key) => new((byte[])[.. key.AsBinary, 0]);

    /// <summary>The texts that a key is made of, where it is made of nothing else.</summary>
    public static IReadOnlyList<string> TextsOf(BsonValue key)
    {
        var texts = new List<string>();
        var text = new StringBuilder();
        for (ReadOnlySpan<byte> rest = key.AsBinary; rest.Length > 0;)
        {
            var (unit, length) = rest switch
            {
                [0, AfterAll, ..] => ('\0', 2),
                [0, ..] => ((char?)null, 1),
                [< 0x80, ..] => ((char)rest[0], 1),
                [< 0xE0, ..] => ((char)(((rest[0] & 0x1F) << 6) | (rest[1] & 0x3F)), 2),
                _ => ((char)(((rest[0] & 0x0F) << 12) | ((rest[1] & 0x3F) << 6) | (rest[2] & 0x3F)), 3),
            };
            rest = rest[length..];
            if (unit is { } inside)
            {
                text.Append(inside);
                continue;
            }
            texts.Add(text.ToString());
            text.Clear();
        }
        return texts;
    }

    private void Unit(char unit)
    {
        switch (unit)
        {
            case '\0':
                _bytes.Add(0);
                _bytes.Add(AfterAll);
                break;
            case < '\x80':
                _bytes.Add((byte)unit);
                break;
            case < '\u0800':
                _bytes.Add((byte)(0xC0 | (unit >> 6)));
                _bytes.Add((byte)(0x80 | (unit & 0x3F)));
                break;
            default:
                _bytes.Add((byte)(0xE0 | (unit >> 12)));
                _bytes.Add((byte)(0x80 | ((unit >> 6) & 0x3F)));
                _bytes.Add((byte)(0x80 | (unit & 0x3F)));
                break;
        }
    }
}
