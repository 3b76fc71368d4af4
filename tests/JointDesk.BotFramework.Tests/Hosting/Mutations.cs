using System.Text;
using System.Text.Json.Nodes;

namespace JointDesk.BotFramework.Tests;

/// <summary>Activities that went wrong on the way: members moved, dropped, doubled, replaced by odd values; bytes flipped and cut.</summary>
internal sealed class Mutations(int seed)
{
    private static readonly string[] Odd =
    [
        "null", "true", "0", "-1", "1e400", "18446744073709551616", "\"\"", "\" \"", "[]", "{}", "[null]", "[[]]", "{\"\":null}", "[{\"id\":[]}]", "\"\\u0000\"", "\"\\ud83d\"",
        "\"<at>\"", "\"<at>JointDesk</at>\"", "\"@JointDesk\"", "\"2026-02-30T25:61:00Z\"", "\"0001-01-01T00:00:00+14:00\"", "\"9999-12-31T23:59:59.9999999-14:00\"",
        "\"invoke\"", "\"expectReplies\"", "\"message\"", "\"adaptiveCard/action\"", "\"../../etc\"", "{\"type\":\"Action.Execute\"}", "{\"action\":{\"type\":\"Action.Execute\",\"data\":5}}",
        "[{\"type\":\"mention\"},{\"type\":\"mention\",\"mentioned\":5,\"text\":[]},{\"type\":\"mention\",\"mentioned\":{\"id\":\"28:app-id\"},\"text\":\"\"}]", "\"\u202E\u00A0\u200B\"",
    ];

    private static readonly string[] Samples = [.. BotFramework.Tests.Samples.Everything];
    private readonly Random _chance = new(seed);

    public byte[] Next()
    {
        var json = Samples[_chance.Next(Samples.Length)];
        if (_chance.Next(4) > 0)
            json = Structure(json);
        var bytes = Encoding.UTF8.GetBytes(json);
        return _chance.Next(5) == 0 ? Bytes(bytes) : bytes;
    }

    private string Structure(string json)
    {
        var root = JsonNode.Parse(json)!.AsObject();
        for (var changes = _chance.Next(1, 4); changes > 0; changes--)
        {
            var target = root;
            while (_chance.Next(2) == 0 && Objects(target).ToList() is { Count: > 0 } inner)
                target = inner[_chance.Next(inner.Count)];
            var names = target.Select(member => member.Key).ToList();
            if (names.Count == 0)
                continue;
            var name = names[_chance.Next(names.Count)];
            switch (_chance.Next(5))
            {
                case 0:
                    target.Remove(name);
                    break;
                case 1:
                    target[names[_chance.Next(names.Count)]] = target[name]?.DeepClone();
                    break;
                case 2:
                    target[name + "X"] = target[name]?.DeepClone();
                    break;
                default:
                    // Odd values need not be JSON that a parser takes, so they are put in as text at the end.
                    target[name] = $"@@{_chance.Next(Odd.Length)}@@";
                    break;
            }
        }
        var text = root.ToJsonString();
        for (var i = 0; i < Odd.Length; i++)
            text = text.Replace($"\"@@{i}@@\"", Odd[i], StringComparison.Ordinal);
        return _chance.Next(200) == 0 ? string.Concat(Enumerable.Repeat("{\"type\":", 200)) + text + new string('}', 200) : text;
    }

    private byte[] Bytes(byte[] bytes)
    {
        var copy = bytes.ToList();
        for (var changes = _chance.Next(1, 6); changes > 0 && copy.Count > 1; changes--)
            switch (_chance.Next(4))
            {
                case 0:
                    copy[_chance.Next(copy.Count)] = (byte)_chance.Next(256);
                    break;
                case 1:
                    copy.RemoveAt(_chance.Next(copy.Count));
                    break;
                case 2:
                    copy.Insert(_chance.Next(copy.Count), "\"{}[]\\,:\u0000"u8[_chance.Next(9)]);
                    break;
                default:
                    if (_chance.Next(5) == 0)
                        copy.RemoveRange(_chance.Next(copy.Count), 1);
                    else
                        copy = copy[..Math.Max(1, copy.Count - _chance.Next(30))];
                    break;
            }
        return [.. copy];
    }

    private static IEnumerable<JsonObject> Objects(JsonObject parent) => parent.SelectMany(member => member.Value switch
    {
        JsonObject one => [one],
        JsonArray many => many.OfType<JsonObject>(),
        _ => Enumerable.Empty<JsonObject>(),
    });
}
