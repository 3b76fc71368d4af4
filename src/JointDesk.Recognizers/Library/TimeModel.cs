using Microsoft.Recognizers.Text;

namespace JointDesk.Recognizers.Library;

/// <summary>Our grammar as a model of Microsoft.Recognizers.Text, for those who know that library: <c>datetimeV2.*</c> results with TIMEX and values.</summary>
/// <param name="second">Asked where our grammar finds nothing in a text that smells of a time; null where it stays silent.</param>
public sealed class TimeModel(TimeContext context, SecondReader? second = null) : IModel
{
    public string ModelTypeName => "datetimeV2";

    public string Culture { get; private set; } = "";

    public string RequestedCulture { get; private set; } = "";

    /// <summary>Kept for the library's sake; our grammar reads both languages at once.</summary>
    public void SetCultureInfo(string culture, string requestedCulture) => (Culture, RequestedCulture) = (culture, requestedCulture);

    public List<ModelResult> Parse(string query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var expressions = TimeRecognizer.Expressions(query, context);
        if (expressions.Count == 0 && second is not null && SecondReader.Worth(TextFold.Fold(query)))
        {
            return [.. second.Results(query, context)];
        }

        return [.. expressions.Select(e => new ModelResult
        {
            Text = query.Substring(e.Span.Start, e.Span.Length),
            Start = e.Span.Start,
            End = e.Span.Start + e.Span.Length - 1,
            TypeName = "datetimeV2." + e.Type,
            Resolution = new SortedDictionary<string, object> { ["values"] = e.Values.Select(v => Value(e.Type, v)).ToList() },
        })];
    }

    private static Dictionary<string, string> Value(string type, TimeValue value)
    {
        var fields = new Dictionary<string, string> { ["timex"] = value.Timex, ["type"] = type };
        foreach (var (key, field) in (ReadOnlySpan<(string, string?)>)[("value", value.Value), ("start", value.Start), ("end", value.End)])
        {
            if (field is not null)
            {
                fields[key] = field;
            }
        }

        return fields;
    }
}
