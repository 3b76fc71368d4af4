using System.Text.Json;

namespace JointDesk.Talk.Understanding;

/// <summary>One stretch that was read.</summary>
/// <param name="Rule">What read it: a file of <c>dialogs/</c>, an entry of the lexicon, a rule of the grammar.</param>
/// <param name="Value">What it was taken for; null where nothing is known by that name.</param>
public sealed record ExplainedSpan(int Start, string Text, string Rule, string? Value);

/// <summary>Why a text was read as it was: each stretch with the rule that read it, and what spoke for the intent.</summary>
/// <param name="Rule">How the intent was decided.</param>
/// <param name="Phrase">The phrase of the dialogs that is most like the text, with its file; null where none is.</param>
/// <param name="Signs">The words and pairs of words that spoke most for the intent, with their weights.</param>
public sealed record Explanation(
    string Rule, string? Phrase, IReadOnlyList<ExplainedSpan> Spans, IReadOnlyList<(string Sign, double Weight)> Signs)
{
    public void Write(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.WriteStartObject();
        json.WriteString("rule", Rule);
        UnderstandLine.Optional(json, "phrase", Phrase);
        json.WriteStartArray("spans");
        foreach (var span in Spans)
        {
            json.WriteStartObject();
            json.WriteNumber("start", span.Start);
            json.WriteString("text", span.Text);
            json.WriteString("rule", span.Rule);
            UnderstandLine.Optional(json, "value", span.Value);
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
