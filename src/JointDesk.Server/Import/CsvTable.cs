using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace JointDesk.Server.Import;

/// <summary>What is wrong in one place of the files to be imported.</summary>
/// <param name="Line">1 is the header; 0 where the whole file is meant.</param>
/// <param name="Column">Null where the whole row is meant.</param>
internal sealed record ImportProblem(string File, int Line, string? Column, string Reason)
{
    public override string ToString() =>
        File + (Line > 0 ? $", line {Line}" : "") + (Column is null ? "" : $", column {Column}") + ": " + Reason;
}

/// <summary>One row of a file, with where it stands.</summary>
internal sealed record CsvRow(string File, int Line, IReadOnlyDictionary<string, string> Fields)
{
    public string this[string column] => Fields[column];

    public ImportProblem Problem(string? column, string reason) => new(File, Line, column, reason);
}

/// <summary>A comma-separated file with a header that names these columns, in any order; UTF-8. The extra ones may be missing: their fields are empty then.</summary>
internal static class CsvTable
{
    public static IReadOnlyList<CsvRow> Read(
        string file, byte[] content, IReadOnlyList<string> columns, IReadOnlyList<string> extras, List<ImportProblem> problems)
    {
        string text;
        try
        {
            text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content.AsSpan().StartsWith("\uFEFF"u8) ? content[3..] : content);
        }
        catch (DecoderFallbackException)
        {
            problems.Add(new ImportProblem(file, 0, null, "the file is not UTF-8"));
            return [];
        }
        try
        {
            return Read(file, text, columns, extras, problems);
        }
        catch (CsvHelperException broken)
        {
            problems.Add(new ImportProblem(file, broken.Context?.Parser?.RawRow ?? 0, null, "the row is no CSV: a quote is in the wrong place"));
            return [];
        }
    }

    private static List<CsvRow> Read(
        string file, string text, IReadOnlyList<string> columns, IReadOnlyList<string> extras, List<ImportProblem> problems)
    {
        using var csv = new CsvParser(new StringReader(text), new CsvConfiguration(CultureInfo.InvariantCulture) { TrimOptions = TrimOptions.Trim });
        if (!csv.Read())
        {
            problems.Add(new ImportProblem(file, 1, null, "the header is missing"));
            return [];
        }
        var header = csv.Record ?? [];
        var found = problems.Count;
        problems.AddRange(columns.Except(header).Select(c => new ImportProblem(file, 1, c, "the column is missing")));
        problems.AddRange(header.Where(h => !columns.Contains(h) && !extras.Contains(h)).Select(h => new ImportProblem(file, 1, h, "there is no such column")));
        problems.AddRange(header.GroupBy(h => h).Where(g => g.Count() > 1).Select(g => new ImportProblem(file, 1, g.Key, "the column stands twice")));
        if (problems.Count > found)
            return [];

        var missing = extras.Except(header).ToList();
        var rows = new List<CsvRow>();
        while (true)
        {
            // A row begins on the line after the one before; a quoted field may hold line breaks.
            var line = csv.RawRow + 1;
            if (!csv.Read())
                return rows;
            var fields = csv.Record ?? [];
            if (fields.Length == header.Length)
                rows.Add(new CsvRow(file, line, header.Zip(fields).Concat(missing.Select(m => (m, ""))).ToDictionary(p => p.Item1, p => p.Item2, StringComparer.Ordinal)));
            else if (fields is not ([] or [""]))
                problems.Add(new ImportProblem(file, line, null, $"the row has {fields.Length} fields, the header {header.Length}"));
        }
    }
}
