using System.Reflection;
using System.Text;

namespace JointDesk.Talk.Understanding;

/// <summary>The text files of <c>dialogs/</c> as they were built in.</summary>
internal static class Resources
{
    private static readonly Assembly Own = typeof(Resources).Assembly;

    /// <summary>Names of the files under a folder that end so, in ordinal order.</summary>
    public static IEnumerable<string> Names(string ending) =>
        Own.GetManifestResourceNames().Select(n => n.Replace('\\', '/')).Where(n => n.StartsWith("dialogs/", StringComparison.Ordinal)
            && n.EndsWith(ending, StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    /// <summary>Lines with something on them, trimmed; none if the file is not there.</summary>
    public static IEnumerable<string> Lines(string name)
    {
        using var stream = Own.GetManifestResourceStream(name) ?? Own.GetManifestResourceStream(name.Replace('/', '\\'));
        if (stream is null)
        {
            yield break;
        }

        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                yield return line.Trim();
            }
        }
    }
}
