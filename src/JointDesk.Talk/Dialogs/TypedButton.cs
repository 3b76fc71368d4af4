using System.Text.Json.Nodes;

namespace JointDesk.Talk.Dialogs;

/// <summary>A button that was shown: to type its words is to press it.</summary>
/// <param name="Data">What a press of it would send, as JSON.</param>
public sealed record TypedButton(string Title, string Data)
{
    /// <summary>The buttons at the foot of a card.</summary>
    public static IReadOnlyList<TypedButton> Of(JsonObject? card) =>
        [.. (card?["actions"] as JsonArray ?? []).OfType<JsonObject>().Select(a => new TypedButton((string?)a["title"] ?? "", a["data"]?.ToJsonString() ?? "{}"))];

    /// <summary>What pressing it would send, where the text is its words: with or without its number, whatever the case.</summary>
    public JsonObject? PressedBy(string text) => Says(Title, text) ? (JsonObject)JsonNode.Parse(Data)! : null;

    /// <summary>Whether a text is the words of a button and nothing else.</summary>
    public static bool Says(string title, string text)
    {
        var typed = text.AsSpan().Trim().Trim("。.!！?？~，,〔〕[]");
        var words = title.AsSpan();
        return typed.Equals(words, StringComparison.OrdinalIgnoreCase)
            || (words.IndexOf(". ") is var dot and > 0 && typed.Equals(words[(dot + 2)..], StringComparison.OrdinalIgnoreCase));
    }
}
