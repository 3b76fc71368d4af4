namespace JointDesk.Benchmarks;

internal static class Table
{
    /// <summary>The last row is what the others are held against.</summary>
    public static void Print(string title, params (string Name, Measured Result)[] rows)
    {
        var one = rows[^1].Result.PerSecond;
        Console.WriteLine(title);
        Console.WriteLine();
        Console.WriteLine("| | turns/s | of (c) | p50 ms | p99 ms | failed |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|");
        foreach (var (name, result) in rows)
            Console.WriteLine($"| {name} | {result.PerSecond:N0} | {result.PerSecond / one:F4} | {result.At(0.5):F2} | {result.At(0.99):F2} | {result.Failed} |");
    }
}
