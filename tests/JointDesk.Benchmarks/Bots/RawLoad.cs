using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace JointDesk.Benchmarks.Bots;

/// <summary>Posts over plain sockets, so that the load takes as little of the cores as it can; each connection waits for its answer.</summary>
internal static class RawLoad
{
    public const int Connections = 32;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(8);

    /// <returns>With the processor time that the server took for each turn, in microseconds.</returns>
    public static async Task<(Measured Result, double Cpu)> MeasureAsync(Peer peer, TimeSpan length, Func<int, byte[]> request)
    {
        var number = 0;
        await RunAsync(WarmUp, null);
        var times = Enumerable.Range(0, Connections).Select(_ => new List<double>(1 << 16)).ToArray();
        var before = peer.ProcessorTime;
        var watch = Stopwatch.StartNew();
        var failed = await RunAsync(length, times);
        var result = new Measured([.. times.SelectMany(t => t).Order()], watch.Elapsed, failed);
        return (result, (peer.ProcessorTime - before).TotalMicroseconds / result.Times.Count);

        async Task<int> RunAsync(TimeSpan until, List<double>[]? taken) =>
            (await Task.WhenAll(Enumerable.Range(0, Connections).Select(i => Task.Run(() => ConverseAsync(until, taken?[i]))))).Sum();

        async Task<int> ConverseAsync(TimeSpan until, List<double>? taken)
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(IPAddress.Loopback, peer.Port);
            var buffer = new byte[16 * 1024];
            var refused = 0;
            for (var watch = Stopwatch.StartNew(); watch.Elapsed < until;)
            {
                var bytes = request(Interlocked.Increment(ref number));
                var begun = Stopwatch.GetTimestamp();
                await socket.SendAsync(bytes);
                refused += await ReadAsync(socket, buffer) is >= 200 and < 300 ? 0 : 1;
                taken?.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
            }
            return refused;
        }
    }

    /// <returns>The status of one whole answer.</returns>
    private static async ValueTask<int> ReadAsync(Socket socket, byte[] buffer)
    {
        for (var read = 0; ;)
        {
            var more = await socket.ReceiveAsync(buffer.AsMemory(read));
            if (more == 0)
                return 0;
            read += more;
            if (StatusOf(buffer.AsSpan(0, read)) is { } status)
                return status;
        }
    }

    /// <summary>Null while the answer is not whole: its body is as long as said, empty, or ends with an empty chunk.</summary>
    private static int? StatusOf(ReadOnlySpan<byte> answer)
    {
        var end = answer.IndexOf("\r\n\r\n"u8);
        if (end < 0)
            return null;
        var head = answer[..end];
        var body = answer.Length - end - 4;
        var isWhole = Ascii(head, "ontent-Length: "u8) is { } length ? body >= length
            : head.IndexOf("chunked"u8) < 0 || answer.EndsWith("0\r\n\r\n"u8);
        return isWhole ? Ascii(head, "HTTP/1.1 "u8) : null;
    }

    private static int? Ascii(ReadOnlySpan<byte> head, ReadOnlySpan<byte> after)
    {
        var at = head.IndexOf(after);
        if (at < 0)
            return null;
        return System.Buffers.Text.Utf8Parser.TryParse(head[(at + after.Length)..], out int value, out _) ? value : null;
    }
}
