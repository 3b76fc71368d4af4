namespace JointDesk.People;

/// <summary>Who may do what by office (DESIGN §3).</summary>
public static class Authority
{
    /// <summary>Convene, move, cancel, assign, sign off: the lead department's liaison or head, and the desk office's.</summary>
    public static bool MayLead(Officer officer, string lead, Roster roster) =>
        MaySpeak(officer) && (officer.Department == lead || roster.DeskOffice?.Id == officer.Department);

    /// <summary>Answer, contribute, accept and report for the own department.</summary>
    public static bool MaySpeakFor(Officer officer, string department) => MaySpeak(officer) && officer.Department == department;

    private static bool MaySpeak(Officer officer) => officer.IsLiaison || officer.IsHead;
}
