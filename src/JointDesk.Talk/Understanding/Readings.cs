using System.Runtime.InteropServices;
using JointDesk.Recognizers;

namespace JointDesk.Talk.Understanding;

/// <summary>Puts a reading together from what was found and the intent that was decided.</summary>
internal static class Readings
{
    public static Reading Build(Analysis analysis, TimeReading time, Fields fields, Verdict verdict, Surroundings surroundings)
    {
        var departments = Departments(analysis, surroundings);
        return new Reading
        {
            Intent = verdict.Intent,
            Confidence = verdict.Confidence,
            Alternatives = verdict.Alternatives,
            Language = LanguageOf(analysis.Text),
            // that a day is owed is only said where it is sure what the sentence wants
            Time = Times.For(verdict.Confidence < Reading.SureToAct ? Intents.Other : verdict.Intent, surroundings.OpenDialog, time, surroundings.Time.Now),
            Weekday = BareWeekday.In(analysis.Text, time),
            Departments = departments,
            Case = CaseOf(analysis, surroundings.Names),
            Place = (fields.Place ?? Online(analysis, time, fields, verdict.Intent)) is { Length: > 0 } place ? analysis.Text.Substring(place.Start, place.Length) : null,
            MeetingKind = KindOf(analysis.Folded),
            Body = Bodies.Of(analysis, fields, verdict.Intent),
            OffersAnother = verdict.Intent is Intents.RsvpNo or Intents.RsvpTentative && Bodies.OffersAnother(analysis),
            Handling = fields.Handling,
            Number = NumberOf(analysis),
            Choice = verdict.Choice,
            Asks = Questions.Asks(analysis.Folded),
        };
    }

    /// <summary>周四的视频会议改到三点 leaves the place; 会议改成视频会议 does not.</summary>
    private static TextSpan? Online(Analysis analysis, TimeReading time, Fields fields, string intent) => fields.Online is { } online
        && (intent is Intents.Convene or Intents.Supply || (intent == Intents.Reschedule && (time.Spans.Count == 0 || PlaceFinder.IsLinked(analysis.Folded, online.Start)))) ? online : null;

    /// <summary>Any Chinese makes it Chinese, unless it is but a name in an English sentence.</summary>
    internal static string LanguageOf(string text)
    {
        int han = 0;
        int words = 0;
        for (int i = 0; i < text.Length; i++)
        {
            han += TextFold.IsHan(text[i]) ? 1 : 0;
            words += char.IsAsciiLetter(text[i]) && (i == 0 || !char.IsAsciiLetter(text[i - 1])) ? 1 : 0;
        }

        return han > 0 && words < han * 2 ? "zh" : "en";
    }

    private static string? KindOf(ReadOnlySpan<char> text) =>
        text.Contains("联络员会", StringComparison.Ordinal) || text.Contains("liaison meeting", StringComparison.Ordinal) || text.Contains("liaison call", StringComparison.Ordinal) ? "liaison"
        : text.Contains("专题", StringComparison.Ordinal) || text.Contains("topical", StringComparison.Ordinal) ? "topical"
        : text.Contains("全体会", StringComparison.Ordinal) || text.Contains("plenary", StringComparison.Ordinal) ? "plenary" : null;

    private static string? NumberOf(Analysis analysis)
    {
        foreach (var mention in analysis.Mentions)
        {
            if (mention.Kind == MentionKind.Number)
            {
                return analysis.Slice(mention);
            }
        }

        return null;
    }

    private static CaseMention? CaseOf(Analysis analysis, Lexicon names)
    {
        foreach (var mention in analysis.Mentions)
        {
            if (mention.Kind == MentionKind.Case)
            {
                string text = analysis.Slice(mention);
                return new CaseMention(text, mention.Span, mention.Ids, mention.Ids.Count > 0 || names.IsEmpty ? [] : new Nearest(() => names.NearestCases(TextFold.Fold(text))));
            }
        }

        return null;
    }

    private static DepartmentMention[] Departments(Analysis analysis, Surroundings surroundings)
    {
        DepartmentParts.Mark(analysis);
        int n = 0;
        foreach (ref var mention in CollectionsMarshal.AsSpan(analysis.Mentions))
        {
            n += mention.IsParty ? 1 : 0;
        }

        if (n == 0)
        {
            return [];
        }

        var found = new DepartmentMention[n];
        int at = 0;
        foreach (ref var mention in CollectionsMarshal.AsSpan(analysis.Mentions))
        {
            if (mention.IsParty)
            {
                found[at++] = Party(analysis, mention, surroundings);
            }
        }

        return found;
    }

    private static DepartmentMention Party(Analysis analysis, in Mention mention, Surroundings surroundings)
    {
        string text = analysis.Slice(mention);
        var names = surroundings.Names;
        if (mention.Kind == MentionKind.Officer)
        {
            return new DepartmentMention(text, mention.Span, names.DepartmentsOf(mention.Ids), mention.Part, []) { Officers = mention.Ids };
        }

        bool known = mention.Ids.Count > 0 || names.IsEmpty;
        var nearest = known ? [] : mention.Near ?? new Nearest(() => names.Nearest(TextFold.Fold(text), surroundings.OwnDepartment));
        return new DepartmentMention(text, mention.Span, mention.Ids, mention.Part, nearest);
    }
}
