namespace JointDesk.Cases;

/// <summary>What departments meet about (案件).</summary>
/// <param name="Lead">The one leading department (牵头单位).</param>
/// <param name="Participants">The others that take part (成员单位), without the lead.</param>
/// <param name="Countries">ISO 3166-1 alpha-2 codes.</param>
/// <param name="Handling">The label that information of the case bears where none is said.</param>
public sealed record Case(
    string Number, string Title, string TitleEn, string Lead, IReadOnlyList<string> Participants, IReadOnlyList<string> Countries, Tlp Handling)
{
    public static readonly DocumentKind<Case> Kind = new("case", c => c.Number,
        c => [new("all", c.Number), .. c.Departments.Select(d => new IndexEntry("department", d))]);

    /// <summary>Lead and participants: those to whom AMBER is open.</summary>
    public IEnumerable<string> Departments => Participants.Prepend(Lead);
}
