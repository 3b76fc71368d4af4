using System.Text;
using System.Text.RegularExpressions;

namespace JointDesk.Calendaring.Tests;

internal sealed record StrictProperty(string Name, IReadOnlyDictionary<string, string> Parameters, string Value);

internal sealed record StrictComponent(string Name)
{
    public List<StrictProperty> Properties { get; } = [];

    public List<StrictComponent> Children { get; } = [];

    public IEnumerable<StrictProperty> All(string name) => Properties.Where(p => p.Name == name);

    /// <summary>The value of a property that may be there once.</summary>
    public StrictProperty? One(string name) => All(name).SingleOrDefault();
}

/// <summary>Reads an .ics file as RFC 5545 §3 writes it, and forgives nothing. No library that was measured finds long lines, LF endings, a
/// character parted by a fold, bare separators or doubled attendees, so this one does.</summary>
internal static partial class StrictReader
{
    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);

    [GeneratedRegex("""^(?<name>[A-Z0-9-]+)(;(?<parameter>[A-Z0-9-]+)=(?<content>"[^"\p{Cc}]*"|[^";:,\p{Cc}]+))*:(?<value>.*)$""", RegexOptions.Singleline)]
    private static partial Regex ContentLine();

    /// <exception cref="FormatException">The bytes are no iCalendar stream of one calendar; the message says where.</exception>
    public static StrictComponent Read(byte[] file)
    {
        var open = new Stack<StrictComponent>();
        StrictComponent? calendar = null;
        foreach (var line in Unfold(file))
        {
            var property = Property(line);
            if (property.Name == "BEGIN")
            {
                Require(calendar is null, "something follows the calendar");
                var component = new StrictComponent(property.Value);
                if (open.TryPeek(out var parent))
                    parent.Children.Add(component);
                open.Push(component);
            }
            else if (property.Name == "END")
            {
                Require(open.TryPop(out var ended) && ended.Name == property.Value, $"END:{property.Value} ends nothing");
                calendar = open.Count == 0 ? ended : null;
            }
            else
            {
                Require(open.Count > 0, "a property outside of the calendar");
                open.Peek().Properties.Add(property);
            }
        }
        Require(calendar is { Name: "VCALENDAR" }, "no whole VCALENDAR");
        return calendar!;
    }

    /// <summary>A TEXT value (§3.3.11) as it was meant.</summary>
    public static string Text(string value)
    {
        var text = new StringBuilder();
        for (var i = 0; i < value.Length; i++)
        {
            Require(value[i] is not (',' or ';'), "a bare separator in " + value);
            if (value[i] == '\\')
            {
                Require(++i < value.Length && value[i] is '\\' or ',' or ';' or 'n' or 'N', "a bare backslash in " + value);
                text.Append(value[i] is 'n' or 'N' ? '\n' : value[i]);
            }
            else
            {
                text.Append(value[i]);
            }
        }
        return text.ToString();
    }

    public static void Require(bool holds, string otherwise)
    {
        if (!holds)
            throw new FormatException(otherwise);
    }

    private static List<string> Unfold(byte[] file)
    {
        var lines = new List<string>();
        var rest = file.AsSpan();
        while (!rest.IsEmpty)
        {
            var end = rest.IndexOf("\r\n"u8);
            Require(end > 0, "an empty line, or no CRLF at the end");
            Require(end <= 75, $"a line of {end} octets");
            var line = Decode(rest[..end]);
            Require(!line.Any(char.IsControl), "a control character in " + line);
            if (line[0] == ' ')
                lines[^1] += line[1..];
            else
                lines.Add(line);
            rest = rest[(end + 2)..];
        }
        return lines;
    }

    /// <summary>Each line for itself, so that a fold within a character shows.</summary>
    private static string Decode(ReadOnlySpan<byte> line)
    {
        try
        {
            return Utf8.GetString(line);
        }
        catch (DecoderFallbackException)
        {
            throw new FormatException("a line that is not whole UTF-8");
        }
    }

    private static StrictProperty Property(string line)
    {
        var match = ContentLine().Match(line);
        Require(match.Success, "no content line: " + line);
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, content) in match.Groups["parameter"].Captures.Zip(match.Groups["content"].Captures))
            Require(parameters.TryAdd(name.Value, content.Value.Trim('"')), "a parameter twice: " + line);
        return new(match.Groups["name"].Value, parameters, match.Groups["value"].Value);
    }
}
