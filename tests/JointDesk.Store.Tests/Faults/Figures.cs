namespace JointDesk.Store.Tests.Faults;

/// <summary>
/// What a run reached. JOINTDESK_FIGURES=src/docs/reliability.md writes it into the table at the end of that file: a row of the same
/// name and size is replaced, a new one appended.
/// </summary>
internal static class Figures
{
    private static readonly Lock Gate = new();

    public static void Note(string what, string reached)
    {
        TestContext.Current.SendDiagnosticMessage($"{what}: {reached}");
        if (Environment.GetEnvironmentVariable("JOINTDESK_FIGURES") is not { Length: > 0 } file)
            return;
        var start = $"| {what} | {(Sizes.Nightly ? "night" : "build")} |";
        lock (Gate)
        {
            var lines = File.ReadAllLines(file).ToList();
            var row = lines.FindIndex(line => line.StartsWith(start, StringComparison.Ordinal));
            if (row < 0)
                lines.Add($"{start} {reached} |");
            else
                lines[row] = $"{start} {reached} |";
            File.WriteAllText(file, string.Join('\n', lines) + "\n");
        }
    }
}
