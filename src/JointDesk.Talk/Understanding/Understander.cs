using JointDesk.Recognizers;
using JointDesk.Recognizers.Library;

namespace JointDesk.Talk.Understanding;

/// <summary>What a text is understood against.</summary>
/// <param name="OwnDepartment">Id of the speaker's department, which decides among names that are alike; null if unknown.</param>
/// <param name="OpenDialog">Name of the dialog that the speaker has open, such as <c>convene</c>; null if none.</param>
public sealed record Surroundings(TimeContext Time, Lexicon Names, string? OwnDepartment = null, string? OpenDialog = null);

/// <summary>Text to meaning. Immutable and safe for several threads; never throws, whatever the text.</summary>
public sealed class Understander
{
    private readonly TextAnalyzer analyzer;
    private readonly PhraseBook phrases;
    private readonly IntentModel model;
    private readonly SecondReader? second;
    private readonly ExactPhrases exact;

    [ThreadStatic]
    private static Workspace? workspace;

    public Understander(PhraseBook phrases)
        : this(phrases, new SecondReader())
    {
    }

    /// <param name="second">Reads times where our grammar finds none; null switches it off.</param>
    /// <param name="learnt">What was learnt from these phrases before; null has it learnt now.</param>
    public Understander(PhraseBook phrases, SecondReader? second, IntentModel? learnt = null)
    {
        ArgumentNullException.ThrowIfNull(phrases);
        this.phrases = phrases;
        this.second = second;
        model = learnt ?? IntentModel.Learn(phrases);
        analyzer = new TextAnalyzer(phrases, model.Vocabulary);
        exact = new ExactPhrases(phrases);

        // What the first message needs is compiled now.
        foreach (string text in (string[])["下周三下午三点召集刑侦支队开会，两个小时", "任务：经侦支队12月11日前调取流水，网安协办", "task for Cyber: keep the logs by Friday, for CID only"])
        {
            Read(text, TextAnalyzer.Learning);
        }
    }

    /// <param name="meant">The intent where the officer has said it, by a button under the text; null: what the text says.</param>
    public Reading Read(string text, Surroundings surroundings, string? meant = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(surroundings);
        var own = workspace is { } w && w.Of == analyzer ? w : workspace = new Workspace(analyzer);
        var verdict = Decide(own, text, surroundings);
        if (meant is not null)
        {
            verdict = verdict with { Intent = meant, Confidence = 1 };
        }

        return Readings.Build(own.Analysis, own.Time, own.Fields, verdict, surroundings);
    }

    /// <summary>How <see cref="Read"/> comes to its reading; slower, for people who mend the phrases or the grammar.</summary>
    public Explanation Explain(string text, Surroundings surroundings)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(surroundings);
        var own = new Workspace(analyzer);
        own.Features.Spelling = [];
        var verdict = Decide(own, text, surroundings);
        own.Fields.TimeSpans = own.Time.Spans;
        var spans = Explainer.Spans(own.Analysis, own.Masked.AsSpan(0, own.Analysis.Length), own.Fields, surroundings);
        var why = model.Why(own.Signs, verdict.Intent, 8).Select(w => (own.Features.Spelling.GetValueOrDefault(w.Sign, "·"), (double)w.Weight))
            .GroupBy(p => p.Item1).Select(g => (g.Key, g.Sum(p => p.Item2)));
        return new Explanation(verdict.Rule, Likest([.. own.Signs], verdict.Intent), spans, [.. why]);
    }

    /// <summary>The example of an intent that has most signs in common with a text.</summary>
    private string? Likest(HashSet<ulong> signs, string intent)
    {
        var own = new Workspace(analyzer);
        double best = 0;
        Phrase? likest = null;
        foreach (var phrase in phrases.Examples.Where(p => p.Intent == intent))
        {
            HashSet<ulong> those = [.. analyzer.SignsOf(phrase, own)];
            double alike = signs.Count(those.Contains) / Math.Sqrt(signs.Count * those.Count);
            (best, likest) = alike > best ? (alike, phrase) : (best, likest);
        }

        return likest is null ? null : $"{likest.File}: {likest.Text}";
    }

    private Verdict Decide(Workspace own, string text, Surroundings surroundings)
    {
        analyzer.Find(own, text, surroundings);
        var verdict = Score(own, text, surroundings);

        // Of what is no business of the desk, or will be asked about, nobody needs the times: chatter never waits for the library.
        bool asks = (verdict.Intent != Intents.Other && verdict.Confidence >= Reading.Sure) || surroundings.OpenDialog is not null;
        if (asks && own.Time.Spans.Count == 0 && ReadAgain(own, surroundings.Time) is { } other)
        {
            own.Time = other;
            own.Fields.TimeBy = "second reader";
            own.Analysis.Mark(other);
            verdict = Score(own, text, surroundings);
        }

        return verdict;
    }

    private Verdict Score(Workspace own, string text, Surroundings surroundings)
    {
        own.Signs = own.Features.Of(own.Analysis, own.Time);
        var shares = model.Shares(own.Signs);
        double coverage = own.Features.Cues > 0 ? 1 : model.Known(own.Features.Words);
        return Judge.Decide(own.Analysis, own.Time, own.Fields, shares, model.Intents, coverage, exact.IntentOf(text), surroundings.OpenDialog);
    }

    private TimeReading? ReadAgain(Workspace own, TimeContext time)
    {
        var masked = own.Masked.AsSpan(0, own.Analysis.Length);
        return second is not null && !own.Fields.Trap && SecondReader.Worth(masked) ? second.Read(new string(masked), time) : null;
    }
}
