using JointDesk.Server.Settings;
using JointDesk.Store;
using JointDesk.Store.LiteDb;

namespace JointDesk.Server.Verbs;

/// <summary>What all verbs on a store have in common: operand, settings, and one line for what is refused.</summary>
internal static class StoreVerb
{
    public static Task<int> WithOperandAsync(string usage, string[] args, Func<string, DeskSettings, Task<int>> verb) =>
        args is [{ Length: > 0 } operand, .. var settings] && operand[0] != '-'
            ? RunAsync(settings, read => verb(operand, read))
            : Task.FromResult(Usage.Wrong($"Usage: {usage}."));

    /// <summary>What remains of the line are settings (<c>--Storage:Path FILE</c>); anything else is wrong usage.</summary>
    public static async Task<int> RunAsync(string[] args, Func<DeskSettings, Task<int>> verb)
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

    public static StoreOptions OptionsOf(DeskSettings settings) => DeskHost.StoreOf(settings, NodaTime.SystemClock.Instance);

    public static LiteDbStore Open(DeskSettings settings, bool mustExist)
    {
        var options = OptionsOf(settings);
        if (mustExist && !File.Exists(options.Path))
            throw new StoreRefusedException($"{options.Path} does not exist.");
        Directory.CreateDirectory(Path.GetDirectoryName(options.Path)!);
        return LiteDbStore.Open(options);
    }
}
