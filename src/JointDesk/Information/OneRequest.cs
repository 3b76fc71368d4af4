using JointDesk.Cases;
using JointDesk.Meetings;
using JointDesk.People;

namespace JointDesk.Information;

/// <summary>What a use case of one request starts from.</summary>
public sealed record OneRequest(Roster Roster, InformationRequest? Request, Meeting? Meeting, Case? Case, Contribution? Contribution)
{
    internal static async ValueTask<OneRequest> LoadAsync(string id, DeskReader read, CancellationToken cancel)
    {
        var roster = await read.RosterAsync(cancel);
        if (await read.FindAsync(InformationRequest.Documents, id, cancel) is not { } request)
            return new OneRequest(roster, null, null, null, null);
        return new OneRequest(
            roster, request,
            await read.FindAsync(Meetings.Meeting.Documents, request.Meeting, cancel),
            request.CaseNumber is { } number ? await read.FindAsync(Cases.Case.Kind, number, cancel) : null,
            request.Contribution is { } given ? await read.ContributionAsync(given, cancel) : null);
    }

    internal Refusal? Refuse(string id, Caller caller, out Officer officer, out InformationRequest request)
    {
        officer = Roster.Officer(caller.Id)!;
        request = Request!;
        return officer is null ? new UnknownOfficer(caller.Id)
            : request is null || request.Department != officer.Department ? new UnknownRequest(id)
            : !Authority.MaySpeakFor(officer, request.Department) ? new MayNotSpeakFor(request.Department)
            : null;
    }
}
