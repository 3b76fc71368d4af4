using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;

namespace JointDesk.BotFramework;

/// <summary>
/// Activities as JSON: camelCase and case-sensitive, nothing written that is null, Chinese left readable. One shared set of options,
/// because making a resolver on every turn is what makes the official SDK for .NET slow.
/// </summary>
public static class ActivityJson
{
    private static readonly ActivityJsonContext Context = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
    });

    public static JsonSerializerOptions Options => Context.Options;

    /// <summary>The activity in these bytes; throws <see cref="JsonException"/> for anything that is not one, and for broken UTF-16 in it.</summary>
    public static Activity Read(ReadOnlySpan<byte> utf8)
    {
        RefuseBrokenText(utf8);
        var activity = JsonSerializer.Deserialize(utf8, Context.Activity);
        return activity is { Type.Length: > 0 } ? activity : throw new JsonException("An activity has a type.");
    }

    public static byte[] Write(Activity activity) => JsonSerializer.SerializeToUtf8Bytes(activity, Context.Activity);

    internal static JsonTypeInfo<T> Info<T>() => (JsonTypeInfo<T>)Context.Options.GetTypeInfo(typeof(T));

    /// <summary>
    /// Bytes that are no UTF-8, and half a surrogate pair written as an escape, pass the parser inside a <see cref="JsonElement"/> and
    /// throw only when someone looks at them, long after the door. The second pass happens only where a backslash-u is in the text.
    /// </summary>
    internal static void RefuseBrokenText(ReadOnlySpan<byte> utf8)
    {
        if (!Utf8.IsValid(utf8))
            throw new JsonException("The text is no UTF-8.");
        if (utf8.IndexOf(@"\u"u8) < 0)
            return;
        var reader = new Utf8JsonReader(utf8);
        try
        {
            while (reader.Read())
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped)
                    reader.GetString();
        }
        catch (InvalidOperationException broken)
        {
            throw new JsonException("A text holds half a surrogate pair.", broken);
        }
    }
}

/// <summary>The generated metadata of everything that goes over the wire.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(List<Activity>))]
[JsonSerializable(typeof(Mention))]
[JsonSerializable(typeof(ConversationParameters))]
[JsonSerializable(typeof(ConversationResource))]
[JsonSerializable(typeof(PagedMembers))]
[JsonSerializable(typeof(ErrorResponse))]
[JsonSerializable(typeof(ExpectedReplies))]
[JsonSerializable(typeof(InvokeResponse))]
[JsonSerializable(typeof(CardActionBody))]
[JsonSerializable(typeof(ActivitySet))]
[JsonSerializable(typeof(Opened))]
[JsonSerializable(typeof(Session))]
[JsonSerializable(typeof(TeamsChannelData))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(string))]
internal sealed partial class ActivityJsonContext : JsonSerializerContext;
