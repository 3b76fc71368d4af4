namespace JointDesk.Acceptance.Host;

/// <summary>Where the tests find what they do not carry in their own output.</summary>
internal static class Repository
{
    public static readonly string Root = FindRoot();

    /// <summary>The server as it was built beside these tests, of the same configuration.</summary>
    public static string Server => Built("src", "JointDesk.Server", "JointDesk.Server.dll");

    public static string Stories => Path.Combine(Root, "tests", "JointDesk.Acceptance", "Stories");

    private static string Built(string top, string project, string file)
    {
        // …/tests/JointDesk.Acceptance/bin/Debug/net10.0/: the last two tell what was built.
        var own = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        return Path.Combine(Root, top, project, "bin", own.Parent!.Name, own.Name, file);
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "JointDesk.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("no JointDesk.sln above the tests");
    }
}
