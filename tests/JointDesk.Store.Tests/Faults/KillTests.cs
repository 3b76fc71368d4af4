using System.Diagnostics;
using System.Globalization;
using JointDesk.Store.LiteDb;

namespace JointDesk.Store.Tests.Faults;

public sealed class KillTests : IDisposable
{
    private const int Writers = 8;
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>The same file through all cycles; the parent keeps what was confirmed, the next child tells what it found.</summary>
    [Theory]
    [InlineData(null)]
    [InlineData("a passphrase of the desk office")]
    public async Task Kill_9_while_eight_write_loses_nothing_and_the_file_always_opens(string? key)
    {
        var cycles = Sizes.Of(key is null ? 70 : 30, key is null ? 700 : 300);
        var confirmed = new int[Writers];
        var slowest = 0;
        var chance = new Random(7);
        for (var cycle = 1; cycle <= cycles; cycle++)
        {
            using var child = Start(_folder.File("desk.db"), key);
            var (opened, found) = Found(await child.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException($"cycle {cycle}: {await child.StandardError.ReadToEndAsync()}"));
            slowest = Math.Max(slowest, opened);
            for (var writer = 0; writer < Writers; writer++)
                Assert.InRange(found[writer], confirmed[writer], confirmed[writer] + 1);
            confirmed = found;
            for (var commits = chance.Next(1, 25); commits > 0; commits--)
                Confirm(await child.StandardOutput.ReadLineAsync(), confirmed);
            await Task.Delay(chance.Next(0, 15));
            child.Kill();
            // What stands in the pipe was confirmed too; a last line that was cut off was not.
            var rest = await child.StandardOutput.ReadToEndAsync();
            foreach (var line in rest[..(rest.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries))
                Confirm(line, confirmed);
            await child.WaitForExitAsync();
        }
        Assert.True(confirmed.Sum() > cycles, $"{confirmed.Sum()} commits in all: nothing was put to the test");
        Assert.True(slowest < 5_000, $"{slowest} ms to open");
        Figures.Note(key is null ? "kill -9" : "kill -9, encrypted", $"{cycles} kills, {confirmed.Sum()} commits, 0 lost, 0 half, opened in {slowest} ms at most");
    }

    [Fact]
    public async Task A_second_process_ends_in_two_seconds_with_one_line_and_harms_nothing()
    {
        var path = _folder.File("desk.db");
        await using var store = LiteDbStore.Open(new StoreOptions(path));
        Assert.IsType<Committed>(await Ledger.StepAsync(store, 0, 1));
        var clock = Stopwatch.StartNew();
        using var second = Start(path, null);
        Assert.Equal($"{path} is in use by another process; one desk runs on one store.\n", await second.StandardError.ReadToEndAsync());
        await second.WaitForExitAsync();
        Assert.Equal(1, second.ExitCode);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(2) || Debugger.IsAttached, $"{clock.Elapsed}");
        Assert.IsType<Committed>(await Ledger.StepAsync(store, 0, 2));
    }

    private static Process Start(string path, string? key)
    {
        var start = new ProcessStartInfo(Path.ChangeExtension(typeof(KillTests).Assembly.Location, OperatingSystem.IsWindows() ? ".exe" : null))
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["DOTNET_STARTUP_HOOKS"] = typeof(KillTests).Assembly.Location,
                [KilledWriter.File] = path,
                [KilledWriter.Key] = key,
                [KilledWriter.Writers] = $"{Writers}",
            },
        };
        return Process.Start(start)!;
    }

    private static (int Opened, int[] Numbers) Found(string line)
    {
        var numbers = line.Split(' ').Skip(1).Select(number => int.Parse(number, CultureInfo.InvariantCulture)).ToArray();
        return (numbers[0], numbers[1..]);
    }

    private static void Confirm(string? line, int[] confirmed)
    {
        var parts = (line ?? throw new InvalidOperationException("the child ended by itself")).Split(' ');
        confirmed[int.Parse(parts[0], CultureInfo.InvariantCulture)] = int.Parse(parts[1], CultureInfo.InvariantCulture);
    }
}
