using JointDesk.Server.Settings;
using JointDesk.Store;

namespace JointDesk.Server.Verbs;

/// <summary>Runs the desk until it is stopped.</summary>
internal static class DeskRun
{
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            await using var app = await DeskHost.BuildAsync(args);
            await app.StartAsync();
            var address = app.Services.GetRequiredService<PublicAddress>();
            Console.Out.WriteLine($"JointDesk is open at {string.Join(" and ", address.Listening)} (Ctrl+C closes it).");
            await app.WaitForShutdownAsync();
            return Usage.Done;
        }
        catch (Exception refused) when (refused is SettingsException or StoreRefusedException or StoreUnavailableException or IOException
            or UnauthorizedAccessException or InvalidDataException or FormatException)
        {
            // An address in use is an IOException that names it; broken settings files are InvalidDataException.
            return Usage.Refuse(refused.Message);
        }
    }
}
