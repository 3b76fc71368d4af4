using System.Globalization;
using System.Text;

namespace JointDesk.BotFramework;

/// <summary>
/// Makes messages as small as channels take them. A card above its budget is left out, since the text of a message says the same; a
/// text that is too long goes in parts, cut where a reader would, never within a character.
/// </summary>
public static class Fitting
{
    /// <summary>What a text may take of <see cref="ConnectorClient.MaxMessageBytes"/>: the rest is for cards and addresses. Bytes of UTF-8 or UTF-16, whichever is more.</summary>
    private const int MaxTextBytes = 24 * 1024;

    /// <summary>What the cards of one message may take together.</summary>
    private const int MaxCardsBytes = 28 * 1024;

    /// <summary>One activity, or several that say the same one after the other; files and what fits of the cards go with the last.</summary>
    public static IReadOnlyList<Activity> Fit(this Activity activity)
    {
        var attachments = FittingAttachments(activity.Attachments);
        var parts = Cut(activity.Text ?? "").ToList();
        if (parts.Count <= 1)
            return attachments.Count == (activity.Attachments?.Count ?? 0) ? [activity] : [activity with { Attachments = OrNull(attachments) }];
        return [.. parts.Select((part, i) => activity with { Text = part, Attachments = i == parts.Count - 1 ? OrNull(attachments) : null })];
    }

    private static IReadOnlyList<Attachment>? OrNull(List<Attachment> attachments) => attachments.Count == 0 ? null : attachments;

    private static List<Attachment> FittingAttachments(IReadOnlyList<Attachment>? attachments)
    {
        var left = MaxCardsBytes;
        var fitting = new List<Attachment>();
        foreach (var attachment in attachments ?? [])
        {
            var size = attachment.Content is { } content ? ConnectorClient.SizeOf(content) : 0;
            if (size > ConnectorClient.MaxCardBytes || size > left)
                continue;
            left -= size;
            fitting.Add(attachment);
        }
        return fitting;
    }

    private static IEnumerable<string> Cut(string text)
    {
        while (SizeOf(text) > MaxTextBytes)
        {
            var end = EndOfPart(text);
            yield return text[..end].TrimEnd();
            text = text[end..].TrimStart();
        }
        if (text.Length > 0)
            yield return text;
    }

    /// <summary>After the last paragraph, line, sentence or blank in the second half of what fits; else after the last whole character.</summary>
    private static int EndOfPart(string text)
    {
        var fits = LengthThatFits(text);
        foreach (var stop in (string[])["\n\n", "\n", "。", "；", ". ", " "])
            if (text.LastIndexOf(stop, fits - 1, fits / 2, StringComparison.Ordinal) is > 0 and var at)
                return at + stop.Length;
        return fits;
    }

    /// <summary>Whole characters as readers see them: a flag or a letter with its accents is one.</summary>
    private static int LengthThatFits(string text)
    {
        var (length, utf8) = (0, 0);
        while (true)
        {
            var next = StringInfo.GetNextTextElementLength(text, length);
            utf8 += Encoding.UTF8.GetByteCount(text.AsSpan(length, next));
            if (Math.Max(utf8, 2 * (length + next)) > MaxTextBytes)
                // A hostile text may be one single character of any length: then it is cut within.
                return length > 0 ? length : MaxTextBytes / 4 - (char.IsHighSurrogate(text[MaxTextBytes / 4 - 1]) ? 1 : 0);
            length += next;
        }
    }

    private static int SizeOf(string text) => Math.Max(Encoding.UTF8.GetByteCount(text), 2 * text.Length);
}
