using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace JointDesk.Calendaring.Tests;

/// <summary>An attendee as a reader understood it.</summary>
internal sealed record ReadAttendee(string Address, string? Name, string? Partstat, string? Role);

/// <summary>An event as a reader understood it; times are ISO texts in UTC, null is a property that is not there.</summary>
internal sealed record ReadEvent(
    string File, string? Method, string? Uid, int? Sequence, string? Start, string? End, string? Summary, string? Description, string? Location,
    string? Status, string? Organizer, IReadOnlyList<ReadAttendee> Attendees)
{
    /// <summary>For comparing: two readers agree when these texts are equal.</summary>
    public override string ToString() => JsonSerializer.Serialize(this, IndependentReaders.Json);
}

/// <summary>Reads .ics files with programs that share no code with ours: libical (python3-gi) and ical.js (npm). Other test projects link this file.</summary>
internal static class IndependentReaders
{
    private const string IcalJsVersion = "2.2.1";

    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly string Tests = FindTests();
    private static readonly string Fixtures = Path.Combine(Tests, "Fixtures", "calendar");
    private static readonly Lazy<Task<(string? Module, string? Missing)>> IcalJsModule = new(InstallIcalJs);

    /// <summary>Both readers take all files without complaint and understand the same.</summary>
    /// <param name="files">A name for messages, and the bytes as they leave the desk.</param>
    /// <returns>The events of each file by name, ordered by UID.</returns>
    public static async Task<ILookup<string, ReadEvent>> Agreed(params IReadOnlyCollection<(string Name, byte[] Bytes)> files)
    {
        var (libical, icalJs) = await Both(files);
        Assert.Empty(libical.Errors);
        Assert.Empty(icalJs.Errors);
        Assert.Equal(libical.Events.Select(e => e.ToString()), icalJs.Events.Select(e => e.ToString()));
        return libical.Events.ToLookup(e => e.File);
    }

    /// <summary>What each of the two says, complaints included. Skips the test, with the reason, where a program is missing.</summary>
    public static async Task<(Reading Libical, Reading IcalJs)> Both(IReadOnlyCollection<(string Name, byte[] Bytes)> files)
    {
        var (module, missing) = await IcalJsModule.Value;
        Assert.SkipWhen(module is null, missing ?? "");
        var (ready, _, trouble) = await Run("/usr/bin/python3", [Path.Combine(Fixtures, "libical_read.py"), "--ready"]);
        Assert.SkipWhen(ready != 0, $"libical is missing (packages python3-gi and gir1.2-ical-3.0): {trouble}");

        var folder = Directory.CreateTempSubdirectory("jointdesk-ics-");
        try
        {
            var paths = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var (name, bytes) in files)
            {
                var path = Path.Combine(folder.FullName, $"{paths.Count}.ics");
                paths.Add(path, name);
                await File.WriteAllBytesAsync(path, bytes);
            }
            return (
                await Read(paths, "/usr/bin/python3", [Path.Combine(Fixtures, "libical_read.py"), .. paths.Keys]),
                await Read(paths, "node", [Path.Combine(Fixtures, "icaljs_read.mjs"), module!, .. paths.Keys]));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>What one program said: the events by file and UID, and every complaint.</summary>
    public sealed record Reading(IReadOnlyList<ReadEvent> Events, IReadOnlyList<string> Errors);

    private static async Task<Reading> Read(Dictionary<string, string> paths, string program, string[] arguments)
    {
        var (exit, output, trouble) = await Run(program, arguments);
        var events = new List<ReadEvent>();
        var errors = new List<string>();
        var finished = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var said = JsonSerializer.Deserialize<JsonElement>(line);
            var file = paths[said.GetProperty("file").GetString()!];
            if (said.TryGetProperty("error", out var error))
                errors.Add($"{file}: {error}");
            else if (said.TryGetProperty("read", out _))
                finished.Add(file);
            else
                events.Add(said.Deserialize<ReadEvent>(Json)! with { File = file });
        }
        if (exit != 0)
            errors.Add($"{program} ended with {exit}: {trouble}");
        errors.AddRange(paths.Values
            .Where(file => !finished.Contains(file) && !errors.Exists(e => e.StartsWith(file + ": ", StringComparison.Ordinal)))
            .Select(file => file + ": not read"));
        return new([.. events.OrderBy(e => e.File, StringComparer.Ordinal).ThenBy(e => e.Uid, StringComparer.Ordinal)], errors);
    }

    /// <summary>Once a clone, into a folder that git ignores; in another one first, since test projects run side by side.</summary>
    private static async Task<(string? Module, string? Missing)> InstallIcalJs()
    {
        var (node, _, absent) = await Run("node", ["--version"]);
        if (node != 0)
            return (null, $"ical.js needs Node: {absent}");
        var cache = Path.Combine(Tests, "obj", "ical.js-" + IcalJsVersion);
        var module = Path.Combine(cache, "node_modules", "ical.js");
        if (Directory.Exists(module))
            return (module, null);
        var fresh = Directory.CreateDirectory($"{cache}.{Environment.ProcessId}");
        string[] install = ["install", "--prefix", fresh.FullName, "--no-audit", "--no-fund", "--ignore-scripts", "ical.js@" + IcalJsVersion];
        var (exit, _, trouble) = await Run("npm", install);
        if (exit == 0 && !Directory.Exists(cache))
            Directory.Move(fresh.FullName, cache);
        else
            fresh.Delete(recursive: true);
        return Directory.Exists(module) ? (module, null) : (null, $"ical.js {IcalJsVersion} could not be installed with npm: {trouble}");
    }

    private static async Task<(int Exit, string Output, string Errors)> Run(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        try
        {
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            return (process.ExitCode, output, await errors);
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            return (-1, "", missing.Message);
        }
    }

    private static string FindTests()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "JointDesk.sln")))
            folder = folder.Parent;
        return Path.Combine(folder?.FullName ?? throw new DirectoryNotFoundException("no JointDesk.sln above the tests"), "tests");
    }
}
