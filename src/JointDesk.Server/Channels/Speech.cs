using System.Text.Json;
using System.Text.Json.Nodes;
using JointDesk.BotFramework;
using JointDesk.Cases;

namespace JointDesk.Server.Channels;

/// <summary>What of an incoming activity counts: a text, or what a card sent.</summary>
internal sealed record Speech(string? Text, JsonObject? Form)
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 32 };

    /// <summary>Null for what says nothing: empty, or a value that is no object of distinct names.</summary>
    public static Speech? Of(Activity activity)
    {
        var text = activity.GetPlainText(Outgoing.DeskName);
        if (text.Length > 0)
            return new Speech(text, null);
        return activity.Value switch
        {
            { ValueKind: JsonValueKind.Object } value => FormOf(value) is { } form ? new Speech(null, form) : null,
            { ValueKind: JsonValueKind.String } value when value.GetString() is { Length: > 0 } said => new Speech(said, null),
            _ => null,
        };
    }

    /// <summary>In a channel the desk listens to those who speak to it, and to what they press on its cards.</summary>
    public static bool IsForDesk(Activity activity) =>
        string.IsNullOrWhiteSpace(activity.Text) ? activity.Value is not null : ToDesk(activity).MentionsRecipient(Outgoing.DeskName);

    /// <summary>Whether anything in it bears the mark of a state secret: the text as typed, or any text in what a card sent.</summary>
    public bool IsSecret => (Text is { } text && SecretMarks.In(text)) || (Form is { } form && Texts(form).Any(SecretMarks.In));

    /// <summary>The activity as it would look had it been sent to the desk's own account, so that a mention of it is found.</summary>
    public static Activity ToDesk(Activity activity) => activity with { Recipient = activity.Recipient ?? Outgoing.DeskAccount };

    private static JsonObject? FormOf(JsonElement value)
    {
        try
        {
            return JsonNode.Parse(value.GetRawText(), documentOptions: Strict) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonObject form => form.SelectMany(member => Texts(member.Value).Prepend(member.Key)),
        JsonArray items => items.SelectMany(Texts),
        JsonValue value when value.TryGetValue(out string? text) => [text],
        _ => [],
    };
}
