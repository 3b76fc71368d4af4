using System.Text.Json.Nodes;

namespace JointDesk.Talk.Wording;

/// <summary>What one card shows, in words already: the typed view that <see cref="Cards"/> binds to a layout.</summary>
public sealed record Sheet(string Heading)
{
    public string? Subtitle { get; init; }
    public IReadOnlyList<SheetFact> Facts { get; init; } = [];

    /// <summary>Sentences below the facts.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    public IReadOnlyList<SheetAction> Actions { get; init; } = [];

    /// <summary>One text to be typed into the card, sent with its actions as <c>text</c>.</summary>
    public SheetInput? Input { get; init; }

    /// <summary>Lines of a list, each with its own buttons where it has some.</summary>
    public IReadOnlyList<SheetLine> Lines { get; init; } = [];
}

public sealed record SheetFact(string Title, string Value);

/// <param name="Verb">Of CONTRACTS: <c>meeting.confirm</c>, <c>rsvp.accept</c> …</param>
/// <param name="Data">What else goes with it.</param>
public sealed record SheetAction(string Title, string Verb, JsonObject? Data = null, bool Primary = false);

public sealed record SheetInput(string Placeholder);

public sealed record SheetLine(string Text, string? Detail);
