namespace JointDesk.People;

/// <summary>The chat in which an officer wanted to be reached takes nothing any more: the desk office is told, so that somebody calls.</summary>
/// <param name="Code">The channel's word for why, such as <c>BotNotInConversationRoster</c>.</param>
public sealed record ReportUnreachable(string Officer, string Code) : Command
{
    public static ValueTask<Roster> Load(ReportUnreachable command, Caller caller, DeskReader read, CancellationToken cancel) => read.RosterAsync(cancel);

    public static Outcome Decide(Roster roster, ReportUnreachable command, Caller caller, Moment moment)
    {
        if (!caller.IsDesk || roster.Officer(command.Officer) is not { } officer)
            return new UnknownOfficer(command.Officer);
        return new Decision(new OfficerUnreachable(officer.Id, officer.Department, command.Code))
        {
            Notices = roster.DeskOffice is not { } office
                ? []
                : [.. roster.LiaisonsOf(office.Id).Select(o => new UnreachableNotice(officer.Id) { To = Recipient.Officer(o.Id) })],
        };
    }
}

public sealed record OfficerUnreachable(string Officer, string Department, string Code) : Fact
{
    public override string Subject => Officer;
    public override IReadOnlyList<string> Departments => [Department];
}

/// <summary>To the desk office's liaisons.</summary>
public sealed record UnreachableNotice(string Officer) : Notice;

/// <summary>What this room handles.</summary>
public static class PeopleRoutes
{
    public static DeskRoutes AddPeople(this DeskRoutes routes) => routes
        .On<ReportUnreachable, Roster>(ReportUnreachable.Load, ReportUnreachable.Decide);
}
