using System.Text.Json;
using System.Text.Json.Serialization;

namespace JointDesk.BotFramework;

/// <summary>A list whose null items are dropped on reading: channels do send <c>[null]</c>, and nobody expects a null in a list.</summary>
internal sealed class ListWithoutHoles<T> : JsonConverter<IReadOnlyList<T>> where T : class
{
    public override IReadOnlyList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            throw new JsonException();
        var info = ActivityJson.Info<T>();
        var items = new List<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            if (JsonSerializer.Deserialize(ref reader, info) is { } item)
                items.Add(item);
        return items;
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<T> value, JsonSerializerOptions options)
    {
        var info = ActivityJson.Info<T>();
        writer.WriteStartArray();
        foreach (var item in value)
            JsonSerializer.Serialize(writer, item, info);
        writer.WriteEndArray();
    }
}
