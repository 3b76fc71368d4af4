using System.Globalization;
using System.Text;

namespace JointDesk.Cases;

/// <summary>
/// Finds the marks of China's Law on Guarding State Secrets (绝密 / 机密 / 秘密, as a mark or with ★) so that such a text is refused
/// before it is stored or logged. A sentence that only speaks of keeping something secret (保密, 秘密侦查) is no mark.
/// </summary>
public static class SecretMarks
{
    private static readonly string[] Levels = ["绝密", "机密", "秘密"];
    private static readonly string[] English = ["topsecret", "statesecret"];

    public static bool In(string text)
    {
        var plain = Plain(text);
        foreach (var level in Levels)
        {
            for (var at = plain.IndexOf(level, StringComparison.Ordinal); at >= 0; at = plain.IndexOf(level, at + 1, StringComparison.Ordinal))
            {
                if (level is not "秘密" || IsMark(plain, at))
                    return true;
            }
        }

        return English.Any(e => plain.Contains(e, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>
    /// As a reader sees it: full-width letters as plain ones (Unicode NFKC), traditional characters as simplified ones, and nothing of what
    /// is not seen or only sets letters apart, so that 机 密, 机\u200b密 and 绝**密 are what they look like. Line ends stay.
    /// </summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in Normalized(text))
        {
            var kind = char.GetUnicodeCategory(c);
            if (c == '\n')
                plain.Append(c);
            else if (c is '*' or '⭐' && plain.Length > 0 && plain[plain.Length - 1] == '密')
                plain.Append('★');
            else if (!char.IsWhiteSpace(c) && c is not ('*' or '_' or '~' or '-' or '.' or '·') && kind is not (UnicodeCategory.Format or UnicodeCategory.Control
                or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark))
                plain.Append(c switch { '絕' => '绝', '機' => '机', '祕' => '秘', _ => c });
        }

        return plain.ToString();
    }

    /// <summary>A lone surrogate cannot be normalized; such a text is taken as it is.</summary>
    private static string Normalized(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormKC);
        }
        catch (ArgumentException)
        {
            return text;
        }
    }

    /// <summary>
    /// 秘密 is a plain word too: it is a mark with a star (国家秘密的标志, ★ before the term), before 件/级, behind 密级, at the head of brackets, or alone
    /// in its line.
    /// </summary>
    private static bool IsMark(string plain, int at)
    {
        var after = at + 2 < plain.Length ? plain[at + 2] : '\n';
        var before = at > 0 ? plain[at - 1] : '\n';
        return after is '★' or '☆' or '件' or '级' or '文'
            || before is '★' or '☆'
            || (before is '【' or '[' or '(' or '〔' or '「' or '《' && (after is '】' or ']' or ')' or '〕' or '」' or '》' || char.IsAsciiDigit(after)))
            || (before is '\n' && after is '\n' or ':')
            || plain.AsSpan(0, at).TrimEnd(":").EndsWith("密级");
    }
}

/// <summary>The text bears the mark of a state secret, which the desk neither keeps nor passes on.</summary>
public sealed record StateSecret : Refusal;
