using JointDesk.Cases;
using JointDesk.Recognizers;

namespace JointDesk.Talk.Understanding;

/// <summary>What a text is taken to mean: an intent with its fields, and how sure that is.</summary>
public sealed record Reading
{
    /// <summary>One of <see cref="Intents"/>.</summary>
    public required string Intent { get; init; }

    /// <summary>0 to 1. Below <see cref="Sure"/> the reading becomes a question, not an action.</summary>
    public required double Confidence { get; init; }

    public const double Sure = 0.5;

    /// <summary>What reaches others at once, without a card that shows it first, has to be surer.</summary>
    public const double SureToAct = 0.8;

    /// <summary><c>zh</c> or <c>en</c>: the language of the text.</summary>
    public required string Language { get; init; }

    public TimeReading Time { get; init; } = new();

    /// <summary>去不了，周四可以: of a refusal, the time is one that would do, and not that of the meeting.</summary>
    public bool OffersAnother { get; init; }

    /// <summary>The day was said as a weekday and nothing else (周四, Thursday; not 下周四): which one depends on what it is said of.</summary>
    public NodaTime.IsoDayOfWeek? Weekday { get; init; }

    /// <summary>Departments named, by themselves or by an officer of theirs, in the order of the text, without those inside <see cref="Handling"/>.</summary>
    public IReadOnlyList<DepartmentMention> Departments { get; init; } = [];

    public CaseMention? Case { get; init; }

    /// <summary>Where the meeting is to be: what follows 地点/在…会议室/at/in room.</summary>
    public string? Place { get; init; }

    /// <summary><c>plenary</c>, <c>topical</c> or <c>liaison</c>, if said.</summary>
    public string? MeetingKind { get; init; }

    /// <summary>The sentence's own matter with times, names and lead-in cut away: a task's title, a resolution, a report, a reason.</summary>
    public string? Body { get; init; }

    public HandlingMention? Handling { get; init; }

    /// <summary>A meeting number such as 2026-001 or an assignment number such as 2026-001-1.</summary>
    public string? Number { get; init; }

    /// <summary>A bare number that picks a numbered choice.</summary>
    public int? Choice { get; init; }

    /// <summary>The text asks: it is no answer, no report and no decision, however alike its words.</summary>
    public bool Asks { get; init; }

    /// <summary>The next likeliest readings, likeliest first, at most three.</summary>
    public IReadOnlyList<Alternative> Alternatives { get; init; } = [];
}

public sealed record Alternative(string Intent, double Confidence);

/// <param name="Text">As written.</param>
/// <param name="Ids">The departments it may mean: one where it is clear, none where it looks like a department but none is known.</param>
/// <param name="Nearest">Where <paramref name="Ids"/> is empty: known departments that are spelt most alike, nearest first.</param>
public sealed record DepartmentMention(string Text, TextSpan Span, IReadOnlyList<string> Ids, DepartmentPart Part, IReadOnlyList<string> Nearest)
{
    /// <summary>Where an officer was named: who it may be. The department is then the officer's own, since a seat belongs to a department.</summary>
    public IReadOnlyList<string> Officers { get; init; } = [];
}

/// <summary>What the sentence wants of a department.</summary>
public enum DepartmentPart
{
    /// <summary>Must take part or answer; the owner of a task.</summary>
    Required,

    /// <summary>牵头 / led by: leads the others.</summary>
    Lead,

    /// <summary>列席 / optional: may take part.</summary>
    Optional,

    /// <summary>协办 / assisting: helps the owner of a task.</summary>
    Assisting,

    /// <summary>Not to be invited: 不要/without/remove.</summary>
    Removed,
}

/// <param name="Text">As written, quotes included.</param>
/// <param name="Numbers">The cases it may mean; none where it looks like a case but none is known.</param>
/// <param name="Nearest">Where <paramref name="Numbers"/> is empty: numbers of the known cases most alike.</param>
public sealed record CaseMention(string Text, TextSpan Span, IReadOnlyList<string> Numbers, IReadOnlyList<string> Nearest);

/// <summary>Who may know, as said: 仅限刑侦支队知悉, TLP:AMBER, 琥珀, for CID only.</summary>
/// <param name="Label">The label said or implied (departments named → AmberStrict, officers named → Red).</param>
/// <param name="Departments">Ids of those named.</param>
/// <param name="Officers">Ids of those named.</param>
/// <param name="Unknown">Names in it that are not known.</param>
public sealed record HandlingMention(
    Tlp Label, IReadOnlyList<string> Departments, IReadOnlyList<string> Officers, IReadOnlyList<string> Unknown, TextSpan Span)
{
    /// <summary>Where the label was said apart from the readers: TLP:RED … 只给王芳看.</summary>
    public TextSpan? LabelSpan { get; init; }
}
