using System.Text.Json;

namespace JointDesk.BotFramework;

/// <summary>Looks into JSON from outside that may have any shape, and answers null where it is not what was hoped for.</summary>
internal static class JsonPeek
{
    public static JsonElement? Member(this JsonElement? element, string name) =>
        element is { ValueKind: JsonValueKind.Object } found && found.TryGetProperty(name, out var member) ? member : null;

    public static string? Text(this JsonElement? element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.String } member ? member.GetString() : null;

    /// <summary>The value read as a record, or null when its shape is another.</summary>
    public static T? As<T>(this JsonElement? element) where T : class
    {
        if (element is not { ValueKind: JsonValueKind.Object } found)
            return null;
        try
        {
            return found.Deserialize(ActivityJson.Info<T>());
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
