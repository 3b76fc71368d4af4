using JointDesk.Cases;
using JointDesk.Meetings;

namespace JointDesk.Information;

/// <summary>A department gives its case information, or a new version of it, to exactly those whom the handling lets in.</summary>
public sealed record ContributeInformation(string Request, string Text, Handling Handling) : Command
{
    public override IEnumerable<string?> Texts => [Text];

    public override int LongestText => 20_000;

    public static ValueTask<OneRequest> Load(ContributeInformation command, Caller caller, DeskReader read, CancellationToken cancel) =>
        OneRequest.LoadAsync(command.Request, read, cancel);

    public static Outcome Decide(OneRequest loaded, ContributeInformation command, Caller caller, Moment moment)
    {
        if (loaded.Refuse(command.Request, caller, out var officer, out var request) is { } refusal)
            return refusal;
        if (string.IsNullOrWhiteSpace(command.Text))
            return new EmptyText();
        if (request.State == InformationState.Lapsed && loaded.Meeting is not { IsOpen: true } and not { State: MeetingState.Concluded })
            return new RequestClosed(request.Id, request.State);
        if (command.Handling is { Label: Tlp.Red, Officers.Count: 0 } or { Label: Tlp.AmberStrict, Departments.Count: 0 })
            return new HandlingNamesNobody();
        if (command.Handling.Departments.FirstOrDefault(d => loaded.Roster.Department(d) is null) is { } unknown)
            return new UnknownDepartment(unknown);

        var before = loaded.Contribution;
        var contribution = new Contribution(
            before?.Id ?? request.Id, request.Id, request.Meeting, request.CaseNumber, request.Department, officer.Id, (before?.Version ?? 0) + 1,
            command.Handling, [.. loaded.Case?.Departments ?? loaded.Meeting!.Departments], command.Text.Trim(), moment.Now, before?.Receipts ?? []);

        // Liaisons who may know are shown it in their personal chats; every other reader asks for it.
        var shown = loaded.Roster.Officers
            .Where(o => o.Id != officer.Id && (o.IsLiaison || contribution.Handling.Officers.Contains(o.Id) || o.Id == loaded.Meeting?.Convener))
            .Where(o => IsConcerned(loaded, contribution, o.Department) && contribution.For(Viewer.Of(o)) is not null)
            .Select(o => o.Id).ToList();
        var convener = loaded.Meeting!.Convener;
        return new Decision(new InformationContributed(
            request.Id, [request.Department, request.Lead], contribution.Id, contribution.Version, contribution.Handling.Label))
        {
            Changes =
            [
                Change.Put(Contribution.Documents, contribution),
                Change.Put(InformationRequest.Documents, request with { State = InformationState.Contributed, Contribution = contribution.Id, Reason = null }),
            ],
            Notices =
            [
                .. shown.Select(o => new ContributionNotice(contribution.Id, contribution.Version) { To = Recipient.Officer(o) }),
                .. shown.Contains(convener) ? [] : new Notice[] { new ContributionSentNotice(request.Id) { To = Recipient.Officer(convener) } },
            ],
        };
    }

    /// <summary>GREEN and CLEAR may be read by the whole desk, but only those of the case and the meeting are told of it.</summary>
    private static bool IsConcerned(OneRequest loaded, Contribution contribution, string department) =>
        contribution.Participants.Contains(department) || loaded.Meeting!.Departments.Contains(department)
        || contribution.Handling.Departments.Contains(department) || contribution.Handling.Label == Tlp.Red;
}
