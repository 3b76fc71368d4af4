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
    private readonly MentionFinder finder;
    private readonly CueWords cues;
    private readonly PhraseBook phrases;
    private readonly IntentScorer scorer;
    private readonly SecondReader? second;
    private readonly ExactPhrases exact;

    /// <summary>Any working Monday does to learn the phrases by.</summary>
    private static readonly Surroundings Learning =
        new(new TimeContext(new NodaTime.LocalDateTime(2026, 11, 23, 9, 0), d => (int)d.DayOfWeek < 6), Lexicon.Empty);

    [ThreadStatic]
    private static Workspace? workspace;

    public Understander(PhraseBook phrases)
        : this(phrases, new SecondReader())
    {
    }

    /// <param name="second">Reads times where our grammar finds none; null switches it off.</param>
    public Understander(PhraseBook phrases, SecondReader? second)
    {
        ArgumentNullException.ThrowIfNull(phrases);
        cues = new CueWords(phrases);
        this.second = second;
        var words = new DepartmentWords();
        var vocabulary = new Vocabulary(phrases);
        finder = new MentionFinder(words, new UnknownNames(words, vocabulary), new ListedNames(words, vocabulary));
        this.phrases = phrases;
        exact = new ExactPhrases(phrases);
        using var workspaces = new ThreadLocal<Workspace>(() => new Workspace(cues));
        List<(string, ulong[])> examples = [.. phrases.Phrases.AsParallel().AsOrdered().Select(phrase => Example(workspaces.Value!, phrase))];
        scorer = new IntentScorer(examples);

        // What the first message needs is compiled now.
        foreach (string text in (string[])["下周三下午三点召集刑侦支队开会，两个小时", "任务：经侦支队12月11日前调取流水，网安协办", "task for Cyber: keep the logs by Friday, for CID only"])
        {
            Read(text, Learning);
        }
    }

    private (string Intent, ulong[] Signs) Example(Workspace own, Phrase phrase)
    {
        Find(own, phrase.Text, Learning);
        return (phrase.Intent, [.. own.Features.Of(own.Analysis, own.Time)]);
    }

    /// <summary>What one thread needs to read one text, used again for the next.</summary>
    private sealed class Workspace(CueWords cues)
    {
        public CueWords Cues { get; } = cues;
        public Analysis Analysis { get; } = new();
        public Features Features { get; } = new(cues);
        public char[] Masked { get; set; } = new char[256];
        public Fields Fields { get; set; } = new();
        public TimeReading Time { get; set; } = new();
        public List<ulong> Signs { get; set; } = [];
    }

    /// <param name="meant">The intent where the officer has said it, by a button under the text; null: what the text says.</param>
    public Reading Read(string text, Surroundings surroundings, string? meant = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(surroundings);
        var own = workspace is { } w && w.Cues == cues ? w : workspace = new Workspace(cues);
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
        var own = new Workspace(cues);
        own.Features.Spelling = [];
        var verdict = Decide(own, text, surroundings);
        own.Fields.TimeSpans = own.Time.Spans;
        var spans = Explainer.Spans(own.Analysis, own.Masked.AsSpan(0, own.Analysis.Length), own.Fields, surroundings);
        var why = scorer.Why(own.Signs, verdict.Intent, 8).Select(w => (own.Features.Spelling.GetValueOrDefault(w.Sign, "·"), (double)w.Weight))
            .GroupBy(p => p.Item1).Select(g => (g.Key, g.Sum(p => p.Item2)));
        return new Explanation(verdict.Rule, Likest([.. own.Signs], verdict.Intent), spans, [.. why]);
    }

    /// <summary>The phrase of an intent that has most signs in common with a text.</summary>
    private string? Likest(HashSet<ulong> signs, string intent)
    {
        var own = new Workspace(cues);
        double best = 0;
        Phrase? likest = null;
        foreach (var phrase in phrases.Phrases.Where(p => p.Intent == intent))
        {
            Find(own, phrase.Text, Learning);
            HashSet<ulong> those = [.. own.Features.Of(own.Analysis, own.Time)];
            double alike = signs.Count(those.Contains) / Math.Sqrt(signs.Count * those.Count);
            (best, likest) = alike > best ? (alike, phrase) : (best, likest);
        }

        return likest is null ? null : $"dialogs/{likest.Dialog}/phrases.{likest.Language}.txt: {likest.Text}";
    }

    private Verdict Decide(Workspace own, string text, Surroundings surroundings)
    {
        Find(own, text, surroundings);
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
        var shares = scorer.Shares(own.Signs);
        double coverage = own.Features.Cues > 0 ? 1 : scorer.Known(own.Features.Words);
        return Judge.Decide(own.Analysis, own.Time, own.Fields, shares, scorer.Intents, coverage, exact.IntentOf(text), surroundings.OpenDialog);
    }

    private TimeReading? ReadAgain(Workspace own, TimeContext time)
    {
        var masked = own.Masked.AsSpan(0, own.Analysis.Length);
        return second is not null && !own.Fields.Trap && SecondReader.Worth(masked) ? second.Read(new string(masked), time) : null;
    }

    /// <summary>Finds names, place, handling and times; what has a name is hidden from the time recognizer, since its figures are no times.</summary>
    private void Find(Workspace own, string text, Surroundings surroundings)
    {
        var analysis = own.Analysis;
        analysis.Begin(text);
        finder.Find(analysis, surroundings.Names, surroundings.OwnDepartment);
        own.Fields = new Fields { Handling = HandlingFinder.Find(analysis) };
        if (own.Masked.Length < analysis.Length)
        {
            own.Masked = new char[analysis.Length * 2];
        }

        var masked = own.Masked.AsSpan(0, analysis.Length);
        analysis.Folded.CopyTo(masked);
        foreach (var mention in analysis.Mentions)
        {
            masked.Slice(mention.Start, mention.Length).Fill('□');
        }

        var (start, length) = PlaceFinder.Find(masked);
        if (length > 0)
        {
            own.Fields.Place = new TextSpan(start, length);
            masked.Slice(start, length).Fill('□');
        }
        else if (PlaceFinder.Online(masked) is { Length: > 0 } online)
        {
            own.Fields.Online = new TextSpan(online.Start, online.Length);
        }

        if (length == 0 && analysis.Mentions.FindIndex(m => m.Kind == MentionKind.Place) is >= 0 and var where)
        {
            own.Fields.Place = analysis.Mentions[where].Span;
        }

        own.Time = TimeRecognizer.Read(masked, surroundings.Time);
        own.Fields.Trap = TimeRecognizer.LastWasTrap;
        own.Fields.TimeBy = "our grammar";
        analysis.Mark(own.Time);
        if (own.Fields.Place is { } place)
        {
            analysis.Mentions.RemoveAll(m => m.Start >= place.Start && m.End <= place.Start + place.Length);
            analysis.Add(MentionKind.Place, place.Start, place.Length, [], "place: words before it, or a room");
        }
    }
}
