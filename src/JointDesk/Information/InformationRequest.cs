using JointDesk.Cases;
using JointDesk.Scheduling;
using NodaTime;

namespace JointDesk.Information;

/// <summary>What is asked of a department before a meeting (案情征集).</summary>
/// <param name="Id">The meeting's id and the department's, so that a department is asked once a meeting.</param>
/// <param name="Lead">Who asks.</param>
/// <param name="Reason">Why it was declined.</param>
public sealed record InformationRequest(
    string Id, string Meeting, string? CaseNumber, string Department, string Lead, Deadline Due, InformationState State, string? Contribution, string? Reason)
{
    public static readonly DocumentKind<InformationRequest> Documents = new("informationRequest", r => r.Id,
        r => [new("department", r.Department), new("meeting", r.Meeting), new("lead", r.Lead)]);

    public static string IdOf(string meeting, string department) => $"{meeting}.{department}";

    /// <summary>Asked or declined: it may still be contributed to.</summary>
    public bool IsOpen => State is InformationState.Asked or InformationState.Declined;
}

public enum InformationState { Asked, Contributed, Declined, Lapsed }

/// <summary>What a department gives (案情通报). Its originator alone changes its handling.</summary>
/// <param name="Participants">The departments of the case, or of the meeting where there is no case: those to whom AMBER is open.</param>
/// <param name="Version">1 first; a later version takes the place of the earlier one.</param>
public sealed record Contribution(
    string Id, string Request, string Meeting, string? CaseNumber, string Department, string Author, int Version, Handling Handling,
    IReadOnlyList<string> Participants, string Text, Instant At, IReadOnlyList<ReadReceipt> Receipts)
{
    public static readonly DocumentKind<Contribution> Documents = new("contribution", c => c.Id,
        c => [new("all", c.At), new("department", c.Department), new("meeting", c.Meeting), .. c.CaseNumber is { } n ? [new IndexEntry("case", n)] : Array.Empty<IndexEntry>()]);

    /// <summary>The contribution itself for one who may know it, else null.</summary>
    public Visible<Contribution>? For(Viewer viewer) => NeedToKnow.Show(this, Handling, Department, Participants, viewer);
}

/// <summary>Reads contributions as they are today: AMBER is open to those who take part in the case now, not to those who did when it was given.</summary>
public static class ContributionReading
{
    public static async ValueTask<Contribution?> ContributionAsync(this DeskReader read, string id, CancellationToken cancel = default) =>
        await read.FindAsync(Contribution.Documents, id, cancel) is { } contribution ? await TodayAsync(contribution, read, cancel) : null;

    public static async ValueTask<IReadOnlyList<Contribution>> ContributionsAsync(
        this DeskReader read, string index, IndexValue from, IndexValue to, CancellationToken cancel = default)
    {
        var found = new List<Contribution>();
        foreach (var contribution in await read.ListAsync(Contribution.Documents, index, from, to, cancel))
            found.Add(await TodayAsync(contribution, read, cancel));
        return found;
    }

    private static async ValueTask<Contribution> TodayAsync(Contribution contribution, DeskReader read, CancellationToken cancel) =>
        contribution.CaseNumber is { } number && await read.FindAsync(Case.Kind, number, cancel) is { } @case
            ? contribution with { Participants = [.. @case.Departments] }
            : contribution;
}

/// <summary>Who was shown which version, and when first (签收).</summary>
public sealed record ReadReceipt(string Officer, int Version, Instant At);
