using System.Globalization;
using JointDesk.Store.LiteDb;

namespace JointDesk.Store.Tests.Faults;

/// <summary>
/// The process that is killed: this assembly itself, started with JOINTDESK_STORE_WRITER=FILE. It tells on its output what it found
/// ("found 3 5 ..."), then each step once it is confirmed ("0 4").
/// </summary>
internal static class KilledWriter
{
    public const string File = "JOINTDESK_STORE_WRITER", Key = "JOINTDESK_STORE_WRITER_KEY", Writers = "JOINTDESK_STORE_WRITER_COUNT";

    public static void RunWhenAsked()
    {
        if (Environment.GetEnvironmentVariable(File) is not { Length: > 0 } path)
            return;
        try
        {
            Run(path, Environment.GetEnvironmentVariable(Key), int.Parse(Environment.GetEnvironmentVariable(Writers)!, CultureInfo.InvariantCulture)).GetAwaiter().GetResult();
        }
        catch (StoreRefusedException e)
        {
            Console.Error.WriteLine(e.Message);
            Environment.Exit(1);
        }
        catch (Exception e)
        {
            Console.Error.WriteLine(e);
            Environment.Exit(3);
        }
    }

    private static async Task Run(string path, string? key, int writers)
    {
        var output = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };
        var clock = System.Diagnostics.Stopwatch.StartNew();
        await using var store = LiteDbStore.Open(new StoreOptions(path, key) { CheckpointBytes = 1 << 20 });
        var opened = clock.ElapsedMilliseconds;
        var numbers = await Ledger.ReadAsync(store, writers);
        await output.WriteLineAsync($"found {opened} {string.Join(' ', numbers)}");
        await Task.WhenAll(Enumerable.Range(0, writers).Select(writer => Task.Run(async () =>
        {
            while (true)
            {
                var next = numbers[writer] + 1;
                if (await Ledger.StepAsync(store, writer, next) is not Committed)
                    throw new InvalidOperationException($"writer {writer} met another");
                numbers[writer] = next;
                lock (output)
                    output.WriteLine($"{writer} {next}");
            }
        })));
    }
}
