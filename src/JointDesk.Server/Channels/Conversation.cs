using System.Globalization;
using System.Text;

namespace JointDesk.Server.Channels;

/// <summary>A chat of the desk's own: with one officer, of a department, or of a case.</summary>
/// <param name="Subject">The officer, department or case it belongs to.</param>
/// <param name="Audience">The departments of all who can read it.</param>
internal sealed record Conversation(
    string Id, RecipientKind Kind, string Subject, string Title, string TitleEn, IReadOnlyList<string> Audience)
{
    /// <summary>What leaves room for a sequence number in a key of the store.</summary>
    public const int LongestId = 150;

    public bool IsPersonal => Kind == RecipientKind.Officer;

    public static string IdOf(Recipient to) => (to.Kind switch
    {
        RecipientKind.Officer => "p.",
        RecipientKind.Department => "d.",
        RecipientKind.Case => "c.",
        _ => throw new ArgumentOutOfRangeException(nameof(to)),
    }) + Escape(to.Id);

    /// <summary>Whose conversation has this id; null where it is the id of none.</summary>
    public static Recipient? RecipientOf(string id)
    {
        if (id.Length is < 3 or > LongestId || id[1] != '.' || Unescape(id[2..]) is not { } subject)
            return null;
        var to = id[0] switch
        {
            'p' => Recipient.Officer(subject),
            'd' => Recipient.Department(subject),
            'c' => Recipient.Case(subject),
            _ => null,
        };
        return to is not null && IdOf(to) == id ? to : null;
    }

    /// <summary>Ids go into URLs as they are, since DirectLineJS does not encode them: what is no letter, digit or <c>. _ -</c> becomes ~ and two hex digits a byte.</summary>
    private static string Escape(string text)
    {
        var escaped = new StringBuilder();
        foreach (var octet in Encoding.UTF8.GetBytes(text))
            _ = char.IsAsciiLetterOrDigit((char)octet) || octet is (byte)'.' or (byte)'_' or (byte)'-'
                ? escaped.Append((char)octet)
                : escaped.Append('~').Append(octet.ToString("X2", CultureInfo.InvariantCulture));
        return escaped.ToString();
    }

    private static string? Unescape(string text)
    {
        var octets = new List<byte>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '~')
            {
                octets.Add((byte)text[i]);
                continue;
            }
            if (i + 2 >= text.Length || !byte.TryParse(text.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, null, out var octet))
                return null;
            octets.Add(octet);
            i += 2;
        }
        return Encoding.UTF8.GetString([.. octets]);
    }
}
