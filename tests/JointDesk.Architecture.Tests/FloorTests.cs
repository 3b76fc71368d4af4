using System.Text.RegularExpressions;

namespace JointDesk.Architecture.Tests;

/// <summary>A room of src/JointDesk names only rooms of lower floors, never its neighbours: those meet through facts.</summary>
public sealed partial class FloorTests
{
    private static readonly Dictionary<string, int> Floors = new(StringComparer.Ordinal)
    {
        ["Scheduling"] = 0,
        ["Auditing"] = 0,
        ["People"] = 0,
        ["Cases"] = 1,
        ["Reference"] = 1,
        ["Meetings"] = 2,
        ["Information"] = 3,
        ["Assignments"] = 3,
        ["Invitations"] = 3,
    };

    /// <summary>The words of the machine lie below all rooms and hold up the lowest floor only.</summary>
    private const int Root = 1;

    [Fact]
    public void Every_room_has_a_floor() =>
        Assert.Empty(Directory.EnumerateDirectories(Path.Combine(Repository.Root, "src", "JointDesk"))
            .Select(d => Path.GetFileName(d)!).Except(["bin", "obj", .. Floors.Keys]));

    [Fact]
    public void Rooms_name_only_lower_floors()
    {
        using var names = new NamesWithin(typeof(Desk).Assembly.Location);
        var pairs = names.Pairs().ToHashSet();

        Assert.Contains(pairs, p => p.From.Name == "ConveneMeeting" && p.To.Name == "Roster");
        Assert.Empty(pairs.Where(p => !MayName(p.From.Space, p.To.Space)).Select(p => $"{p.From.Space}.{p.From.Name} → {p.To.Space}.{p.To.Name}").Order());
    }

    /// <summary>Constants leave no trace in the compiled code, but their file has to import them.</summary>
    [Fact]
    public void Rooms_import_only_lower_floors()
    {
        var imports =
            from file in Repository.Files("src/JointDesk", "*.cs")
            let code = Repository.Read(file)
            let own = NamespaceOf().Match(code).Groups["name"].Value
            from Match import in ImportOf().Matches(code)
            where !MayName(own, import.Groups["name"].Value)
            select $"{file}: {import.Value.Trim()}";
        Assert.Empty(imports);
    }

    private static bool MayName(string from, string to)
    {
        var (source, target) = (RoomOf(from), RoomOf(to));
        return target is null || source == target || Floors[target] < (source is null ? Root : Floors[source]);
    }

    /// <summary>Null for the root and for what the compiler makes.</summary>
    private static string? RoomOf(string space) =>
        space.StartsWith("JointDesk.", StringComparison.Ordinal) ? space.Split('.')[1] : null;

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline)]
    private static partial Regex NamespaceOf();

    [GeneratedRegex(@"^using (static |\w+ = )?(?<name>JointDesk\.[\w.]+);", RegexOptions.Multiline)]
    private static partial Regex ImportOf();
}
