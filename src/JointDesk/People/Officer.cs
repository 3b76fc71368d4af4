namespace JointDesk.People;

/// <summary>A person of one department (民警).</summary>
/// <param name="Locale">BCP 47 tag of the language in which the desk writes first.</param>
public sealed record Officer(
    string Id, string Name, string NameEn, string Department, IReadOnlyList<Role> Roles, string Locale, string? Email)
{
    public static readonly DocumentKind<Officer> Kind = new("officer", o => o.Id, o => [new("all", o.Id), new("department", o.Department)]);

    /// <summary>Speaks for the own department (联络员).</summary>
    public bool IsLiaison => Roles.Contains(Role.Liaison);

    /// <summary>Is told what is overdue.</summary>
    public bool IsHead => Roles.Contains(Role.Head);
}

public enum Role { Liaison, Head }
