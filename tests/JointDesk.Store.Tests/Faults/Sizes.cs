namespace JointDesk.Store.Tests.Faults;

/// <summary>Every fault test has a size that a build can wait for, and one for the night: JOINTDESK_NIGHTLY=1.</summary>
internal static class Sizes
{
    public static bool Nightly { get; } = Environment.GetEnvironmentVariable("JOINTDESK_NIGHTLY") == "1";

    public static int Of(int build, int night) => Nightly ? night : build;
}
