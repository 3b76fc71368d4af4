using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using JointDesk.Cases;
using JointDesk.People;
using NodaTime.Text;

namespace JointDesk.Server.Import;

/// <summary>The three files of a desk as a folder holds them, or as the program carries them.</summary>
internal sealed record DirectoryFiles(byte[] Departments, byte[] Officers, byte[] Cases)
{
    public const string DepartmentsFile = "departments.csv";
    public const string OfficersFile = "officers.csv";
    public const string CasesFile = "cases.csv";

    public static readonly string[] DepartmentColumns =
        ["id", "name", "shortName", "nameEn", "shortNameEn", "tier", "superior", "deskOffice", "zone", "workStart", "workEnd", "email"];

    /// <summary>Columns that departments.csv may have: nicknames, separated by <c>;</c>.</summary>
    public static readonly string[] DepartmentExtras = ["aliases"];

    public static readonly string[] OfficerColumns = ["id", "name", "nameEn", "department", "roles", "locale", "email"];

    public static readonly string[] CaseColumns = ["number", "title", "titleEn", "lead", "participants", "countries", "handling"];

    internal static readonly LocalTimePattern Time = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <summary>The demo desk: a fictional province, city and county.</summary>
    public static DirectoryFiles Demo { get; } = new(Embedded(DepartmentsFile), Embedded(OfficersFile), Embedded(CasesFile));

    /// <returns>Null, with the problem noted, where a file is missing or cannot be read.</returns>
    public static DirectoryFiles? Read(string folder, List<ImportProblem> problems)
    {
        var read = new[] { DepartmentsFile, OfficersFile, CasesFile }.Select(file => ReadFile(folder, file, problems)).ToList();
        return read is [{ } departments, { } officers, { } cases] ? new DirectoryFiles(departments, officers, cases) : null;
    }

    public static DirectoryFiles Write(Roster roster, IEnumerable<Case> cases) => new(
        TableOf(roster),
        Table(OfficerColumns, roster.Officers.OrderBy(o => o.Id, StringComparer.Ordinal).Select(o => new[]
        {
            o.Id, o.Name, o.NameEn, o.Department, Joined(o.Roles.Select(r => r.ToString().ToLowerInvariant())), o.Locale, o.Email ?? "",
        })),
        Table(CaseColumns, cases.OrderBy(c => c.Number, StringComparer.Ordinal).Select(c => new[]
        {
            c.Number, c.Title, c.TitleEn, c.Lead, Joined(c.Participants), Joined(c.Countries), LabelOf(c.Handling),
        })));

    /// <summary>The extra column only where somebody has a nickname, so that a folder comes out as it went in.</summary>
    private static byte[] TableOf(Roster roster)
    {
        var extras = roster.Departments.Any(d => d.Aliases is { Count: > 0 }) ? DepartmentExtras : [];
        return Table([.. DepartmentColumns, .. extras], roster.Departments.OrderBy(d => d.Id, StringComparer.Ordinal).Select(d => new[]
        {
            d.Id, d.Name, d.ShortName, d.NameEn, d.ShortNameEn, d.Tier.ToString().ToLowerInvariant(), d.Superior ?? "",
            d.DeskOffice ? "true" : "false", d.Zone, Time.Format(d.WorkStart), Time.Format(d.WorkEnd), d.Email ?? "", Joined(d.Aliases ?? []),
        }[..(DepartmentColumns.Length + extras.Length)]));
    }

    public void WriteTo(string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllBytes(Path.Combine(folder, DepartmentsFile), Departments);
        File.WriteAllBytes(Path.Combine(folder, OfficersFile), Officers);
        File.WriteAllBytes(Path.Combine(folder, CasesFile), Cases);
    }

    /// <summary>As TLP 2.0 writes it.</summary>
    public static string LabelOf(Tlp label) => label switch
    {
        Tlp.Red => "RED",
        Tlp.AmberStrict => "AMBER+STRICT",
        Tlp.Amber => "AMBER",
        Tlp.Green => "GREEN",
        _ => "CLEAR",
    };

    private static string Joined(IEnumerable<string> values) => string.Join(';', values);

    private static byte[] Table(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = new CsvWriter(text, new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\n" }))
        {
            foreach (var row in rows.Prepend(columns))
            {
                foreach (var field in row)
                    csv.WriteField(field);
                csv.NextRecord();
            }
        }
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static byte[]? ReadFile(string folder, string file, List<ImportProblem> problems)
    {
        try
        {
            return File.ReadAllBytes(Path.Combine(folder, file));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or ArgumentException)
        {
            problems.Add(new ImportProblem(file, 0, null, Directory.Exists(folder) ? "the file is missing or cannot be read" : $"there is no folder {folder}"));
            return null;
        }
    }

    private static byte[] Embedded(string file)
    {
        using var stream = typeof(DirectoryFiles).Assembly.GetManifestResourceStream("demo/" + file)
            ?? throw new InvalidOperationException($"The program carries no {file}.");
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
