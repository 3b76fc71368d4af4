using JointDesk.Acceptance.Host;

namespace JointDesk.Acceptance.Stories;

/// <summary>The names by which a story calls officers and channels, from the demo desk that the product carries.</summary>
internal static class DemoDesk
{
    private static readonly Lazy<string[][]> Officers = new(() => Rows("officers.csv"));
    private static readonly Lazy<string[][]> Bodies = new(() => [.. Rows("departments.csv"), .. Rows("cases.csv")]);

    /// <summary>The id of the officer whose Chinese or English name stands in the text; null where none does.</summary>
    public static string? OfficerIn(string text) =>
        Officers.Value.FirstOrDefault(o => text.Contains(o[1], StringComparison.Ordinal) || text.Contains(o[2], StringComparison.Ordinal))?[0];

    /// <summary>The id of the department or case whose channel is meant: 经侦支队频道, Economic Crime channel.</summary>
    public static string? ChannelIn(string text)
    {
        var name = text.Replace("频道", "", StringComparison.Ordinal).Replace("channel", "", StringComparison.Ordinal).Trim();
        return Bodies.Value.FirstOrDefault(b => b.Contains(name, StringComparer.Ordinal))?[0];
    }

    private static string[][] Rows(string name)
    {
        var separator = Path.DirectorySeparatorChar;
        var file = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), name, SearchOption.AllDirectories)
            .First(f => !f.Contains($"{separator}bin{separator}", StringComparison.Ordinal));
        return [.. File.ReadLines(file).Skip(1).Select(l => l.Split(','))];
    }
}
