using System.Globalization;
using System.Text;

namespace JointDesk.Calendaring;

/// <summary>Makes any text fit for a calendar file: what comes out has no character that could end a content line, end the file for a
/// parser, or be no UTF-8.</summary>
/// <remarks>Ical.Net writes a newline in a parameter as it is, so that the rest of a name becomes a property of its own
/// (ical-org/ical.net#969), and cannot read back a NUL or BEL that it wrote.</remarks>
internal static class CalendarText
{
    /// <summary>One line: for SUMMARY, LOCATION and names. Line breaks and tabs become a space.</summary>
    public static string Line(string? text) => Clean(text, keepBreaks: false);

    /// <summary>Several lines, parted by <c>\n</c>: for DESCRIPTION.</summary>
    public static string Block(string? text) => Clean(text, keepBreaks: true);

    /// <summary>A parameter's value, as CN. It has no place for <c>"</c> (RFC 5545 §3.2). Programs that know RFC 6868 take a circumflex for an
    /// escape, all others would show its escapes raw; and of a backslash before n ical.js makes a line break, against the RFC.</summary>
    public static string Parameter(string? text) =>
        Line(text).Replace('"', '\'').Replace('\\', '/').Replace("^", "", StringComparison.Ordinal).Trim();

    private static string Clean(string? text, bool keepBreaks)
    {
        if (string.IsNullOrEmpty(text))
            return "";
        var clean = new StringBuilder(text.Length);
        var normal = text.Replace("\r\n", "\n", StringComparison.Ordinal);
        for (var i = 0; i < normal.Length; i++)
        {
            if (!Rune.TryGetRuneAt(normal, i, out var rune))
                continue; // half of a surrogate pair: not encodable
            i += rune.Utf16SequenceLength - 1;
            if (IsBreak(rune))
                clean.Append(keepBreaks ? '\n' : ' ');
            else if (rune.Value == '\t')
                clean.Append(' ');
            else if (!IsUnfit(rune))
                clean.Append(normal, i + 1 - rune.Utf16SequenceLength, rune.Utf16SequenceLength);
        }
        return clean.ToString().Trim();
    }

    /// <summary>Also NEL and the separators of Unicode: python-icalendar and others part lines there.</summary>
    private static bool IsBreak(Rune rune) => rune.Value is '\n' or '\r' or 0x0B or 0x0C or 0x85 or 0x2028 or 0x2029;

    /// <summary>Controls, the byte order mark, and the code points that are no characters (U+FFFE and its like).</summary>
    private static bool IsUnfit(Rune rune) =>
        Rune.GetUnicodeCategory(rune) == UnicodeCategory.Control || rune.Value == 0xFEFF
        || (rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF;
}
