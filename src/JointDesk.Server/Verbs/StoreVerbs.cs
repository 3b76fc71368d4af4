using JointDesk.Cases;
using JointDesk.People;
using JointDesk.Server.Clock;
using JointDesk.Server.Import;
using JointDesk.Server.Retention;
using JointDesk.Server.Settings;
using JointDesk.Store.Admin;

namespace JointDesk.Server.Verbs;

/// <summary>What the officer of the machine does with a store that no desk has open.</summary>
internal static class StoreVerbs
{
    private const string Force = "--force";

    public static Task<int> ImportAsync(string[] args) => StoreVerb.WithOperandAsync("import FOLDER", args, async (folder, settings) =>
    {
        var problems = new List<ImportProblem>();
        if (DirectoryFiles.Read(folder, problems) is { } files)
        {
            await using var store = StoreVerb.Open(settings, mustExist: false);
            var clock = await ClockAsync(store);
            var result = await new DirectoryImport(store, clock).RunAsync(files);
            if (result.IsDone)
            {
                var rows = result.Rows;
                Console.Out.WriteLine($"Imported {rows.Departments.Count} departments, {rows.Officers.Count} officers, {rows.Cases.Count} cases.");
                return Usage.Done;
            }
            problems.AddRange(result.Problems);
        }
        foreach (var problem in problems)
            Console.Error.WriteLine(problem);
        Console.Error.WriteLine($"Nothing was imported: {problems.Count} {(problems.Count == 1 ? "problem" : "problems")}.");
        return Usage.Failed;
    });

    public static Task<int> ExportAsync(string[] args) => StoreVerb.WithOperandAsync("export FOLDER", args, async (folder, settings) =>
    {
        await using var store = StoreVerb.Open(settings, mustExist: true);
        var read = new DeskReader(store, new DeskMemory());
        var roster = await read.RosterAsync();
        var cases = await read.ListByPrefixAsync(Case.Kind, "all", "");
        DirectoryFiles.Write(roster, cases).WriteTo(folder);
        Console.Out.WriteLine($"Exported {roster.Departments.Count()} departments, {roster.Officers.Count()} officers, {cases.Count} cases to {folder}.");
        return Usage.Done;
    });

    public static Task<int> BackupAsync(string[] args) => StoreVerb.WithOperandAsync("backup FILE", args, async (file, settings) =>
    {
        await StoreAdmin.BackupAsync(StoreVerb.OptionsOf(settings), file);
        Console.Out.WriteLine($"Backed up to {file}.");
        return Usage.Done;
    });

    public static Task<int> RestoreAsync(string[] args) => StoreVerb.WithOperandAsync("restore FILE", [.. args.Where(a => a != Force)], (file, settings) =>
    {
        var options = StoreVerb.OptionsOf(settings);
        Directory.CreateDirectory(Path.GetDirectoryName(options.Path)!);
        var aside = StoreAdmin.Restore(file, options, args.Contains(Force));
        SetHeadsAside(settings);
        Console.Out.WriteLine($"Restored from {file}." + (aside is null ? "" : $" What was there is kept as {aside}."));
        return Task.FromResult(Usage.Done);
    });

    /// <summary>They tell of the chain that was there before: beside a restored one they would say that its end was cut off.</summary>
    private static void SetHeadsAside(DeskSettings settings)
    {
        var heads = AuditHeads.FileOf(settings.Storage);
        if (File.Exists(heads))
            File.Move(heads, $"{heads}-before-{DateTime.UtcNow:yyyyMMdd'T'HHmmss'Z'}");
    }

    /// <summary>The new passphrase is one line, of a file or of the standard input: on the command line others could read it.</summary>
    public static Task<int> RotateKeyAsync(string[] args)
    {
        var file = args is [{ Length: > 0 } first, ..] && first[0] != '-' ? first : null;
        return StoreVerb.RunAsync(file is null ? args : args[1..], settings =>
        {
            if (file is null && !Console.IsInputRedirected)
                Console.Error.Write("The new key: ");
            var key = file is null ? KeyFile.OneLine(Console.In.ReadLine() ?? "", "The standard input") : KeyFile.Read(file);
            StoreAdmin.RotateKey(StoreVerb.OptionsOf(settings), key);
            Console.Out.WriteLine("The store opens with the new key alone from now on. Set it before the desk starts; backups made before keep the old one.");
            return Task.FromResult(Usage.Done);
        });
    }

    public static Task<int> EraseOfficerAsync(string[] args) => StoreVerb.WithOperandAsync("erase-officer ID", args, async (id, settings) =>
    {
        await using var store = StoreVerb.Open(settings, mustExist: true);
        if (!await new OfficerErasure(store, await ClockAsync(store)).RunAsync(id))
            return Usage.Refuse($"There is no officer {id}.");
        Console.Out.WriteLine($"What the desk knew of {id} is erased; the audit chain keeps the id. Backups made before hold it until they go.");
        return Usage.Done;
    });

    public static Task<int> VerifyAuditAsync(string[] args) => StoreVerb.RunAsync(args, async settings =>
    {
        await using var store = StoreVerb.Open(settings, mustExist: true);
        var kept = await AuditCheck.KeptHeadAsync(AuditHeads.FileOf(settings.Storage));
        var result = await AuditCheck.RunAsync(store, kept);
        if (result.Fault is { } fault)
            return Usage.Refuse($"The audit chain does not hold: {fault}.");
        Console.Out.WriteLine($"The audit chain is whole: {result.Head.Sequence} entries, head {result.Head.Hash}.");
        return Usage.Done;
    });

    private static async Task<DeskClock> ClockAsync(IDeskStore store)
    {
        var clock = new DeskClock(TimeProvider.System);
        await clock.ResumeAsync(store, null);
        return clock;
    }
}
