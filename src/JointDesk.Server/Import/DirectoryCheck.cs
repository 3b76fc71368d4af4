using JointDesk.Cases;
using JointDesk.People;
using Files = JointDesk.Server.Import.DirectoryFiles;

namespace JointDesk.Server.Import;

/// <summary>Reads the three files and finds all that is wrong with them, each row by itself and all of them together with what the desk has.</summary>
internal static class DirectoryCheck
{
    private static readonly Dictionary<string, Tier> Tiers = Enum.GetValues<Tier>().ToDictionary(t => t.ToString().ToLowerInvariant());
    private static readonly Dictionary<string, Role> Roles = Enum.GetValues<Role>().ToDictionary(r => r.ToString().ToLowerInvariant());
    private static readonly Dictionary<string, Tlp> Labels = Enum.GetValues<Tlp>().ToDictionary(Files.LabelOf);

    public static (DirectoryRows Rows, IReadOnlyList<ImportProblem> Problems) Run(Files files, Roster known)
    {
        var problems = new List<ImportProblem>();
        var departments = Read(Files.DepartmentsFile, files.Departments, Files.DepartmentColumns, Files.DepartmentExtras, DepartmentOf, problems);
        var officers = Read(Files.OfficersFile, files.Officers, Files.OfficerColumns, [], OfficerOf, problems);
        var cases = Read(Files.CasesFile, files.Cases, Files.CaseColumns, [], CaseOf, problems);
        NoteTwice(departments, d => d.Id, "id", problems);
        NoteTwice(officers, o => o.Id, "id", problems);
        NoteTwice(cases, c => c.Number, "number", problems);

        var all = known.Departments.ToDictionary(d => d.Id, StringComparer.Ordinal);
        foreach (var (_, department) in departments)
            all[department.Id] = department;
        CheckDepartments(departments, all, problems);
        foreach (var (row, officer) in officers.Where(o => o.Item.Id == Caller.Desk.Id))
            problems.Add(row.Problem("id", $"'{officer.Id}' is the desk's own name"));
        foreach (var (row, officer) in officers.Where(o => !all.ContainsKey(o.Item.Department)))
            problems.Add(row.Problem("department", $"there is no department '{officer.Department}'"));
        CheckCases(cases, all, problems);

        return (new DirectoryRows([.. departments.Select(d => d.Item)], [.. officers.Select(o => o.Item)], [.. cases.Select(c => c.Item)]),
            [.. problems.OrderBy(p => Array.IndexOf([Files.DepartmentsFile, Files.OfficersFile, Files.CasesFile], p.File)).ThenBy(p => p.Line)]);
    }

    private static Department DepartmentOf(RowReading row)
    {
        var (start, end) = (row.Time("workStart"), row.Time("workEnd"));
        if (start >= end)
            row.Note("workEnd", "work ends before it begins");
        return new Department(
            row.Id("id"), row.Text("name"), row.Text("shortName"), row.Text("nameEn"), row.Text("shortNameEn"),
            row.OneOf("tier", row.Row["tier"], Tiers), row.Optional("superior"), row.Flag("deskOffice"), row.Zone("zone"),
            start ?? default, end ?? default, row.Email("email"), row.Texts("aliases"));
    }

    private static Officer OfficerOf(RowReading row) => new(
        row.Id("id"), row.Text("name"), row.Text("nameEn"), row.Id("department"),
        [.. row.List("roles").Select(role => row.OneOf("roles", role, Roles))], row.Locale("locale"), row.Email("email"));

    private static Case CaseOf(RowReading row)
    {
        var countries = row.List("countries");
        foreach (var country in countries.Where(c => c.Length != 2 || !c.All(char.IsAsciiLetterUpper)))
            row.Note("countries", $"'{country}' is no ISO 3166-1 code of two capitals");
        return new Case(
            row.Number("number"), row.Text("title"), row.Text("titleEn"), row.Id("lead"), row.List("participants"), countries,
            row.OneOf("handling", row.Row["handling"], Labels));
    }

    private static void CheckDepartments(
        IReadOnlyList<(CsvRow Row, Department Item)> rows, Dictionary<string, Department> all, List<ImportProblem> problems)
    {
        foreach (var (row, department) in rows)
        {
            if (department.Superior is { } superior && !all.ContainsKey(superior))
                problems.Add(row.Problem("superior", $"there is no department '{superior}'"));
            else if (IsAboveItself(department, all))
                problems.Add(row.Problem("superior", $"'{department.Superior}' stands below '{department.Id}' itself"));
        }
        var offices = all.Values.Where(d => d.DeskOffice).Select(d => d.Id).Order(StringComparer.Ordinal).ToList();
        if (offices.Count > 1)
            foreach (var (row, _) in rows.Where(r => r.Item.DeskOffice).TakeLast(offices.Count - 1))
                problems.Add(row.Problem("deskOffice", $"only one department runs the desk, not {string.Join(" and ", offices)}"));
    }

    private static void CheckCases(IEnumerable<(CsvRow Row, Case Item)> rows, Dictionary<string, Department> all, List<ImportProblem> problems)
    {
        foreach (var (row, @case) in rows)
        {
            if (!all.ContainsKey(@case.Lead))
                problems.Add(row.Problem("lead", $"there is no department '{@case.Lead}'"));
            problems.AddRange(@case.Participants.Where(p => !all.ContainsKey(p)).Select(p => row.Problem("participants", $"there is no department '{p}'")));
            if (@case.Participants.Contains(@case.Lead))
                problems.Add(row.Problem("participants", $"'{@case.Lead}' leads the case already"));
        }
    }

    private static bool IsAboveItself(Department department, Dictionary<string, Department> all)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var at = department; at?.Superior is { } superior && seen.Add(at.Id); at = all.GetValueOrDefault(superior))
        {
            if (superior == department.Id)
                return true;
        }
        return false;
    }

    private static List<(CsvRow Row, T Item)> Read<T>(
        string file, byte[] content, IReadOnlyList<string> columns, IReadOnlyList<string> extras, Func<RowReading, T> read, List<ImportProblem> problems) =>
        [.. CsvTable.Read(file, content, columns, extras, problems).Select(row => (row, read(new RowReading(row, problems))))];

    private static void NoteTwice<T>(IEnumerable<(CsvRow Row, T Item)> rows, Func<T, string> idOf, string column, List<ImportProblem> problems)
    {
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (row, item) in rows.Where(r => idOf(r.Item).Length > 0))
        {
            if (!lines.TryAdd(idOf(item), row.Line))
                problems.Add(row.Problem(column, $"'{idOf(item)}' stands in line {lines[idOf(item)]} already"));
        }
    }
}
