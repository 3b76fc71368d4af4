using System.Globalization;
using JointDesk.Recognizers;

namespace JointDesk.Talk.Understanding;

/// <summary>Which intent it is, how sure that is, and by which rule.</summary>
internal sealed record Verdict(string Intent, double Confidence, IReadOnlyList<Alternative> Alternatives, int? Choice, string Rule);

/// <summary>From the scorer's shares and the open dialog to one intent.</summary>
internal static class Judge
{
    private const double Certain = 0.99;

    /// <summary>Under this much that is known, a sentence is not of this desk.</summary>
    private const double Strange = 0.45;

    public static Verdict Decide(
        Analysis analysis, TimeReading time, Fields fields, ReadOnlySpan<float> shares, IReadOnlyList<string> intents, double coverage, string? exact, string? openDialog)
    {
        if (ChoiceOf(analysis.Folded) is { } choice)
        {
            return new Verdict(Intents.Supply, openDialog is null ? 0.6 : 0.95, [], choice, "a bare number");
        }

        if (exact is not null)
        {
            var said = new Verdict(InDialog(exact, openDialog, fields), Certain, [], null, "a phrase of the book");
            return openDialog is null && exact == Intents.Supply ? Unasked(said, analysis, fields) : said;
        }

        bool nothing = analysis.Mentions.Count == 0 && time.Spans.Count == 0;
        int best = Best(shares, intents, -1);
        var verdict = coverage < Strange && nothing
            ? new Verdict(Intents.Other, Math.Round(1 - coverage, 3), [], null, "mostly unknown words")
            : new Verdict(intents[best], Math.Round(shares[best], 3), Others(shares, intents, best), null, "likest phrases");
        return openDialog is not null ? OpenDialogs.Apply(verdict, analysis, time, fields, openDialog)
            : verdict.Intent == Intents.Supply ? Unasked(verdict, analysis, fields)
            : verdict;
    }

    /// <summary>More of what is being prepared, where nothing is: what it says more of stands already, or is given unasked.</summary>
    private static Verdict Unasked(Verdict verdict, Analysis analysis, Fields fields)
    {
        string? of = fields.Handling is not null ? Intents.ShareInfo
            : fields.Place is not null ? Intents.Reschedule
            : analysis.Mentions.Exists(m => m.Kind == MentionKind.Department) ? Intents.ChangeParties
            : null;
        return of is not null ? Instead(verdict, of, "nothing is open: it is said of what there is")
            : analysis.Mentions.Count == 0 && !analysis.IsTimed ? Instead(verdict, Intents.Other, "nothing is open, and it would supply nothing")
            : verdict;
    }

    private static Verdict Instead(Verdict verdict, string intent, string rule) => verdict with
    {
        Intent = intent,
        Confidence = Math.Min(Certain, verdict.Confidence + verdict.Alternatives.Where(a => a.Intent == intent).Sum(a => a.Confidence)),
        Alternatives = [.. verdict.Alternatives.Where(a => a.Intent != intent)],
        Rule = rule,
    };

    private static string InDialog(string intent, string? openDialog, Fields fields) =>
        (intent, openDialog) switch
        {
            (Intents.ShareInfo, "inform") when fields.Handling is null => intent,
            (Intents.Reschedule, "convene") => Intents.Supply,
            _ => intent,
        };

    private static int Best(ReadOnlySpan<float> shares, IReadOnlyList<string> intents, int except)
    {
        int best = except == 0 ? 1 : 0;
        for (int i = 0; i < intents.Count; i++)
        {
            best = i != except && shares[i] > shares[best] ? i : best;
        }

        return best;
    }

    private static List<Alternative> Others(ReadOnlySpan<float> shares, IReadOnlyList<string> intents, int best)
    {
        List<Alternative> others = new(3);
        for (int i = 0; i < intents.Count; i++)
        {
            if (i == best || shares[i] < 0.03)
            {
                continue;
            }

            int at = others.Count;
            while (at > 0 && others[at - 1].Confidence < shares[i])
            {
                at--;
            }

            if (at < 3)
            {
                others.Insert(at, new Alternative(intents[i], Math.Round(shares[i], 3)));
                if (others.Count > 3)
                {
                    others.RemoveAt(3);
                }
            }
        }

        return others;
    }

    private static readonly WordKinds Choices = new("choices");

    /// <summary>2, 2. or 第二个: a number and nothing else.</summary>
    private static int? ChoiceOf(ReadOnlySpan<char> text)
    {
        text = text.Trim(" .。,、)(#");
        foreach (string lead in Choices["lead"])
        {
            if (text.StartsWith(lead))
            {
                text = text[lead.Length..].Trim();
                break;
            }
        }

        foreach (string tail in Choices["tail"])
        {
            if (text.EndsWith(tail))
            {
                text = text[..^1];
                break;
            }
        }

        if (text.Length is 1 or 2 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int n) && n > 0)
        {
            return n;
        }

        int han = text.Length == 1 ? "一二三四五六七八九".IndexOf(text[0], StringComparison.Ordinal) : -1;
        return han >= 0 ? han + 1 : null;
    }
}
