using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;

namespace JointDesk.Benchmarks;

/// <summary>A simple measured loop: each conversation posts its next turn when the last one was answered.</summary>
internal static class Load
{
    /// <summary>The officers who may convene for the case, and others: one conversation each.</summary>
    public static readonly string[] Officers = ["wang.fang", "wu.gang", "zhao.min", "li.qiang", "chen.jie", "zhou.tao", "sun.li", "lin.yue"];

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(4);

    public static int Conversations => Officers.Length;

    public static async Task<Measured> Measure(Target target, Func<string, int, string> turn, TimeSpan length)
    {
        var numbers = new int[Officers.Length];
        await Run(WarmUp, new List<double>[Officers.Length]);
        var times = new List<double>[Officers.Length];
        var watch = Stopwatch.StartNew();
        var failed = await Run(length, times);
        return new Measured([.. times.SelectMany(t => t).Order()], watch.Elapsed, failed);

        async Task<int> Run(TimeSpan until, List<double>[] taken) =>
            (await Task.WhenAll(Officers.Select((_, i) => Task.Run(() => Converse(i, until, taken[i] = []))))).Sum();

        async Task<int> Converse(int officer, TimeSpan until, List<double> taken)
        {
            var refused = 0;
            for (var watch = Stopwatch.StartNew(); watch.Elapsed < until;)
            {
                var begun = Stopwatch.GetTimestamp();
                using var content = new StringContent(turn(Officers[officer], ++numbers[officer]), Encoding.UTF8, "application/json");
                using var request = new HttpRequestMessage(HttpMethod.Post, target.Chats[officer].Path) { Content = content };
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", target.Chats[officer].Token);
                using var answer = await target.Http.SendAsync(request);
                await answer.Content.ReadAsByteArrayAsync();
                taken.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
                refused += answer.IsSuccessStatusCode ? 0 : 1;
            }
            return refused;
        }
    }
}

/// <param name="Times">Of each turn in milliseconds, shortest first.</param>
internal sealed record Measured(IReadOnlyList<double> Times, TimeSpan Elapsed, int Failed)
{
    public double PerSecond => (Times.Count - Failed) / Elapsed.TotalSeconds;

    public double At(double quantile) => Times[(int)(quantile * (Times.Count - 1))];
}
