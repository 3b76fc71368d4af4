using System.Text.Json.Serialization;

namespace JointDesk.Server.Api;

// What integrators hold on to: names and meaning stay, members may be added. Times are RFC 3339 with the offset of their zone.

/// <param name="Next">The cursor of the next page; null on the last.</param>
internal sealed record ApiList<T>(IReadOnlyList<T> Items, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Next);

/// <param name="Feed">The officer's own calendar, to subscribe to.</param>
internal sealed record ApiMe(string Officer, string Name, string NameEn, string Department, IReadOnlyList<string> Roles, string Locale, string Feed);

internal sealed record ApiDepartment(
    string Id, string Name, string ShortName, string NameEn, string ShortNameEn, string Tier, string? Superior, bool DeskOffice, string Zone,
    string WorkStart, string WorkEnd, IReadOnlyList<string> Liaisons);

internal sealed record ApiCase(
    string Number, string Title, string TitleEn, string Lead, IReadOnlyList<string> Participants, IReadOnlyList<string> Countries, string Handling);

internal sealed record ApiMeeting(
    string Id, string Uid, string Number, string? Title, string Kind, string State, string? Case, string Lead, string Convener, string Start,
    string End, string Zone, string? Recurrence, string? Location, int Sequence, IReadOnlyList<ApiParticipant> Participants,
    IReadOnlyList<ApiAgendaItem> Agenda, int Quorum, IReadOnlyList<ApiResolution> Resolutions);

internal sealed record ApiParticipant(string Department, bool Required, string Response, string? RespondedBy, string? RespondedAt, string? Reason);

internal sealed record ApiAgendaItem(string Text, string ProposedBy);

internal sealed record ApiResolution(int Number, string Text, string RecordedBy, string At);

/// <param name="Contribution">Its id, where the caller may see it.</param>
internal sealed record ApiInformationRequest(
    string Id, string Meeting, string? Case, string Department, string Due, string State, string? Contribution);

internal sealed record ApiContribution(
    string Id, string Request, string? Case, string Department, int Version, ApiHandling Handling, string Text, string At,
    IReadOnlyList<ApiReceipt> Receipts);

internal sealed record ApiHandling(string Label, IReadOnlyList<string> Departments, IReadOnlyList<string> Officers);

internal sealed record ApiReceipt(string Officer, string At, int Version);

/// <param name="Title">Null for a superior that sees the state of what its subordinates do and no more; so for the history's notes.</param>
internal sealed record ApiAssignment(
    string Id, string Number, string? Title, string Meeting, string? Case, string Assigner, string Lead, IReadOnlyList<string> Assisting,
    string Due, string State, int Escalation, IReadOnlyList<ApiHistoryEntry> History);

internal sealed record ApiHistoryEntry(string At, string By, string Action, string? Note);

internal sealed record ApiAuditEntry(long Sequence, string At, string Actor, string Action, string Subject, IReadOnlyList<string> Departments, string Hash);
