namespace JointDesk.People;

/// <summary>How the roster is read: once, and again only after an import.</summary>
public static class RosterReading
{
    public static ValueTask<Roster> RosterAsync(this DeskReader read, CancellationToken cancel = default) =>
        read.SharedAsync("roster", RosterStamp.Kind.Name, RosterStamp.Id, async () => new Roster(
            await read.ListByPrefixAsync(Department.Kind, "all", "", cancel),
            await read.ListByPrefixAsync(Officer.Kind, "all", "", cancel)), cancel);
}

/// <summary>Written with every change of the directory, so that readers know that theirs is old.</summary>
public sealed record RosterStamp(string Import)
{
    public const string Id = "roster";
    public static readonly DocumentKind<RosterStamp> Kind = new("roster", _ => Id);
}
