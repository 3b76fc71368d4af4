namespace JointDesk.Cases;

/// <summary>
/// Finds the marks of China's Law on Guarding State Secrets (绝密 / 机密 / 秘密, as a mark or with ★) so that such a text is refused
/// before it is stored or logged. A sentence that only speaks of keeping something secret (保密, 秘密侦查) is no mark.
/// </summary>
public static class SecretMarks
{
    private static readonly string[] Levels = ["绝密", "机密", "秘密", "絕密", "機密"];
    private static readonly string[] English = ["top secret", "state secret"];

    public static bool In(string text)
    {
        var plain = string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c is not '\u200b' and not '\ufeff'));
        foreach (var level in Levels)
        {
            for (var at = plain.IndexOf(level, StringComparison.Ordinal); at >= 0; at = plain.IndexOf(level, at + 1, StringComparison.Ordinal))
            {
                if (level is not "秘密" || IsMark(plain, at))
                    return true;
            }
        }

        return English.Any(e => text.Contains(e, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>秘密 is a plain word too: it is a mark before ★ or 件/级, in brackets, or alone at the head of the text.</summary>
    private static bool IsMark(string plain, int at)
    {
        var after = at + 2 < plain.Length ? plain[at + 2] : '\0';
        var before = at > 0 ? plain[at - 1] : '\0';
        return after is '★' or '☆' or '*' or '件' or '级' or '文'
            || (before is '【' or '[' or '（' or '(' or '〔' && after is '】' or ']' or '）' or ')' or '〕')
            || (at == 0 && after is '\0' or '：' or ':');
    }
}

/// <summary>The text bears the mark of a state secret, which the desk neither keeps nor passes on.</summary>
public sealed record StateSecret : Refusal;

/// <summary>What holds for every command, whichever room it is for.</summary>
public static class CaseRoutes
{
    public static DeskRoutes AddCases(this DeskRoutes routes) =>
        routes.RefuseWhere(command => command.Texts.Any(text => text is not null && SecretMarks.In(text)) ? new StateSecret() : null);
}
