using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace JointDesk.Benchmarks.Bots;

/// <summary>A server process on a port of this machine.</summary>
internal sealed class Peer : IAsyncDisposable
{
    public const string NodePackage = "botbuilder@4.23.3";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("jointdesk-benchmark-");
    private readonly Process process;

    private Peer(string program, IEnumerable<string> arguments, int port)
    {
        Port = port;
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder.FullName, RedirectStandardOutput = true };
        start.Environment["Storage__Path"] = Path.Combine(folder.FullName, "jointdesk.db");
        start.Environment["Demo__Clock"] = "2026-11-23T09:00:00+08:00";
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        start.Environment["URLS"] = $"http://127.0.0.1:{port}";
        start.Environment["DOTNET_gcServer"] = "0";
        process = Process.Start(start)!;
        process.BeginOutputReadLine();
    }

    public int Port { get; }

    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>This program, as one of its servers.</summary>
    public static Task<Peer> Own(string server)
    {
        var port = FreePort();
        return ReadyAsync(new Peer("dotnet", [typeof(Peer).Assembly.Location, server, $"http://127.0.0.1:{port}"], port));
    }

    public static Task<Peer> Desk() => ReadyAsync(new Peer("dotnet", [Target.Server()], FreePort()));

    /// <summary>Installs the package where it is not yet; null where there is no Node or no registry.</summary>
    public static async Task<Peer?> Node()
    {
        var packages = Path.Combine(Path.GetTempPath(), "jointdesk-benchmark-npm");
        Directory.CreateDirectory(packages);
        try
        {
            if (!Directory.Exists(Path.Combine(packages, "node_modules", "botbuilder")))
            {
                using var npm = Process.Start(new ProcessStartInfo("npm", ["install", "--no-audit", "--no-fund", "--loglevel=error", "--prefix", packages, NodePackage]))!;
                await npm.WaitForExitAsync();
                if (npm.ExitCode != 0)
                    return null;
            }
            var script = Path.Combine(packages, "echo.js");
            File.Copy(Path.Combine(AppContext.BaseDirectory, "Bots", "echo.js"), script, overwrite: true);
            var port = FreePort();
            return await ReadyAsync(new Peer("node", [script, $"{port}"], port));
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        folder.Delete(recursive: true);
    }

    private static async Task<Peer> ReadyAsync(Peer peer)
    {
        for (var watch = Stopwatch.StartNew(); ; await Task.Delay(50))
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, peer.Port);
                return peer;
            }
            catch (SocketException) when (!peer.process.HasExited && watch.Elapsed < TimeSpan.FromSeconds(60))
            {
                // Not listening yet.
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
