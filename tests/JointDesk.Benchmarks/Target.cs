using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;

namespace JointDesk.Benchmarks;

/// <summary>A server in a process of its own, with a chat for each officer.</summary>
internal sealed class Target : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("jointdesk-benchmark-");
    private readonly Process process;

    private Target(string program, Func<string, string[]> arguments)
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        Http = new HttpClient { BaseAddress = new Uri(address), Timeout = TimeSpan.FromSeconds(60) };
        var start = new ProcessStartInfo("dotnet", [program, .. arguments(address)]) { WorkingDirectory = folder.FullName, RedirectStandardOutput = true };
        start.Environment["URLS"] = address;
        start.Environment["Storage__Path"] = Path.Combine(folder.FullName, "jointdesk.db");
        start.Environment["Demo__Clock"] = "2026-11-23T09:00:00+08:00";
        // What holds back a single officer who floods the desk would be measured in the desk's place.
        start.Environment["DirectLine__Burst"] = "100000";
        start.Environment["DirectLine__PerSecond"] = "100000";
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        process = Process.Start(start)!;
        process.BeginOutputReadLine();
    }

    public HttpClient Http { get; }

    public IReadOnlyList<(string Path, string Token)> Chats { get; private set; } = [];

    public static async Task<Target> Bare()
    {
        var target = new Target(typeof(Target).Assembly.Location, address => ["--bare", address]);
        await target.Ready();
        target.Chats = [.. Load.Officers.Select(o => ($"v3/directline/conversations/{o}/activities", "none"))];
        return target;
    }

    public static async Task<Target> Desk()
    {
        var target = new Target(Server(), _ => []);
        await target.Ready();
        var chats = new List<(string, string)>();
        foreach (var officer in Load.Officers)
        {
            using var answer = await target.Http.PostAsJsonAsync("demo/sign-in", new { officer });
            var signedIn = await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
            var personal = signedIn.GetProperty("conversations").EnumerateArray().First(c => c.GetProperty("kind").GetString() == "personal");
            chats.Add(($"v3/directline/conversations/{Uri.EscapeDataString(personal.GetProperty("id").GetString()!)}/activities", signedIn.GetProperty("token").GetString()!));
        }
        target.Chats = chats;
        return target;
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        Http.Dispose();
        folder.Delete(recursive: true);
    }

    private async Task Ready()
    {
        for (var watch = Stopwatch.StartNew(); ;)
        {
            try
            {
                using var answer = await Http.GetAsync(new Uri("readyz", UriKind.Relative));
                if (answer.StatusCode == HttpStatusCode.OK)
                    return;
            }
            catch (HttpRequestException) when (!process.HasExited && watch.Elapsed < TimeSpan.FromSeconds(60))
            {
                // Not listening yet.
            }
            await Task.Delay(50);
        }
    }

    /// <summary>The server of the same configuration, beside this program in the clone.</summary>
    internal static string Server()
    {
        var own = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var root = own;
        while (!File.Exists(Path.Combine(root.FullName, "JointDesk.sln")))
            root = root.Parent ?? throw new DirectoryNotFoundException("no JointDesk.sln above this program");
        return Path.Combine(root.FullName, "src", "JointDesk.Server", "bin", own.Parent!.Name, own.Name, "JointDesk.Server.dll");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
