using System.Globalization;

namespace JointDesk.Store.Tests.Faults;

/// <summary>What a run reached. With JOINTDESK_FIGURES=FILE each figure is added to that file; docs/reliability.md is made of it.</summary>
internal static class Figures
{
    private static readonly Lock Gate = new();

    public static void Note(string what, string reached)
    {
        TestContext.Current.SendDiagnosticMessage($"{what}: {reached}");
        if (Environment.GetEnvironmentVariable("JOINTDESK_FIGURES") is not { Length: > 0 } file)
            return;
        lock (Gate)
            File.AppendAllText(file, string.Create(CultureInfo.InvariantCulture, $"| {what} | {reached} |\n"));
    }
}
