namespace JointDesk.People;

/// <summary>All departments and officers of the desk at one moment; immutable, shared between turns.</summary>
public sealed class Roster
{
    private readonly Dictionary<string, Department> departments;
    private readonly Dictionary<string, Officer> officers;

    public Roster(IEnumerable<Department> departments, IEnumerable<Officer> officers)
    {
        this.departments = departments.ToDictionary(d => d.Id, StringComparer.Ordinal);
        this.officers = officers.ToDictionary(o => o.Id, StringComparer.Ordinal);
    }

    public static Roster Empty { get; } = new([], []);

    public IEnumerable<Department> Departments => departments.Values;
    public IEnumerable<Officer> Officers => officers.Values;

    /// <summary>The department that runs the desk; null in an empty directory.</summary>
    public Department? DeskOffice => departments.Values.FirstOrDefault(d => d.DeskOffice);

    public Department? Department(string id) => departments.GetValueOrDefault(id);
    public Officer? Officer(string id) => officers.GetValueOrDefault(id);

    public IEnumerable<Officer> OfficersOf(string department) => officers.Values.Where(o => o.Department == department);
    public IEnumerable<Officer> LiaisonsOf(string department) => OfficersOf(department).Where(o => o.IsLiaison);
    public IEnumerable<Officer> HeadsOf(string department) => OfficersOf(department).Where(o => o.IsHead);
}
