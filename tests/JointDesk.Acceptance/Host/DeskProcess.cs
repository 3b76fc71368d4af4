using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace JointDesk.Acceptance.Host;

/// <summary>The desk as officers have it: a process of its own over a data folder of its own, which can be killed and started again.</summary>
internal sealed class DeskProcess : IAsyncDisposable
{
    /// <summary>Monday 23 November 2026, 09:00 in Beijing: the day on which all stories begin.</summary>
    public const string FirstMorning = "2026-11-23T09:00:00+08:00";

    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(90);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("jointdesk-acceptance-");
    private readonly List<string> output = [];
    private readonly Dictionary<string, string?> settings;
    private Process? process;

    private DeskProcess(Dictionary<string, string?> settings)
    {
        this.settings = settings;
        Address = new Uri($"http://127.0.0.1:{FreePort()}/");
        Http = new HttpClient { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(60) };
    }

    public Uri Address { get; }

    /// <summary>Without a token.</summary>
    public HttpClient Http { get; }

    /// <summary>How long each start took until the desk was ready.</summary>
    public List<TimeSpan> Starts { get; } = [];

    public string StoreFile => Path.Combine(folder.FullName, "jointdesk.db");

    /// <summary>What the process wrote last, for messages of failed tests.</summary>
    public string Output
    {
        get
        {
            lock (output)
                return string.Join('\n', output.TakeLast(60));
        }
    }

    /// <param name="settings">As environment names, such as <c>Demo__Clock</c>; they win over the ones set here.</param>
    public static Task<DeskProcess> Start(CancellationToken cancel, params (string Key, string? Value)[] settings) =>
        Begin(new DeskProcess(settings.ToDictionary(s => s.Key, s => s.Value, StringComparer.Ordinal)), cancel);

    /// <param name="appsettings">The content of the settings file in the folder in which it is started.</param>
    public static async Task<DeskProcess> StartWith(string appsettings, CancellationToken cancel)
    {
        var desk = new DeskProcess([]);
        await File.WriteAllTextAsync(Path.Combine(desk.folder.FullName, "appsettings.json"), appsettings, cancel);
        return await Begin(desk, cancel);
    }

    private static async Task<DeskProcess> Begin(DeskProcess desk, CancellationToken cancel)
    {
        try
        {
            await desk.StartAgain(cancel);
            return desk;
        }
        catch
        {
            await desk.DisposeAsync();
            throw;
        }
    }

    /// <summary>SIGKILL: nothing is flushed, nothing is said goodbye to.</summary>
    public async Task Kill()
    {
        if (process is null)
            return;
        process.Kill();
        await process.WaitForExitAsync(CancellationToken.None);
        process.Dispose();
        process = null;
    }

    /// <summary>SIGTERM: the desk closes.</summary>
    public async Task Stop()
    {
        using var signal = Process.Start("sh", ["-c", $"kill -TERM {process!.Id}"]);
        await process.WaitForExitAsync(CancellationToken.None);
        process.Dispose();
        process = null;
    }

    /// <summary>For the next start, or verb; null takes a setting away.</summary>
    public void Set(string key, string? value) => settings[key] = value;

    /// <summary>As on a full disk, no file of the running desk may grow beyond so many bytes; null lifts that.</summary>
    public async Task LimitFiles(long? bytes, CancellationToken cancel)
    {
        using var limit = Process.Start("prlimit", ["--pid", $"{process!.Id}", $"--fsize={(bytes is { } most ? $"{most}" : "unlimited")}:"]);
        await limit.WaitForExitAsync(cancel);
        if (limit.ExitCode != 0)
            throw new InvalidOperationException("prlimit failed");
    }

    public async Task StartAgain(CancellationToken cancel)
    {
        var watch = Stopwatch.StartNew();
        process = Run([]);
        Collect(process);
        while (!await IsReady(cancel))
        {
            if (process.HasExited || watch.Elapsed > StartLimit)
                throw new InvalidOperationException($"The desk did not become ready in {watch.Elapsed.TotalSeconds:F1} s. It said:\n{Output}");
            await Task.Delay(20, cancel);
        }
        Starts.Add(watch.Elapsed);
    }

    public async Task Restart(CancellationToken cancel)
    {
        await Kill();
        await StartAgain(cancel);
    }

    /// <summary>Runs a verb of the program on the same data.</summary>
    public async Task<(int Exit, string Output, string Errors)> Verb(CancellationToken cancel, params string[] arguments)
    {
        using var verb = Run(arguments);
        var errors = verb.StandardError.ReadToEndAsync(cancel);
        var said = await verb.StandardOutput.ReadToEndAsync(cancel);
        await verb.WaitForExitAsync(cancel);
        return (verb.ExitCode, said.Trim(), (await errors).Trim());
    }

    public async ValueTask DisposeAsync()
    {
        await Kill();
        Http.Dispose();
        folder.Delete(recursive: true);
    }

    private Process Run(string[] arguments)
    {
        // The signal that comes with a file that may not grow is ignored, as it is not sent for a full disk either.
        var start = new ProcessStartInfo("sh", ["-c", "trap '' XFSZ; exec dotnet \"$@\"", "sh", Repository.Server, .. arguments])
        {
            WorkingDirectory = folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // Not ASPNETCORE_URLS, which a settings file beats.
        start.Environment["URLS"] = Address.ToString().TrimEnd('/');
        start.Environment["Storage__Path"] = StoreFile;
        start.Environment["Demo__Clock"] = FirstMorning;
        foreach (var (key, value) in settings)
            start.Environment[key] = value;
        return Process.Start(start)!;
    }

    private void Collect(Process started)
    {
        started.OutputDataReceived += (_, line) => Note(line.Data);
        started.ErrorDataReceived += (_, line) => Note(line.Data);
        started.BeginOutputReadLine();
        started.BeginErrorReadLine();

        void Note(string? line)
        {
            lock (output)
                if (line is not null)
                    output.Add(line);
        }
    }

    private async Task<bool> IsReady(CancellationToken cancel)
    {
        try
        {
            using var answer = await Http.GetAsync("readyz", cancel);
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
