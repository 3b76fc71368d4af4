namespace JointDesk.Calendaring;

/// <summary>Content lines as bytes: CRLF after each, folded at 75 octets (RFC 5545 §3.1), never within a character.</summary>
/// <remarks>Ical.Net counts octets too, but parts surrogate pairs: an emoji or a rare Han character at the fold becomes two U+FFFD in its
/// stream. Parsers repair a fold within a UTF-8 sequence or, as vobject does, refuse the file; so we never make one.</remarks>
internal static class ContentLines
{
    private const int MaxOctets = 75;

    /// <summary>Undoes the folding of Ical.Net's text and folds anew.</summary>
    public static byte[] Refold(string icalendar)
    {
        var unfolded = icalendar.Replace("\r\n ", "", StringComparison.Ordinal);
        using var bytes = new MemoryStream(unfolded.Length * 2);
        foreach (var line in unfolded.AsSpan().EnumerateLines())
        {
            if (!line.IsEmpty)
                Fold(line, bytes);
        }
        return bytes.ToArray();
    }

    private static void Fold(ReadOnlySpan<char> line, MemoryStream bytes)
    {
        Span<byte> utf8 = stackalloc byte[4];
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            var length = rune.EncodeToUtf8(utf8);
            if (octets + length > MaxOctets)
            {
                bytes.Write("\r\n "u8);
                octets = 1; // the space belongs to the next line
            }
            bytes.Write(utf8[..length]);
            octets += length;
        }
        bytes.Write("\r\n"u8);
    }
}
