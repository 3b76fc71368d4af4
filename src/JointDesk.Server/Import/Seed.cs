using JointDesk.People;
using JointDesk.Server.Settings;
using NodaTime;

namespace JointDesk.Server.Import;

/// <summary>What an empty desk begins with.</summary>
internal static class Seed
{
    public static async Task LoadAsync(IDeskStore store, IClock clock, DeskOptions options)
    {
        if (options.Seed == DeskOptions.None || await store.GetAsync(RosterStamp.Kind.Name, RosterStamp.Id) is not null)
            return;
        var problems = new List<ImportProblem>();
        var files = options.Seed == DeskOptions.Demo ? DirectoryFiles.Demo : DirectoryFiles.Read(options.Seed, problems);
        if (files is not null)
            problems.AddRange((await new DirectoryImport(store, clock).RunAsync(files)).Problems);
        if (problems is [var first, ..])
            throw new SettingsException($"Desk:Seed: {first}");
    }
}
