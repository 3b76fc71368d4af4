using JointDesk.Assignments;
using JointDesk.Cases;
using JointDesk.People;

namespace JointDesk.Server.Api;

/// <summary>Tasks: whole for those who take part; their state for the superiors of whoever owns them.</summary>
internal static class AssignmentReads
{
    public static async Task<IResult> ListAsync(ApiCaller caller, HttpRequest request, CancellationToken cancel)
    {
        var below = Below(caller.Officer.Department, caller.Roster);
        var all = new List<Assignment>();
        if (caller.IsDeskOffice)
            all.AddRange(await caller.Read.ListByPrefixAsync(Assignment.Documents, "number", "", cancel));
        else
            foreach (var department in below.Append(caller.Officer.Department))
                all.AddRange(await caller.Read.ListAsync(Assignment.Documents, "department", department, cancel));

        return await Paging.PageAsync(request, all.DistinctBy(a => a.Id), a => a.Number, a => ValueTask.FromResult(
            a.For(caller.Viewer, caller.Roster) is { } whole ? Show(whole.Value)
            : StateFor(a, below, caller) is { } state ? Show(state.Value) with { Title = null, History = [.. Show(state.Value).History.Select(h => h with { Note = null })] }
            : null));
    }

    /// <summary>A superior sees how its subordinates' tasks stand, never content that it was not released (DESIGN §3).</summary>
    private static Visible<Assignment>? StateFor(Assignment assignment, IReadOnlySet<string> below, ApiCaller caller) =>
        below.Contains(assignment.Lead) ? NeedToKnow.ShowAmong(assignment, [caller.Officer.Department], caller.Viewer) : null;

    /// <summary>All departments that stand below this one, however deep.</summary>
    private static HashSet<string> Below(string department, Roster roster)
    {
        var below = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<string>([department]);
        while (open.TryDequeue(out var above))
        {
            foreach (var next in roster.Departments.Where(d => d.Superior == above && below.Add(d.Id)))
                open.Enqueue(next.Id);
        }
        return below;
    }

    private static ApiAssignment Show(Assignment a) => new(
        a.Id, a.Number, a.Title, a.Meeting, a.CaseNumber, a.Assigner, a.Lead, a.Assisting, a.Due.Instant.ToText(a.Due.Zone), Names.Of(a.State),
        a.Escalation, [.. a.History.Select(h => new ApiHistoryEntry(h.At.ToText(a.Due.Zone), h.By, Names.Of(h.Action), h.Note))]);
}
