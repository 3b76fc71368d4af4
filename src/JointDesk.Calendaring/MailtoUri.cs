using System.Globalization;
using System.Text;
using JointDesk.Invitations;

namespace JointDesk.Calendaring;

/// <summary>An address as the calendar address of ORGANIZER and ATTENDEE (RFC 5545 §3.3.3). Outlook shows no answer buttons without the
/// scheme.</summary>
internal static class MailtoUri
{
    /// <summary>What is no mailbox is written as a placeholder: some programs refuse a whole file for one broken address.</summary>
    public static string Of(string address)
    {
        var mailbox = CalendarAddress.Of(address, address);
        var at = mailbox.LastIndexOf('@');
        var uri = new StringBuilder("mailto:");
        foreach (var octet in Encoding.UTF8.GetBytes(mailbox[..at]))
        {
            var c = (char)octet;
            _ = IsPlain(c) ? uri.Append(c) : uri.Append('%').Append(octet.ToString("X2", CultureInfo.InvariantCulture));
        }
        return uri.Append('@').Append(new IdnMapping().GetAscii(mailbox[(at + 1)..]).ToLowerInvariant()).ToString();
    }

    /// <summary>What RFC 6068 §2 lets stand in the local part, without the quotation mark, brackets and what reads like a separator.</summary>
    private static bool IsPlain(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or '~' or '!' or '$' or '*' or '+';
}
