using System.Xml.Linq;

namespace JointDesk.Architecture.Tests;

/// <summary>The clone in which these tests were built.</summary>
internal static class Repository
{
    private static readonly string[] Generated = ["bin", "obj", "node_modules", "dist", "TestResults"];

    public static readonly string Root = FindRoot();

    /// <summary>Files that people wrote, by path from the root with forward slashes.</summary>
    public static IEnumerable<string> Files(string folder, string pattern = "*") =>
        Walk(new DirectoryInfo(Path.Combine(Root, folder)), pattern).Select(f => Path.GetRelativePath(Root, f).Replace('\\', '/'));

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>Names of the items of one kind in a project file: packages, or projects without their path.</summary>
    public static IReadOnlyList<string> Items(string project, string kind) =>
        [.. XDocument.Parse(Read(project)).Descendants(kind).Attributes("Include").Select(i => Path.GetFileName(i.Value.Replace('\\', '/')).Replace(".csproj", "", StringComparison.Ordinal))];

    public static string NameOf(string project) => Path.GetFileNameWithoutExtension(project);

    private static IEnumerable<string> Walk(DirectoryInfo folder, string pattern) =>
        !folder.Exists ? [] : folder.EnumerateFiles(pattern).Select(f => f.FullName)
            .Concat(folder.EnumerateDirectories().Where(d => !Generated.Contains(d.Name)).SelectMany(d => Walk(d, pattern)));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "JointDesk.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("no JointDesk.sln above the tests");
    }
}
