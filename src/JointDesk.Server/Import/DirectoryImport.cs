using JointDesk.Auditing;
using JointDesk.Cases;
using JointDesk.People;
using NodaTime;

namespace JointDesk.Server.Import;

/// <summary>
/// Brings departments, officers and cases into the desk: all of it in one commit, or nothing. Who is there already is updated; who is
/// not mentioned stays, since meetings and assignments refer to them.
/// </summary>
internal sealed class DirectoryImport(IDeskStore store, IClock clock)
{
    private const int MostAttempts = 5;

    public async Task<ImportResult> RunAsync(DirectoryFiles files, CancellationToken cancel = default)
    {
        for (var attempt = 1; attempt <= MostAttempts; attempt++)
        {
            var read = new DeskReader(store, new DeskMemory());
            var roster = await read.RosterAsync(cancel);
            var (checkedRows, problems) = DirectoryCheck.Run(files, roster);
            if (problems.Count > 0)
                return new ImportResult(checkedRows, problems);
            if (await store.CommitAsync(await ComposeAsync(checkedRows, cancel), cancel) is Committed)
                return new ImportResult(checkedRows, []);
        }
        throw new StoreUnavailableException("The directory was changed by someone else at the same time; import again.");
    }

    private async ValueTask<ChangeSet> ComposeAsync(DirectoryRows rows, CancellationToken cancel)
    {
        var puts = new List<PutDocument>();
        await AddAsync(Department.Kind, rows.Departments);
        await AddAsync(Officer.Kind, rows.Officers);
        await AddAsync(Case.Kind, rows.Cases);
        await AddAsync(RosterStamp.Kind, [new RosterStamp(Guid.NewGuid().ToString("N"))]);
        var detail = $$"""{"departments":{{rows.Departments.Count}},"officers":{{rows.Officers.Count}},"cases":{{rows.Cases.Count}}}""";
        return new ChangeSet
        {
            Puts = puts,
            Audit = [new AuditDraft(clock.GetCurrentInstant(), Caller.Desk.Id, "DirectoryImported", RosterStamp.Id, [], detail)],
        };

        async ValueTask AddAsync<T>(DocumentKind<T> kind, IReadOnlyList<T> documents) where T : class
        {
            foreach (var document in documents)
            {
                var (_, version) = await store.FindAsync(kind, kind.IdOf(document), cancel);
                puts.Add(kind.Put(document, version));
            }
        }
    }
}

/// <param name="Problems">Empty where it was imported.</param>
internal sealed record ImportResult(DirectoryRows Rows, IReadOnlyList<ImportProblem> Problems)
{
    public bool IsDone => Problems.Count == 0;
}

/// <summary>What the three files hold.</summary>
internal sealed record DirectoryRows(IReadOnlyList<Department> Departments, IReadOnlyList<Officer> Officers, IReadOnlyList<Case> Cases);
