using JointDesk.People;

namespace JointDesk.Cases;

/// <summary>Something that was let through for one viewer. Cards, mails and feeds accept nothing else; only <see cref="NeedToKnow"/> makes it.</summary>
public sealed class Visible<T>
{
    internal Visible(T value) => Value = value;

    public T Value { get; }
}

/// <summary>Who would see it: one officer in a personal chat or by the API, or all departments that have members in a channel.</summary>
public sealed record Viewer
{
    private Viewer(string? officer, IReadOnlyList<string> departments) => (OfficerId, Departments) = (officer, departments);

    /// <summary>Null for a channel.</summary>
    public string? OfficerId { get; }

    public IReadOnlyList<string> Departments { get; }

    public static Viewer Of(Officer officer) => new(officer.Id, [officer.Department]);

    public static Viewer Channel(IEnumerable<string> departments) => new(null, [.. departments]);
}

/// <summary>The one rule for who may know. It decides for a whole audience: what one member may not know, a channel does not see.</summary>
public static class NeedToKnow
{
    /// <param name="originator">The department it comes from: always among those who may know.</param>
    /// <param name="participants">The departments of the case.</param>
    public static bool Allows(Handling handling, string originator, IEnumerable<string> participants, Viewer viewer) =>
        viewer.Departments.Count > 0 && handling.Label switch
        {
            // RED names persons, so no channel ever qualifies; the originator's own officers wrote it and may reread it.
            Tlp.Red => viewer.OfficerId is { } officer && (handling.Officers.Contains(officer) || viewer.Departments.All(d => d == originator)),
            // A channel of several departments is read back by whoever joins it later: what names departments goes to officers.
            Tlp.AmberStrict => viewer is not { OfficerId: null, Departments.Count: > 1 } && viewer.Departments.All(d => d == originator || handling.Departments.Contains(d)),
            Tlp.Amber => viewer.Departments.All(d => d == originator || handling.Departments.Contains(d) || participants.Contains(d)),
            Tlp.Green or Tlp.Clear => true,
            _ => false,
        };

    public static Visible<T>? Show<T>(T item, Handling handling, string originator, IEnumerable<string> participants, Viewer viewer) =>
        Allows(handling, originator, participants, viewer) ? new Visible<T>(item) : null;

    /// <summary>What a case is called is for its departments and for those who were invited to one of its meetings.</summary>
    public static Visible<T>? ShowAmong<T>(T item, IEnumerable<string> departments, Viewer viewer) =>
        viewer.Departments.Count > 0 && viewer.Departments.All(departments.Contains) ? new Visible<T>(item) : null;
}
