using JointDesk.Cases;
using JointDesk.People;
using JointDesk.Server.Clock;
using JointDesk.Server.Import;
using JointDesk.Server.Settings;
using JointDesk.Store;
using JointDesk.Store.Admin;
using JointDesk.Store.LiteDb;

namespace JointDesk.Server.Verbs;

/// <summary>What the officer of the machine does with a store that no desk has open.</summary>
internal static class StoreVerbs
{
    private const string Force = "--force";

    public static Task<int> ImportAsync(string[] args) => WithOperandAsync("import FOLDER", args, async (folder, settings) =>
    {
        var problems = new List<ImportProblem>();
        if (DirectoryFiles.Read(folder, problems) is { } files)
        {
            await using var store = await OpenAsync(settings, mustExist: false);
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

    public static Task<int> ExportAsync(string[] args) => WithOperandAsync("export FOLDER", args, async (folder, settings) =>
    {
        await using var store = await OpenAsync(settings, mustExist: true);
        var read = new DeskReader(store, new DeskMemory());
        var roster = await read.RosterAsync();
        var cases = await read.ListByPrefixAsync(Case.Kind, "all", "");
        DirectoryFiles.Write(roster, cases).WriteTo(folder);
        Console.Out.WriteLine($"Exported {roster.Departments.Count()} departments, {roster.Officers.Count()} officers, {cases.Count} cases to {folder}.");
        return Usage.Done;
    });

    public static Task<int> BackupAsync(string[] args) => WithOperandAsync("backup FILE", args, async (file, settings) =>
    {
        await StoreAdmin.BackupAsync(OptionsOf(settings), file);
        Console.Out.WriteLine($"Backed up to {file}.");
        return Usage.Done;
    });

    public static Task<int> RestoreAsync(string[] args) => WithOperandAsync("restore FILE", [.. args.Where(a => a != Force)], (file, settings) =>
    {
        var options = OptionsOf(settings);
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

    public static Task<int> VerifyAuditAsync(string[] args) => GuardedAsync(args, async settings =>
    {
        await using var store = await OpenAsync(settings, mustExist: true);
        var kept = await AuditCheck.KeptHeadAsync(AuditHeads.FileOf(settings.Storage));
        var result = await AuditCheck.RunAsync(store, kept);
        if (result.Fault is { } fault)
            return Usage.Refuse($"The audit chain does not hold: {fault}.");
        Console.Out.WriteLine($"The audit chain is whole: {result.Head.Sequence} entries, head {result.Head.Hash}.");
        return Usage.Done;
    });

    private static Task<int> WithOperandAsync(string usage, string[] args, Func<string, DeskSettings, Task<int>> verb) =>
        args is [{ Length: > 0 } operand, .. var settings] && operand[0] != '-'
            ? GuardedAsync(settings, read => verb(operand, read))
            : Task.FromResult(Usage.Wrong($"Usage: {usage}."));

    /// <summary>What remains of the line are settings (<c>--Storage:Path FILE</c>); anything else is wrong usage.</summary>
    private static async Task<int> GuardedAsync(string[] args, Func<DeskSettings, Task<int>> verb)
    {
        for (var i = 0; i < args.Length; i += args[i].Contains('=', StringComparison.Ordinal) ? 1 : 2)
        {
            if (!args[i].StartsWith("--", StringComparison.Ordinal) || (!args[i].Contains('=', StringComparison.Ordinal) && i + 1 == args.Length))
                return Usage.Wrong($"{args[i]} is not expected here.");
        }
        try
        {
            return await verb(DeskSettings.Read(DeskHost.CreateBuilder(args).Configuration));
        }
        catch (Exception refused) when (refused is SettingsException or StoreRefusedException or StoreUnavailableException or IOException
            or UnauthorizedAccessException or InvalidDataException)
        {
            return Usage.Refuse(refused.Message);
        }
    }

    private static StoreOptions OptionsOf(DeskSettings settings) => DeskHost.StoreOf(settings, NodaTime.SystemClock.Instance);

    private static Task<LiteDbStore> OpenAsync(DeskSettings settings, bool mustExist)
    {
        var options = OptionsOf(settings);
        if (mustExist && !File.Exists(options.Path))
            throw new StoreRefusedException($"{options.Path} does not exist.");
        Directory.CreateDirectory(Path.GetDirectoryName(options.Path)!);
        return Task.FromResult(LiteDbStore.Open(options));
    }

    private static async Task<DeskClock> ClockAsync(IDeskStore store)
    {
        var clock = new DeskClock(TimeProvider.System);
        await clock.ResumeAsync(store, null);
        return clock;
    }
}
