using JointDesk.Cases;
using JointDesk.People;

namespace JointDesk.Talk.Understanding;

/// <summary>Who stands near whom: an officer who says 刑侦 means that of the own city, or of the nearest place above it that has one.</summary>
internal sealed class Near(Roster roster, IEnumerable<Case> cases)
{
    private readonly Dictionary<string, (string Place, Tier Tier, string? Superior)> departments =
        roster.Departments.ToDictionary(d => d.Id, d => (DepartmentNames.Place(d.Name), d.Tier, d.Superior), StringComparer.Ordinal);

    private readonly Dictionary<string, HashSet<string>> members = cases.ToDictionary(c => c.Number, c => c.Departments.ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>Deeper chains of superiors than this are a mistake of the directory.</summary>
    private const int MostTiers = 6;

    public IReadOnlyList<string> Departments(IReadOnlyList<string> ids, IReadOnlyDictionary<string, string[]>? byPlace, string own)
    {
        string? at = own;
        for (int tier = 0; tier < MostTiers && at is not null && departments.TryGetValue(at, out var here); tier++)
        {
            string[] near = byPlace is null ? [.. ids.Where(id => departments[id].Place == here.Place)] : byPlace.GetValueOrDefault(here.Place, []);
            if (near.Length > 0)
            {
                string[] same = [.. near.Where(id => departments[id].Tier == here.Tier)];
                return same.Length == 1 ? same : near;
            }

            at = here.Superior;
        }

        return ids;
    }

    public IReadOnlyDictionary<string, string[]> ByPlace(IEnumerable<string> ids) =>
        ids.GroupBy(id => departments[id].Place, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);

    public bool IsOf(string id, Tier tier) => departments[id].Tier == tier;

    /// <summary>The cases that the own department takes part in.</summary>
    public IReadOnlyList<string> Cases(IReadOnlyList<string> numbers, string own)
    {
        string[] mine = [.. numbers.Where(n => members[n].Contains(own))];
        return mine.Length > 0 ? mine : numbers;
    }

    /// <summary>0 of the own place, 1 of the own tier, 2 the others.</summary>
    public int Distance(string id, string? own) =>
        own is null || !departments.TryGetValue(own, out var here) || departments[id].Place == here.Place ? 0 : departments[id].Tier == here.Tier ? 1 : 2;
}
