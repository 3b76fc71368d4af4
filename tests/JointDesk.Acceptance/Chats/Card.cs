using System.Text;
using System.Text.Json.Nodes;

namespace JointDesk.Acceptance.Chats;

/// <summary>A button, with what it and the inputs around it would send.</summary>
/// <param name="Inputs">The id of each input that a press sends along, by id and by label.</param>
internal sealed record Button(string Title, JsonObject Data, IReadOnlyDictionary<string, string> Inputs)
{
    public string? Verb => (string?)Data["verb"];
}

/// <summary>An Adaptive Card, read as a person reads it: the words from top to bottom, and the buttons.</summary>
internal sealed class Card
{
    // What is shown as words, in the order in which an element shows it.
    private static readonly string[] Words = ["title", "label", "text", "value", "placeholder"];

    private readonly StringBuilder text = new();
    private readonly List<(string Title, JsonObject Data)> actions = [];
    private readonly Dictionary<string, string> inputs = new(StringComparer.Ordinal);
    private readonly JsonObject defaults = [];

    public Card(JsonObject content)
    {
        Visit(content);
        Buttons = [.. actions.Select(a => new Button(a.Title, WithDefaults(a.Data), inputs))];
    }

    public string Text => text.ToString();

    public IReadOnlyList<Button> Buttons { get; }

    private JsonObject WithDefaults(JsonObject data)
    {
        var merged = defaults.DeepClone().AsObject();
        foreach (var (key, value) in data)
            merged[key] = value?.DeepClone();
        return merged;
    }

    private void Visit(JsonNode? node)
    {
        switch (node)
        {
            case JsonArray items:
                foreach (var item in items)
                    Visit(item);
                break;
            case JsonObject element when element["type"] is JsonValue type && type.ToString().StartsWith("Action.", StringComparison.Ordinal):
                VisitAction(element, type.ToString());
                break;
            case JsonObject element:
                if (element["type"] is JsonValue kind && kind.ToString().StartsWith("Input.", StringComparison.Ordinal))
                    NoteInput(element);
                foreach (var word in Words)
                    if (element[word] is JsonValue shown)
                        text.Append(shown).Append('\n');
                foreach (var (_, child) in element)
                    Visit(child);
                break;
        }
    }

    private void VisitAction(JsonObject action, string type)
    {
        if (type == "Action.ShowCard")
            Visit(action["card"]);
        else if (type is "Action.Submit" or "Action.Execute")
            actions.Add(((string?)action["title"] ?? "", action["data"] as JsonObject ?? []));
    }

    private void NoteInput(JsonObject input)
    {
        var id = (string)input["id"]!;
        inputs[id] = id;
        if ((string?)input["label"] is { } label)
            inputs[label] = id;
        if (input["value"] is { } value)
            defaults[id] = value.DeepClone();
    }
}
