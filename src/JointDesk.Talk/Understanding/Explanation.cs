using System.Text.Json;

namespace JointDesk.Talk.Understanding;

/// <summary>Why a text was read as it was: what was found where, and which signs spoke for the intent.</summary>
public sealed record Explanation(string Rule, IReadOnlyList<(string Text, string Kind)> Found, IReadOnlyList<(string Sign, double Weight)> Signs)
{
    public void Write(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.WriteStartObject();
        json.WriteString("rule", Rule);
        json.WriteStartArray("spans");
        foreach (var (text, kind) in Found)
        {
            json.WriteStartObject();
            json.WriteString("text", text);
            json.WriteString("rule", kind);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("signs");
        foreach (var (sign, weight) in Signs)
        {
            json.WriteNumber(sign, Math.Round(weight, 2));
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }
}
