using System.Globalization;

namespace JointDesk.Benchmarks.Store;

/// <summary>
/// <c>store [--rounds N] [--seconds N] [--reminders N] [--megabytes N] [--figures FILE]</c>: all figures of the store in one run. Its
/// table is printed, and with <c>--figures</c> written into that file. Exit code 1 where a goal is missed.
/// </summary>
internal static class StoreRun
{
    private const string Usage = "store [--rounds N] [--seconds N] [--reminders N] [--megabytes N] [--figures FILE]";

    public static async Task<int> RunAsync(string[] args)
    {
        var options = new Dictionary<string, string>
        {
            ["--rounds"] = "3",
            ["--seconds"] = "3",
            ["--reminders"] = "1000000",
            ["--megabytes"] = "400",
            ["--figures"] = "",
        };
        for (var i = 0; i < args.Length; i += 2)
        {
            if (i + 1 == args.Length || !options.ContainsKey(args[i]))
            {
                await Console.Error.WriteLineAsync($"Usage: {Usage}");
                return 2;
            }
            options[args[i]] = args[i + 1];
        }

        var folder = Directory.CreateTempSubdirectory("jointdesk-store-");
        try
        {
            var rates = await CommitRates.MeasureAsync(folder.FullName, Number("--rounds"), TimeSpan.FromSeconds(Number("--seconds")));
            var stall = await BackupStall.MeasureAsync(folder.FullName, Number("--megabytes"));
            var claims = await Claims.MeasureAsync(folder.FullName, Number("--reminders"));
            var figures = new StoreFigures(rates, claims, stall);
            Console.Out.WriteLine(figures.ToTable());
            if (options["--figures"] is { Length: > 0 } file)
                figures.WriteInto(file);
            foreach (var missed in figures.Missed)
                await Console.Error.WriteLineAsync($"Missed: {missed}");
            return figures.Missed.Count == 0 ? 0 : 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        int Number(string option) => int.Parse(options[option], CultureInfo.InvariantCulture);
    }
}
