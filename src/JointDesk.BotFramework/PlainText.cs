using System.Net;
using System.Text;

namespace JointDesk.BotFramework;

/// <summary>What a person wrote, free of what the channel made of it.</summary>
public static class PlainText
{
    /// <summary>
    /// The text without the mention of the bot, other mentions by name, HTML entities decoded once where the channel encodes them, odd
    /// blanks as plain ones, invisible characters gone. Mentions are taken out before decoding: an encoded <c>&lt;at&gt;</c> was typed.
    /// </summary>
    public static string GetPlainText(this Activity activity, string? botName = null)
    {
        var text = activity.RemoveRecipientMention(botName).Text ?? "";
        if (activity.ChannelId == Channels.Teams || activity.TextFormat == TextFormats.Xml)
            text = WebUtility.HtmlDecode(Mentions.AtMarkup().Replace(text, at => at.Groups[1].Value));
        return Normalise(text);
    }

    /// <summary>Every kind of blank as a plain one, line ends as <c>\n</c>, no byte order marks, zero-width blanks or control characters.</summary>
    public static string Normalise(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\r')
                clean.Append(i + 1 < text.Length && text[i + 1] == '\n' ? "" : "\n");
            else if (c is '\n' or '\t')
                clean.Append(c);
            else if (c is '\u00A0' or '\u2007' or '\u202F' or '\u3000')
                clean.Append(' ');
            else if (!char.IsControl(c) && c is not ('\u200B' or '\u2060' or '\uFEFF'))
                clean.Append(c);
        }
        return clean.ToString().Trim();
    }
}
