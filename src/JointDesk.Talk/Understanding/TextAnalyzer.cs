using JointDesk.Recognizers;

namespace JointDesk.Talk.Understanding;

/// <summary>Finds in a text what there is to find, whatever is wanted with it: names, places, handling, times. Immutable.</summary>
internal sealed class TextAnalyzer
{
    /// <summary>Any working Monday does to learn the phrases by.</summary>
    public static readonly Surroundings Learning =
        new(new TimeContext(new NodaTime.LocalDateTime(2026, 11, 23, 9, 0), d => (int)d.DayOfWeek < 6), Lexicon.Empty);

    private readonly MentionFinder finder;

    public TextAnalyzer(PhraseBook phrases, Vocabulary vocabulary)
    {
        Cues = new CueWords(phrases);
        var words = new DepartmentWords();
        Vocabulary = vocabulary;
        finder = new MentionFinder(words, new UnknownNames(words, Vocabulary), new ListedNames(words, Vocabulary));
    }

    public CueWords Cues { get; }

    public Vocabulary Vocabulary { get; }

    /// <summary>Each example of the book with its signs, in their order.</summary>
    public List<(string Intent, ulong[] Signs)> Examples(PhraseBook phrases)
    {
        using var workspaces = new ThreadLocal<Workspace>(() => new Workspace(this));
        return [.. phrases.Examples.AsParallel().AsOrdered().Select(phrase => (phrase.Intent, SignsOf(phrase, workspaces.Value!).ToArray()))];
    }

    /// <summary>The signs of a phrase; the list is used again by the next call with the same workspace.</summary>
    public List<ulong> SignsOf(Phrase phrase, Workspace own)
    {
        Find(own, phrase.Text, Learning);
        return own.Features.Of(own.Analysis, own.Time);
    }

    /// <summary>Finds names, place, handling and times; what has a name is hidden from the time recognizer, since its figures are no times.</summary>
    public void Find(Workspace own, string text, Surroundings surroundings)
    {
        var analysis = own.Analysis;
        analysis.Begin(text);
        finder.Find(analysis, surroundings.Names, surroundings.OwnDepartment);
        own.Fields = new Fields { Handling = HandlingFinder.Find(analysis, surroundings.Time) };
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

        var (start, length) = PlaceFinder.Find(masked, surroundings.Time);
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
