using JointDesk.Recognizers;

namespace JointDesk.Talk.Understanding;

/// <summary>
/// What a text means to a dialog that is open: what only fills its fields is <see cref="Intents.Supply"/>, and a dialog that waits for words
/// takes them as they are.
/// </summary>
internal static class OpenDialogs
{

    /// <summary>Words that may stand between fields without making a sentence of its own.</summary>
    private static readonly NameTrie SmallWords = Build();

    private static NameTrie Build()
    {
        var trie = new NameTrie();
        foreach (string word in new WordKinds("matter")["between"])
        {
            trie.Add(word, 0);
        }

        return trie;
    }

    public static Verdict Apply(Verdict verdict, Analysis analysis, TimeReading time, Fields fields, string dialog)
    {
        bool fills = analysis.Mentions.Count > 0 || time.Spans.Count > 0 || fields.Place is not null || fields.Handling is not null;
        int loose = Loose(analysis);
        if (fills && loose <= 2 && verdict.Intent is not (Intents.Confirm or Intents.Dismiss))
        {
            return Certain(verdict, Intents.Supply, "fields of the open dialog and nothing else");
        }

        bool says = verdict.Confidence >= 0.75;

        // 今天食堂有什么: a day in what is surely no business of the desk fills nothing
        fills &= !(verdict.Intent == Intents.Other && verdict.Confidence >= 0.9);
        switch (dialog)
        {
            case "convene" when fills && verdict.Intent is Intents.Reschedule or Intents.Convene or Intents.Other or Intents.AssignTask or Intents.RsvpYes && loose <= 8 && !Fresh(verdict, analysis, time):
                return Certain(verdict, Intents.Supply, "a change to the meeting that is being prepared");
            case "move" when fills && verdict.Intent is Intents.Reschedule or Intents.Convene or Intents.Other && loose <= 6:
                return Certain(verdict, Intents.Supply, "a time for the meeting that is being moved");
            case "assign" when fills && verdict.Intent is Intents.Other or Intents.ExtendDeadline or Intents.Reschedule && loose <= 8:
                return Certain(verdict, Intents.Supply, "a change to the task that is being prepared");
            case "inform" when verdict.Intent is not (Intents.ShareInfo or Intents.DeclineInfo) && !(says && IsCommand(verdict.Intent)):
                return Certain(verdict, Intents.ShareInfo, "the open dialog waits for a contribution");
            case "inform" when verdict.Intent is Intents.ShareInfo:
                return Certain(verdict, Intents.ShareInfo, verdict.Rule);
            case "report" when verdict.Intent is not (Intents.ReportProgress or Intents.CompleteTask or Intents.ExtendDeadline) && !(says && IsCommand(verdict.Intent)):
                return Certain(verdict, Intents.ReportProgress, "the open dialog waits for a report");
            default:
                return verdict;
        }
    }

    /// <summary>A whole sentence that convenes another meeting is not a change to the open one.</summary>
    private static bool Fresh(Verdict verdict, Analysis analysis, TimeReading time) =>
        verdict.Intent == Intents.Convene && verdict.Confidence > 0.8 && time.Spans.Count > 0 && analysis.Mentions.Exists(m => m.Kind is MentionKind.Department or MentionKind.Case);

    /// <summary>What interrupts a dialog that waits for free words: it speaks to the desk, not of the matter.</summary>
    private static bool IsCommand(string intent) => intent is Intents.Confirm or Intents.Dismiss or Intents.Help or Intents.QueryMeetings or Intents.QueryAnswers or Intents.QueryInfo
        or Intents.ListTasks or Intents.Convene or Intents.Cancel or Intents.SubscribeCalendar or Intents.RsvpYes or Intents.RsvpNo or Intents.RsvpTentative or Intents.AcceptTask
        or Intents.SignOff or Intents.SetReminder or Intents.AssignTask or Intents.Reschedule or Intents.RequestInfo;

    private static Verdict Certain(Verdict verdict, string intent, string rule) => verdict with
    {
        Intent = intent,
        Confidence = 0.95,
        Rule = rule,
        Alternatives = [.. verdict.Alternatives.Where(a => a.Intent != intent).Prepend(new Alternative(verdict.Intent, verdict.Confidence)).Where(a => a.Intent != intent).Take(3)],
    };

    /// <summary>Characters, or words in Latin script, that belong to no field.</summary>
    private static int Loose(Analysis analysis)
    {
        var text = analysis.Folded;
        int loose = 0;
        for (int i = 0; i < text.Length;)
        {
            if (analysis.IsTime(i) || analysis.Covered(i) || !(TextFold.IsHan(text[i]) || char.IsAsciiLetterOrDigit(text[i])))
            {
                i++;
            }
            else if (SmallWords.Longest(text, i, out _) is var n && n > 0 && (TextFold.IsHan(text[i]) || i == 0 || !char.IsAsciiLetter(text[i - 1])))
            {
                i += n;
            }
            else if (TextFold.IsHan(text[i]))
            {
                loose++;
                i++;
            }
            else
            {
                loose += 2;
                while (i < text.Length && char.IsAsciiLetterOrDigit(text[i]))
                {
                    i++;
                }
            }
        }

        return loose;
    }
}
