using System.Globalization;
using System.Text;

namespace JointDesk.Invitations;

/// <summary>The address by which calendars know a department: its mailbox, or a placeholder that no mail can ever reach.</summary>
/// <remarks>ORGANIZER and ATTENDEE must be addresses (RFC 5545 §3.3.3), also for a department without a mailbox. The top-level domain
/// "invalid" is reserved for this (RFC 2606 §2), so a placeholder never becomes somebody's mailbox.</remarks>
public static class CalendarAddress
{
    public const string PlaceholderDomain = "desk.invalid";

    /// <summary>The mailbox if it is one, else <c>{id}@desk.invalid</c>, different for different ids.</summary>
    public static string Of(string? email, string id) => IsMailbox(email) ? email! : $"{PlaceholderLocal(id)}@{PlaceholderDomain}";

    /// <summary>Nothing can be mailed to it.</summary>
    public static bool IsPlaceholder(string address) => address.EndsWith("@" + PlaceholderDomain, StringComparison.OrdinalIgnoreCase);

    /// <summary>A dot-atom of RFC 5322 (or its international form, RFC 6531) before the @, a host name after it. Quoted local parts
    /// and address literals exist, yet no directory of an office has them, and calendar programs mishandle them.</summary>
    public static bool IsMailbox(string? text)
    {
        if (text is null || text.Length > 254)
            return false;
        var at = text.IndexOf('@', StringComparison.Ordinal);
        return at is > 0 and <= 64 && IsDotAtom(text.AsSpan(0, at)) && IsHostName(text[(at + 1)..]);
    }

    private static bool IsDotAtom(ReadOnlySpan<char> local)
    {
        if (local[0] == '.' || local[^1] == '.' || local.IndexOf("..") >= 0)
            return false;
        foreach (var rune in local.EnumerateRunes())
        {
            if (!Rune.IsLetterOrDigit(rune) && !(rune.IsAscii ? ".!#$%&'*+-/=?^_`{|}~".Contains((char)rune.Value) : IsAccent(rune)))
                return false;
        }
        return true;
    }

    private static bool IsAccent(Rune rune) => Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark;

    private static bool IsHostName(string host)
    {
        try
        {
            return host.Length > 0 && host[^1] != '.' && new IdnMapping { UseStd3AsciiRules = true }.GetAscii(host).Length <= 253;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>Small letters (addresses are compared without case), digits and hyphens stay, dots within stay, all else is the hexadecimal of its UTF-8 bytes after an underscore.</summary>
    private static string PlaceholderLocal(string id)
    {
        var bytes = Encoding.UTF8.GetBytes(id);
        var local = new StringBuilder();
        for (var i = 0; i < bytes.Length; i++)
        {
            var c = (char)bytes[i];
            var dotWithin = c == '.' && i > 0 && i < bytes.Length - 1 && bytes[i - 1] != '.';
            _ = char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-' || dotWithin
                ? local.Append(c)
                : local.Append('_').Append(bytes[i].ToString("x2", CultureInfo.InvariantCulture));
        }
        return local.Length == 0 ? "_" : local.ToString();
    }
}
