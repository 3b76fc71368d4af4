namespace JointDesk.Cases;

/// <summary>TLP 2.0 (FIRST, 2022) as the desk uses it: Red = the officers named; AmberStrict = the departments named; Amber = the
/// participants of the case; Green = all departments of the desk; Clear = no limit.</summary>
public enum Tlp { Red, AmberStrict, Amber, Green, Clear }

/// <summary>Who may know (知悉范围): a TLP 2.0 label plus those named.</summary>
public sealed record Handling(Tlp Label, IReadOnlyList<string> Departments, IReadOnlyList<string> Officers)
{
    /// <summary>What holds where nothing is said: the participants of the case.</summary>
    public static Handling Default { get; } = new(Tlp.Amber, [], []);
}
