using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace JointDesk.BotFramework;

/// <summary>Finding and removing the mention of the bot itself. Mentions of other people stay: they are part of what is meant.</summary>
public static partial class Mentions
{
    private static readonly char[] LeftOver = [' ', '\u00A0', '\t', '\r', '\n', ',', '，', ':', '：', '、', ';', '；'];
    private static readonly char[] Space = [' ', '\u00A0', '\t', '\r', '\n'];

    /// <summary>All mentions that the channel tells of.</summary>
    public static IEnumerable<Mention> GetMentions(this Activity activity) =>
        (activity.Entities ?? []).Select(Mention.From).OfType<Mention>();

    /// <summary>Whether the message speaks to the bot: by entity, by <c>&lt;at&gt;</c> markup or by a plain <c>@Name</c>.</summary>
    /// <param name="activity">The message.</param>
    /// <param name="botName">What the bot is called there; the recipient's name when left out.</param>
    public static bool MentionsRecipient(this Activity activity, string? botName = null) =>
        activity.GetMentions().Any(mention => IsOfRecipient(mention, activity))
        || CutsByName(activity, activity.Text ?? "", botName ?? activity.Recipient?.Name).Count > 0;

    /// <summary>
    /// The message without the mention of its recipient: text and entity. The id decides, not the name; a name alone counts only where
    /// no entity says whom it means. What is left of the blanks and the comma around it goes too.
    /// </summary>
    public static Activity RemoveRecipientMention(this Activity activity, string? botName = null)
    {
        var own = activity.GetMentions().Where(mention => IsOfRecipient(mention, activity)).ToList();
        var text = activity.Text ?? "";
        foreach (var mention in own)
            text = WithoutFirst(text, mention.Text is { Length: > 0 } written ? written : Mention.Markup(mention.Mentioned?.Name));
        text = Without(text, CutsByName(activity, text, botName ?? activity.Recipient?.Name));
        var found = own.Count > 0 || text != (activity.Text ?? "");
        return !found ? activity : activity with
        {
            Text = text.TrimStart(LeftOver).TrimEnd(Space),
            Entities = activity.Entities?.Where(e => Mention.From(e) is not { } m || !IsOfRecipient(m, activity)).ToList(),
        };
    }

    private static bool IsOfRecipient(Mention mention, Activity activity) =>
        mention.Mentioned?.Id is { Length: > 0 } id && id == activity.Recipient?.Id;

    /// <summary>Where the bot is named without an entity, in order and without overlaps.</summary>
    private static List<Range> CutsByName(Activity activity, string text, string? name)
    {
        if (string.IsNullOrWhiteSpace(name) || text.Length == 0)
            return [];
        var others = activity.GetMentions().Where(m => !IsOfRecipient(m, activity)).Select(m => m.Text).ToHashSet(StringComparer.Ordinal);
        var cuts = new List<Range>();
        foreach (Match at in AtMarkup().Matches(text))
            if (!others.Contains(at.Value) && WebUtility.HtmlDecode(at.Groups[1].Value).Trim().Equals(name.Trim(), StringComparison.OrdinalIgnoreCase))
                cuts.Add(at.Index..(at.Index + at.Length));
        for (var at = 0; (at = text.IndexOf(name, at, StringComparison.OrdinalIgnoreCase)) >= 0; at += name.Length)
            if (IsPlainMention(text, at, name.Length))
                cuts.Add((at - 1)..(at + name.Length));
        return [.. cuts.OrderBy(cut => cut.Start.Value)];
    }

    /// <summary>An at-sign before the name, no word that runs on after it, and no mail address around it. Chinese needs no blank: @JointDesk下周三.</summary>
    private static bool IsPlainMention(string text, int at, int length)
    {
        var end = at + length;
        return at > 0 && text[at - 1] is '@' or '＠'
            && (at == 1 || !IsWord(text[at - 2]))
            && (end == text.Length || (!IsWord(text[end]) && !(text[end] == '.' && end + 1 < text.Length && IsWord(text[end + 1]))));
    }

    private static bool IsWord(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '-';

    private static string WithoutFirst(string text, string part)
    {
        var at = part.Length == 0 ? -1 : text.IndexOf(part, StringComparison.Ordinal);
        return at < 0 ? text : Without(text, [at..(at + part.Length)]);
    }

    /// <summary>Cuts, and leaves one blank of the two that then meet. One pass: a hostile text holds thousands of mentions.</summary>
    private static string Without(string text, List<Range> cuts)
    {
        if (cuts.Count == 0)
            return text;
        var left = new StringBuilder(text.Length);
        var from = 0;
        foreach (var cut in cuts)
        {
            left.Append(text, from, cut.Start.Value - from);
            from = cut.End.Value;
            if (left.Length > 0 && Space.Contains(left[^1]) && from < text.Length && text[from] is (' ' or '\u00A0'))
                from++;
        }
        return left.Append(text, from, text.Length - from).ToString();
    }

    [GeneratedRegex("<at(?:\\s[^<>]*)?>([^<]*)</at>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    internal static partial Regex AtMarkup();
}
