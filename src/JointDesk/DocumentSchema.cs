using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace JointDesk;

/// <summary>
/// The schemas of documents, numbered in one count for all kinds, forward only: one number tells whether a store was written by a newer
/// desk. A document bears the number of its kind's last upgrade, none where there was none.
/// </summary>
public static class DocumentSchema
{
    /// <summary>Rises by one with each change for which older documents need a <see cref="DocumentUpgrade"/>; an older desk then refuses the store.</summary>
    public const int Current = First;

    internal const int First = 1;
    private const string Name = "_schema";

    internal static byte[] Stamp(byte[] json, int number)
    {
        var stamped = new ArrayBufferWriter<byte>(json.Length + 20);
        stamped.Write(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{{\"{Name}\":{number}{(json.Length > 2 ? "," : "")}")));
        stamped.Write(json.AsSpan(1));
        return stamped.WrittenSpan.ToArray();
    }

    /// <summary>The document as of the last upgrade. Throws <see cref="JsonException"/> where it is newer than that.</summary>
    internal static ReadOnlyMemory<byte> Upgrade(ReadOnlyMemory<byte> json, IReadOnlyList<DocumentUpgrade> upgrades)
    {
        var (number, last) = (NumberOf(json.Span), upgrades is [.., var newest] ? newest.To : First);
        if (number == last)
            return json;
        if (number > last)
            throw new JsonException($"The document has schema {number}; {last} is known here.");
        var document = JsonNode.Parse(json.Span)!.AsObject();
        foreach (var upgrade in upgrades.Where(upgrade => upgrade.To > number))
            upgrade.Change(document);
        return JsonSerializer.SerializeToUtf8Bytes(document);
    }

    private static int NumberOf(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        return reader.Read() && reader.Read() && reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals(Name) && reader.Read()
            ? reader.GetInt32()
            : First;
    }
}

/// <summary>Turns a document of an older schema into one of schema <paramref name="To"/>.</summary>
public sealed record DocumentUpgrade(int To, Action<JsonObject> Change);
