using System.Text.Json;
using System.Text.Json.Nodes;
using JointDesk.Talk.Wording;

namespace JointDesk.Talk.Dialogs;

/// <summary>A dialog's <c>dialog.json</c>: which intents open it and which fields it takes, in the order in which they are asked.</summary>
public sealed record DialogDefinition(string Name, IReadOnlyList<string> Intents, IReadOnlyList<DialogField> Fields)
{
    public static DialogDefinition Read(Texts texts, string name)
    {
        var file = texts.File($"{name}/dialog.json");
        return new DialogDefinition(
            name,
            file["intents"].Deserialize<List<string>>()!,
            [.. file["fields"]!.AsArray().Select(f => Field(f!.AsObject()))]);
    }

    /// <summary>The first required field that a draft lacks, or null.</summary>
    public DialogField? Missing(Draft draft) => Fields.FirstOrDefault(f => f.Required && !Dialogs.Fields.IsFilled(draft, f.Name));

    public bool Takes(string field) => Fields.Any(f => f.Name == field);

    private static DialogField Field(JsonObject json) =>
        new((string)json["name"]!, (string)json["need"]! == "required", (string?)json["ask"]);
}

/// <param name="Required">Asked for where it is missing; else it is guessed or left open.</param>
/// <param name="Ask">The key of the question.</param>
public sealed record DialogField(string Name, bool Required, string? Ask);
