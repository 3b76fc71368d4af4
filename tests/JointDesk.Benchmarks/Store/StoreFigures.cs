using System.Globalization;
using System.Text;

namespace JointDesk.Benchmarks.Store;

/// <summary>What one run reached, beside what is wanted.</summary>
internal sealed record StoreFigures(IReadOnlyList<CommitRate> Rates, ClaimTimes Claims, Stall Backup)
{
    private const string Begin = "<!-- speed: written by the run -->", End = "<!-- speed: end -->";

    private (string Goal, bool Reached)[] Goals =>
    [
        ("eight writers at 0.5 of the raw append", Of(CommitRates.Own).OfRaw >= 0.5),
        ("eight writers at 5 times LiteDB as it comes", Of(CommitRates.Own).OfPlain >= 5),
        ("eight writers, encrypted, at 0.35 of the raw append", Of(CommitRates.Encrypted).OfRaw >= 0.35),
        ("a claim of 100 in 50 ms at p99", Claims.At(0.99) <= 50),
        ("memory below 1 GiB", Claims.MebiBytes < 1024),
        ("a backup that stalls writers for less than 2 s", Backup.LongestCommit < 2_000),
    ];

    public IReadOnlyList<string> Missed => [.. Goals.Where(goal => !goal.Reached).Select(goal => goal.Goal)];

    public string ToTable()
    {
        var table = new StringBuilder();
        Line($"One run on {DateTime.UtcNow:yyyy-MM-dd}, {Environment.ProcessorCount} cores, {Environment.Version}; a unit of work is a document with an index entry, a queue item and an audit entry.");
        Line($"");
        Line($"| Commits | a second | of the raw append | of LiteDB, 8 writers |");
        Line($"|---|---:|---:|---:|");
        foreach (var rate in Rates)
            Line($"| {rate.Name} | {rate.PerSecond:n0} | {rate.OfRaw:0.00} | {rate.OfPlain:0.00} |");
        Line($"");
        Line($"| Other | Reached |");
        Line($"|---|---|");
        Line($"| claim of 100 among {Claims.Reminders:n0} reminders, lease and fence committed | p50 {Claims.At(0.5):0.0} ms, p99 {Claims.At(0.99):0.0} ms, longest {Claims.At(1):0.0} ms of {Claims.Times.Count} |");
        Line($"| {Claims.Reminders:n0} reminders | queued in {Claims.Loading.TotalSeconds:0} s, opened in {Claims.Opening.TotalSeconds:0.0} s, {Claims.MebiBytes} MiB of memory |");
        Line($"| backup of {Backup.Megabytes} MB in {Backup.Took.TotalSeconds:0.0} s while one writes | longest of {Backup.Commits} commits {Backup.LongestCommit:0} ms |");
        Line($"| goals | {(Missed.Count == 0 ? "all reached" : "missed: " + string.Join("; ", Missed))} |");
        return table.ToString();

        void Line(FormattableString text) => table.Append(text.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }

    /// <summary>Between the two marks of the file.</summary>
    public void WriteInto(string file)
    {
        var text = File.ReadAllText(file);
        var begin = text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        var end = text.IndexOf(End, StringComparison.Ordinal);
        if (begin < Begin.Length || end < begin)
            throw new InvalidDataException($"{file} has no place for the figures: a line '{Begin}' and after it a line '{End}'.");
        File.WriteAllText(file, $"{text[..begin]}\n{ToTable()}{text[end..]}");
    }

    private CommitRate Of(string name) => Rates.Single(rate => rate.Name == name);
}
