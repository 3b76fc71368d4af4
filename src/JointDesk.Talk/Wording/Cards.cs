using System.Text.Json;
using System.Text.Json.Nodes;

namespace JointDesk.Talk.Wording;

/// <summary>
/// Binds a typed view to a layout of <c>dialogs/</c>. The layouts use three words of the Adaptive Card templating language:
/// <c>${name}</c>, <c>$data</c> (repeat for each of a list) and <c>$when</c> (leave out where it is empty).
/// </summary>
public static class Cards
{
    /// <summary>Of more than these in one row clients leave out the rest, five being the renderer's own limit.</summary>
    private const int MostActions = 5;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>The card and the text of the same meaning.</summary>
    public static Message Message(Texts texts, Words words, Sheet sheet) => new(TextOf(words, sheet), Render(texts, sheet));

    public static JsonObject Render(Texts texts, Sheet sheet)
    {
        var view = JsonSerializer.SerializeToNode(sheet, Options)!.AsObject();
        view["inputPlaceholder"] = sheet.Input?.Placeholder;
        var isLong = sheet.Actions.Count > MostActions;
        view["actions"] = new JsonArray([.. isLong ? [] : sheet.Actions.Select(Action)]);
        view["actionRows"] = new JsonArray([.. isLong
            ? sheet.Actions.Chunk(MostActions).Select(row => new JsonObject { ["actions"] = new JsonArray([.. row.Select(Action)]) })
            : []]);
        return (JsonObject)Bind(texts.File("shared/sheet.card.json"), view)!;
    }

    /// <summary>For clients without cards: everything that the card shows, the buttons as words that can be typed.</summary>
    public static string TextOf(Words words, Sheet sheet)
    {
        var parts = new List<string> { sheet.Heading };
        if (sheet.Subtitle is { } subtitle)
            parts.Add(subtitle);
        parts.AddRange(sheet.Facts.Select(f => f.Title + words.Colon + f.Value));
        var text = string.Join(words.IsChinese ? "｜" : " | ", parts);
        foreach (var line in sheet.Lines)
            text += "\n\n" + line.Text + (line.Detail is { } detail ? (words.IsChinese ? "｜" : " | ") + detail : "");
        foreach (var note in sheet.Notes)
            text += "\n\n" + note;
        if (sheet.Actions.Count > 0)
            text += "\n\n" + string.Concat(sheet.Actions.Select(a => words.IsChinese ? $"〔{a.Title}〕" : $"[{a.Title}] ")).TrimEnd();
        return text;
    }

    private static JsonObject Action(SheetAction action)
    {
        var data = action.Data is { } more ? (JsonObject)more.DeepClone() : [];
        data["verb"] = action.Verb;
        return new JsonObject { ["title"] = action.Title, ["data"] = data, ["style"] = action.Primary ? "positive" : "default" };
    }

    private static JsonNode? Bind(JsonNode? template, JsonObject view) => template switch
    {
        JsonObject thing => BindObject(thing, view),
        JsonArray list => BindArray(list, view),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => BindText(value.GetValue<string>(), view),
        _ => template?.DeepClone(),
    };

    private static JsonObject BindObject(JsonObject template, JsonObject view)
    {
        var bound = new JsonObject();
        foreach (var (name, value) in template)
        {
            if (name is not ("$data" or "$when"))
                bound[name] = Bind(value, view);
        }

        return bound;
    }

    private static JsonArray BindArray(JsonArray template, JsonObject view)
    {
        var bound = new JsonArray();
        foreach (var element in template)
        {
            if (element is not JsonObject thing)
            {
                bound.Add(Bind(element, view));
                continue;
            }

            if (thing["$when"] is { } when && IsEmpty(BindText(when.GetValue<string>(), view)))
                continue;
            if (thing["$data"] is not { } each)
            {
                bound.Add(BindObject(thing, view));
                continue;
            }

            foreach (var item in (BindText(each.GetValue<string>(), view) as JsonArray) ?? [])
                bound.Add(BindObject(thing, item as JsonObject ?? new JsonObject { ["item"] = item?.DeepClone() }));
        }

        return bound;
    }

    /// <summary>A text that is one placeholder becomes the value itself, whatever it is; a value is never bound again.</summary>
    private static JsonNode? BindText(string text, JsonObject view) =>
        text.StartsWith("${", StringComparison.Ordinal) && text.EndsWith('}') ? view[text[2..^1]]?.DeepClone() : text;

    private static bool IsEmpty(JsonNode? value) => value switch
    {
        null => true,
        JsonArray list => list.Count == 0,
        JsonValue v when v.GetValueKind() == JsonValueKind.String => v.GetValue<string>().Length == 0,
        JsonValue v => v.GetValueKind() is JsonValueKind.False or JsonValueKind.Null,
        _ => false,
    };
}
