#pragma warning disable CA1050 // the runtime looks for this very name, outside of any namespace
/// <summary>
/// Called before Main where DOTNET_STARTUP_HOOKS names this assembly: Main belongs to the runner of the tests. (A module initializer
/// would do for one thread alone: all others wait for its end.)
/// </summary>
internal static class StartupHook
{
    internal static void Initialize() => JointDesk.Store.Tests.Faults.KilledWriter.RunWhenAsked();
}
