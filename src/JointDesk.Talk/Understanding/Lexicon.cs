using JointDesk.Cases;
using JointDesk.People;
using JointDesk.Recognizers;

namespace JointDesk.Talk.Understanding;

internal enum NameKind : byte { Department, Officer, Case }

/// <summary>One spelling and all it may mean.</summary>
internal sealed record NameEntry(NameKind Kind, List<string> Ids);

/// <summary>Names of departments, officers and cases as a text may spell them. Immutable; built once from the directory and shared between turns.</summary>
public sealed class Lexicon
{
    private readonly NameTrie trie = new();
    private readonly List<NameEntry> entries = [];
    private readonly Dictionary<string, string> places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Tier> tiers = new(StringComparer.Ordinal);
    private readonly Spellings departmentSpellings = new();
    private readonly Spellings caseSpellings = new();

    public Lexicon(Roster roster, IEnumerable<Case> cases)
    {
        ArgumentNullException.ThrowIfNull(roster);
        ArgumentNullException.ThrowIfNull(cases);
        foreach (var department in roster.Departments)
        {
            places[department.Id] = DepartmentNames.Place(department.Name);
            tiers[department.Id] = department.Tier;
            foreach (string name in (string[])[department.ShortName, department.ShortNameEn, department.Name, department.NameEn])
            {
                departmentSpellings.Add(TextFold.Fold(name), department.Id);
            }

            foreach (string name in DepartmentNames.Of(department))
            {
                Add(name, NameKind.Department, department.Id);
            }
        }

        foreach (var department in roster.Departments)
        {
            Add(department.Id, NameKind.Department, department.Id);
        }

        foreach (var officer in roster.Officers)
        {
            Add(officer.Name, NameKind.Officer, officer.Id);
            Add(officer.NameEn, NameKind.Officer, officer.Id);
            Add(officer.Id, NameKind.Officer, officer.Id);
        }

        foreach (var item in cases)
        {
            foreach (string name in CaseNames.Of(item))
            {
                caseSpellings.Add(TextFold.Fold(name), item.Number);
                Add(name, NameKind.Case, item.Number);
            }
        }
    }

    public static Lexicon Empty { get; } = new(Roster.Empty, []);

    public bool IsEmpty => entries.Count == 0;

    private void Add(string name, NameKind kind, string id)
    {
        string folded = TextFold.Fold(name.Trim());
        if (folded.Length < 2)
        {
            return;
        }

        int entry = trie.Add(folded, entries.Count);
        if (entry == entries.Count)
        {
            entries.Add(new NameEntry(kind, [id]));
        }
        else if (entries[entry].Kind == kind && !entries[entry].Ids.Contains(id))
        {
            entries[entry].Ids.Add(id);
        }
    }

    /// <summary>The longest known name at an offset; 0 where none begins.</summary>
    internal int Find(ReadOnlySpan<char> folded, int start, out NameEntry? entry)
    {
        int length = trie.Longest(folded, start, out int index);
        entry = length > 0 ? entries[index] : null;
        return length;
    }

    /// <summary>Among departments that are called alike, the one of the speaker's own place; else all, so that the bot asks.</summary>
    internal IReadOnlyList<string> Choose(IReadOnlyList<string> ids, string? own)
    {
        if (ids.Count < 2 || own is null || !places.TryGetValue(own, out string? place))
        {
            return ids;
        }

        string[] near = [.. ids.Where(id => places[id] == place)];
        if (near.Length == 1)
        {
            return near;
        }

        string[] tier = [.. (near.Length > 1 ? near : ids).Where(id => tiers[id] == tiers[own])];
        return near.Length > 1 && tier.Length == 1 ? tier : near.Length > 1 ? near : ids;
    }

    /// <summary>Ids of the departments spelt most alike, at most three, none that is wholly unlike; of equals those nearest to the speaker's.</summary>
    internal IReadOnlyList<string> Nearest(ReadOnlySpan<char> folded, string? own) => departmentSpellings.Nearest(folded, id => Distance(id, own));

    internal IReadOnlyList<string> NearestCases(ReadOnlySpan<char> folded) => caseSpellings.Nearest(folded.Trim('"'), _ => 0);

    private int Distance(string id, string? own) =>
        own is null || !places.TryGetValue(own, out string? place) || places[id] == place ? 0 : tiers[id] == tiers[own] ? 1 : 2;
}
