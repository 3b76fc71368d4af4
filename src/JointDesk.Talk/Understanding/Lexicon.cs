using JointDesk.Cases;
using JointDesk.People;
using JointDesk.Recognizers;

namespace JointDesk.Talk.Understanding;

internal enum NameKind : byte { Department, Officer, Case }

/// <summary>One spelling and all it may mean.</summary>
internal sealed record NameEntry(NameKind Kind, NameSource Source, List<string> Ids)
{
    /// <summary>The departments among them by their place, where there are many.</summary>
    public IReadOnlyDictionary<string, string[]>? ByPlace { get; set; }
}

/// <summary>Names of departments, officers and cases as a text may spell them. Immutable; built once from the directory and shared between turns.</summary>
public sealed class Lexicon
{
    private readonly NameTrie trie = new();
    private readonly List<NameEntry> entries = [];
    private readonly Near near;
    private readonly Dictionary<string, string> departmentOf = new(StringComparer.Ordinal);
    private readonly Spellings departmentSpellings = new();
    private readonly Spellings caseSpellings = new();

    public Lexicon(Roster roster, IEnumerable<Case> cases)
    {
        ArgumentNullException.ThrowIfNull(roster);
        ArgumentNullException.ThrowIfNull(cases);
        foreach (var department in roster.Departments)
        {
            AddDepartment(department);
        }

        foreach (var officer in roster.Officers)
        {
            departmentOf[officer.Id] = officer.Department;
            Add(officer.Name, NameKind.Officer, NameSource.Directory, officer.Id);
            Add(officer.NameEn, NameKind.Officer, NameSource.Directory, officer.Id);
            Add(officer.NameEn.Replace(" ", "", StringComparison.Ordinal), NameKind.Officer, NameSource.Shortened, officer.Id);
            Add(officer.Id, NameKind.Officer, NameSource.Id, officer.Id);
        }

        Case[] all = [.. cases];
        foreach (var item in all)
        {
            AddCase(item);
        }

        near = new Near(roster, all);
        foreach (var entry in entries.Where(e => e.Kind == NameKind.Department && e.Ids.Count > Many))
        {
            entry.ByPlace = near.ByPlace(entry.Ids);
        }
    }

    private const int Many = 8;

    public static Lexicon Empty { get; } = new(Roster.Empty, []);

    public bool IsEmpty => entries.Count == 0;

    /// <summary>Chinese names of departments, and words of English ones, for what is misspelt.</summary>
    internal NearHan NearHan { get; } = new();

    internal NearWords NearWords { get; } = new();

    private void AddDepartment(Department department)
    {
        foreach (var (name, source, bare) in DepartmentNames.Of(department))
        {
            string folded = Add(name, NameKind.Department, source, department.Id);
            if (source is NameSource.Directory or NameSource.Alias)
            {
                departmentSpellings.Add(folded, department.Id);
            }

            if (bare)
            {
                NearHan.Add(folded);
            }

            if (bare && folded.Any(char.IsAsciiLetter))
            {
                foreach (string word in folded.Split(' ', '-'))
                {
                    NearWords.Add(word);
                }
            }
        }

        Add(department.Id, NameKind.Department, NameSource.Id, department.Id);
    }

    private void AddCase(Case item)
    {
        foreach (string name in CaseNames.Of(item))
        {
            caseSpellings.Add(Add(name, NameKind.Case, name == item.Number ? NameSource.Id : NameSource.Directory, item.Number), item.Number);
        }
    }

    private string Add(string name, NameKind kind, NameSource source, string id)
    {
        string folded = TextFold.Fold(name.Trim());
        if (folded.Length < 2)
        {
            return folded;
        }

        int entry = trie.Add(folded, entries.Count);
        if (entry == entries.Count)
        {
            entries.Add(new NameEntry(kind, source, [id]));
        }
        else if (entries[entry] is var known && known.Kind == kind && known.Ids[^1] != id)
        {
            // the names of one follow each other
            known.Ids.Add(id);
        }

        return folded;
    }

    /// <summary>The longest known name at an offset; 0 where none begins.</summary>
    internal int Find(ReadOnlySpan<char> folded, int start, out NameEntry? entry)
    {
        int length = trie.Longest(folded, start, out int index);
        entry = length > 0 ? entries[index] : null;
        return length;
    }

    /// <summary>Of those that are called alike the one nearest to the speaker; all of them where that does not decide, so that the bot asks.</summary>
    internal IReadOnlyList<string> Choose(NameEntry entry, string? own) => entry.Ids.Count < 2 || own is null ? entry.Ids : entry.Kind switch
    {
        NameKind.Department => near.Departments(entry.Ids, entry.ByPlace, own),
        NameKind.Case => near.Cases(entry.Ids, own),
        _ => entry.Ids,
    };

    /// <summary>The same, of one tier only; none where nobody of the tier is called so.</summary>
    internal IReadOnlyList<string> Choose(NameEntry entry, string? own, Tier tier)
    {
        string[] ids = [.. entry.Ids.Where(id => near.IsOf(id, tier))];
        return ids.Length < 2 || own is null ? ids : near.Departments(ids, null, own);
    }

    /// <summary>The departments of officers, in their order.</summary>
    internal IReadOnlyList<string> DepartmentsOf(IReadOnlyList<string> officers) => [.. officers.Select(o => departmentOf[o]).Distinct()];

    /// <summary>Ids of the departments spelt most alike, at most three, none that is wholly unlike; of equals those nearest to the speaker's.</summary>
    internal IReadOnlyList<string> Nearest(ReadOnlySpan<char> folded, string? own) => departmentSpellings.Nearest(folded, id => near.Distance(id, own));

    internal IReadOnlyList<string> NearestCases(ReadOnlySpan<char> folded) => caseSpellings.Nearest(folded.Trim('"'), _ => 0);
}
