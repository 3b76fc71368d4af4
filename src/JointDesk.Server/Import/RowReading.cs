using JointDesk.Cases;
using JointDesk.Invitations;
using NodaTime;

namespace JointDesk.Server.Import;

/// <summary>Reads the fields of one row and notes what is wrong with each; a value that is wrong comes back as something harmless.</summary>
internal sealed class RowReading(CsvRow row, List<ImportProblem> problems)
{
    private const int LongestText = 200;
    private const int LongestId = 60;

    public CsvRow Row => row;

    /// <summary>Letters, digits and <c>. _ -</c>: an id stands in addresses and keys.</summary>
    public string Id(string column)
    {
        var id = row[column];
        if (id.Length == 0)
            Note(column, "is empty");
        else if (id.Length > LongestId || !char.IsAsciiLetterOrDigit(id[0]) || !id.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-'))
            Note(column, $"'{Short(id)}' is no id: 1 to {LongestId} letters, digits, dots, hyphens, beginning with a letter or digit");
        return id;
    }

    /// <summary>Case numbers may be Chinese and hold brackets.</summary>
    public string Number(string column)
    {
        var number = row[column];
        if (number.Length == 0)
            Note(column, "is empty");
        else if (!number.All(c => char.IsLetterOrDigit(c) || ".-_()（）〔〕[]【】".Contains(c, StringComparison.Ordinal))
            || Channels.Conversation.IdOf(Recipient.Case(number)).Length > Channels.Conversation.LongestId)
            Note(column, $"'{Short(number)}' is no case number: letters, digits, hyphens and brackets, not too many");
        return number;
    }

    public string Text(string column)
    {
        if (row[column].Length == 0)
            Note(column, "is empty");
        return Words(column, row[column]);
    }

    /// <summary>Several texts, separated by a semicolon.</summary>
    public IReadOnlyList<string> Texts(string column) => [.. List(column).Select(text => Words(column, text))];

    private string Words(string column, string text)
    {
        if (text.Length > LongestText)
            Note(column, $"is longer than {LongestText} characters");
        else if (text.Any(char.IsControl))
            Note(column, "holds a line break or another control character");
        else if (SecretMarks.In(text))
            Note(column, "bears the mark of a state secret, which this desk does not keep");
        return text;
    }

    public string? Optional(string column) => row[column] is { Length: > 0 } text ? text : null;

    public string? Email(string column)
    {
        var email = Optional(column);
        if (email is not null && !CalendarAddress.IsMailbox(email))
            Note(column, $"'{Short(email)}' is no mail address");
        return email;
    }

    public bool Flag(string column)
    {
        if (row[column] is not ("true" or "false"))
            Note(column, $"'{Short(row[column])}' is neither true nor false");
        return row[column] == "true";
    }

    public string Zone(string column)
    {
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(row[column]) is not null)
            return row[column];
        Note(column, $"'{Short(row[column])}' is no IANA time zone, such as Asia/Shanghai");
        return "UTC";
    }

    public LocalTime? Time(string column)
    {
        if (DirectoryFiles.Time.Parse(row[column]) is { Success: true } parsed)
            return parsed.Value;
        Note(column, $"'{Short(row[column])}' is no time, such as 08:30");
        return null;
    }

    public string Locale(string column)
    {
        var parts = row[column].Split('-');
        if (!parts.All(p => p.Length is >= 2 and <= 8 && p.All(char.IsAsciiLetterOrDigit)) || parts[0].Length > 3 || !parts[0].All(char.IsAsciiLetter))
            Note(column, $"'{Short(row[column])}' is no language tag, such as zh-CN or en");
        return row[column];
    }

    public IReadOnlyList<string> List(string column)
    {
        var values = row[column].Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (var twice in values.GroupBy(v => v).Where(g => g.Count() > 1))
            Note(column, $"'{Short(twice.Key)}' stands twice");
        return [.. values.Distinct()];
    }

    public T OneOf<T>(string column, string value, IReadOnlyDictionary<string, T> choices) where T : struct
    {
        if (choices.TryGetValue(value, out var choice))
            return choice;
        Note(column, $"'{Short(value)}' is none of {string.Join(", ", choices.Keys)}");
        return default;
    }

    public void Note(string? column, string reason) => problems.Add(row.Problem(column, reason));

    private static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
