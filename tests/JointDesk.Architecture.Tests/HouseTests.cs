namespace JointDesk.Architecture.Tests;

/// <summary>What whoever opens the repository sees first.</summary>
public sealed class HouseTests
{
    private const int Longest = 400;

    private static readonly string[] Visible = ["src", "dialogs", "tests", "JointDesk.sln", "README.md", "appsettings.example.json"];

    [Fact]
    public void Six_entries_are_visible_at_the_top()
    {
        // What a run leaves behind is named in .gitignore.
        var ignored = File.ReadLines(Path.Combine(Repository.Root, ".gitignore")).Select(l => l.TrimEnd('/'));
        var found = new DirectoryInfo(Repository.Root).EnumerateFileSystemInfos().Select(e => e.Name).Where(n => n[0] != '.').Except(ignored);
        Assert.Equal(Visible.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_file_is_too_long_to_be_read()
    {
        var sources = Repository.Files("src").Concat(Repository.Files("tests")).Where(f => Path.GetExtension(f) is ".cs" or ".ts").ToList();
        Assert.NotEmpty(sources);
        Assert.DoesNotContain(sources, f => File.ReadLines(Path.Combine(Repository.Root, f)).Count() > Longest);
    }

    /// <summary>A test that is switched off, or work that was left, looks like a promise kept.</summary>
    [Fact]
    public void Nothing_is_left_for_later()
    {
        string[] words = ["TO" + "DO", "FIX" + "ME", "NotImplemented" + "Exception"];
        var sources = Repository.Files("src").Concat(Repository.Files("tests")).Concat(Repository.Files("dialogs"))
            .Where(f => Path.GetExtension(f) is ".cs" or ".ts" or ".json" or ".md" or ".txt");
        Assert.Empty(
            from file in sources
            from line in File.ReadLines(Path.Combine(Repository.Root, file))
            where words.Any(w => line.Contains(w, StringComparison.Ordinal))
            select $"{file}: {line.Trim()}");
    }
}
