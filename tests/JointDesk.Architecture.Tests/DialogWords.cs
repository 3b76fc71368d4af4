using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Text.Json;

namespace JointDesk.Architecture.Tests;

/// <summary>The words in dialogs/, as files; a key is the folder's name, a dot and the key in its texts.</summary>
internal static class DialogWords
{
    public static IReadOnlyList<string> Folders =>
        [.. Directory.EnumerateDirectories(Path.Combine(Repository.Root, "dialogs")).Select(d => Path.GetFileName(d)!).Order(StringComparer.Ordinal)];

    public static Dictionary<string, string> Of(string folder, string language)
    {
        var file = Path.Combine(Repository.Root, "dialogs", folder, $"texts.{language}.json");
        return File.Exists(file) ? JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(file))! : [];
    }

    public static HashSet<string> Keys => [.. Folders.SelectMany(f => Of(f, "zh").Keys.Select(k => $"{f}.{k}"))];

    /// <summary>All string literals of an assembly, and the names of all types of other assemblies that it names.</summary>
    public static (IReadOnlyList<string> Literals, IReadOnlySet<string> Types) In(string assembly)
    {
        using var image = new PEReader(File.OpenRead(assembly));
        var metadata = image.GetMetadataReader();
        var literals = new List<string>();
        for (var handle = MetadataTokens.UserStringHandle(1); !handle.IsNil; handle = metadata.GetNextHandle(handle))
            literals.Add(metadata.GetUserString(handle));
        return (literals, metadata.TypeReferences.Select(t => metadata.GetString(metadata.GetTypeReference(t).Name)).ToHashSet(StringComparer.Ordinal));
    }
}
