using System.Diagnostics;

namespace JointDesk.BotFramework.Tests;

/// <summary>Packages of the official clients, installed once into a cache outside the repository, and programs that use them.</summary>
internal static class NodePackages
{
    private static readonly Lock Gate = new();

    /// <summary>The folder with these packages at these versions. Without Node, npm or a registry, the calling test is skipped and says why.</summary>
    public static string Install(params string[] packages)
    {
        var folder = Path.Combine(Path.GetTempPath(), "jointdesk-test-npm", string.Join('_', packages).Replace('/', '_'));
        lock (Gate)
        {
            if (File.Exists(Path.Combine(folder, "complete")))
                return folder;
            Directory.CreateDirectory(folder);
            File.WriteAllText(Path.Combine(folder, "package.json"), """{"private":true}""");
            var (code, output) = Run("npm", folder, ["install", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error", .. packages]);
            Assert.SkipWhen(code is null, "npm is not installed");
            Assert.SkipWhen(code != 0, "npm could not install " + string.Join(", ", packages) + ": " + output.Split('\n')[0]);
            File.WriteAllText(Path.Combine(folder, "complete"), "");
            return folder;
        }
    }

    /// <summary>Runs one of our scripts with Node and returns its lines.</summary>
    public static string[] Run(string script, params string[] arguments)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Node", script);
        var (code, output) = Run("node", AppContext.BaseDirectory, [path, .. arguments]);
        Assert.SkipWhen(code is null, "Node is not installed");
        Assert.True(code == 0, output);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static (int? Code, string Output) Run(string program, string folder, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        try
        {
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEndAsync();
            if (!process.WaitForExit(TimeSpan.FromMinutes(3)))
                process.Kill(entireProcessTree: true);
            return (process.ExitCode, process.ExitCode == 0 ? output.Result : output.Result + errors.Result);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return (null, "");
        }
    }
}
