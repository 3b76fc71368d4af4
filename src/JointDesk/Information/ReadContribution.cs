using JointDesk.Cases;
using JointDesk.People;

namespace JointDesk.Information;

/// <summary>Shows a contribution to an officer who may know it, and leaves a receipt. Every way to its text leads through here.</summary>
public sealed record ReadContribution(string Contribution, string Officer) : Command
{
    public sealed record Loaded(Roster Roster, Contribution? Contribution);

    public static async ValueTask<Loaded> Load(ReadContribution command, Caller caller, DeskReader read, CancellationToken cancel) =>
        new(await read.RosterAsync(cancel), await read.ContributionAsync(command.Contribution, cancel));

    public static Outcome Decide(Loaded loaded, ReadContribution command, Caller caller, Moment moment)
    {
        if (loaded.Roster.Officer(command.Officer) is not { } officer)
            return new UnknownOfficer(command.Officer);
        if (loaded.Contribution is not { } contribution || contribution.For(Viewer.Of(officer)) is null)
            return new MayNotKnow(command.Contribution);
        if (officer.Department == contribution.Department || contribution.Receipts.Any(r => r.Officer == officer.Id && r.Version == contribution.Version))
            return Decision.Nothing;

        return new Decision(new ContributionShown(contribution.Id, [contribution.Department, officer.Department], officer.Id, contribution.Version))
        {
            Changes =
            [
                Change.Put(Information.Contribution.Documents, contribution with
                {
                    Receipts = [.. contribution.Receipts, new ReadReceipt(officer.Id, contribution.Version, moment.Now)],
                }),
            ],
        };
    }
}

/// <summary>The one who asks is not among those who may know; it looks as if there were nothing.</summary>
public sealed record MayNotKnow(string Contribution) : Refusal
{
    public override bool IsAccess => true;
}
