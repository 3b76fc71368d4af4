using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace JointDesk.Talk.Wording;

/// <summary>All words and card layouts of <c>dialogs/</c>, read once. A key is the folder's name, a dot and the key in its texts.</summary>
public sealed class Texts
{
    /// <summary>Of two texts under one key one would never be said.</summary>
    private static readonly JsonSerializerOptions Strict = new() { AllowDuplicateProperties = false };

    private readonly Dictionary<(string Language, string Key), string> texts = [];
    private readonly Dictionary<string, string> files = new(StringComparer.Ordinal);

    private Texts()
    {
    }

    public static Texts Embedded { get; } = ReadEmbedded();

    public IEnumerable<(string Language, string Key)> Keys => texts.Keys;

    public bool Has(string language, string key) => texts.ContainsKey((language, key));

    /// <summary>The words of a key with their placeholders filled. Throws <see cref="KeyNotFoundException"/>: a missing word is a bug.</summary>
    public string Say(string language, string key, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        if (!texts.TryGetValue((language, key), out var text))
            throw new KeyNotFoundException($"No words for {key} in {language}.");
        if (!text.Contains('{', StringComparison.Ordinal))
            return text;

        // One pass over the template, so that a value that looks like a placeholder is never filled in its turn.
        var said = new StringBuilder();
        for (var at = 0; at < text.Length;)
        {
            var open = text.IndexOf('{', at);
            var close = open < 0 ? -1 : text.IndexOf('}', open);
            if (close < 0)
            {
                said.Append(text, at, text.Length - at);
                break;
            }

            said.Append(text, at, open - at);
            said.Append(ValueOf(text.AsSpan(open + 1, close - open - 1), values));

            at = close + 1;
        }

        return said.ToString();
    }

    /// <summary>The words in both languages, where nobody can tell which one is read.</summary>
    public string InBoth(string key) => $"{Say("zh", key)} / {Say("en", key)}";

    /// <summary>What <c>name</c> holds; for <c>name|one|many</c> the word that goes with that number.</summary>
    private static string? ValueOf(ReadOnlySpan<char> placeholder, ReadOnlySpan<(string Name, object? Value)> values)
    {
        var bar = placeholder.IndexOf('|');
        var name = bar < 0 ? placeholder : placeholder[..bar];
        foreach (var (known, value) in values)
        {
            if (!name.SequenceEqual(known))
                continue;
            if (bar < 0)
                return value?.ToString();
            var words = placeholder[(bar + 1)..];
            var second = words.IndexOf('|');
            return (Convert.ToInt64(value, CultureInfo.InvariantCulture) == 1 ? words[..second] : words[(second + 1)..]).ToString();
        }

        return null;
    }

    /// <summary>The parsed JSON of a file below <c>dialogs/</c>.</summary>
    public JsonObject File(string path) => (JsonObject)JsonNode.Parse(files[path])!;

    public bool HasFile(string path) => files.ContainsKey(path);

    private static Texts ReadEmbedded()
    {
        var all = new Texts();
        var assembly = typeof(Texts).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith("dialogs/", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            var path = name.Replace('\\', '/')["dialogs/".Length..];
            var content = reader.ReadToEnd();
            all.files[path] = content;
            if (path.Split('/') is [var folder, "texts.zh.json" or "texts.en.json"])
            {
                var language = path[^7..^5];
                foreach (var (key, text) in JsonSerializer.Deserialize<Dictionary<string, string>>(content, Strict)!)
                    all.texts[(language, $"{folder}.{key}")] = text;
            }
        }

        return all;
    }
}
