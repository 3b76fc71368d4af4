using System.IO.Pipes;
using System.Security.Cryptography;
using System.Text;
using JointDesk.Store.LiteDb;

namespace JointDesk.Store.Admin;

/// <summary>
/// A file is open in one process alone, so <c>backup FILE</c> asks the desk that has it open: one line "backup FILE" through a local
/// pipe of the same user, and one line back, "done" or why not.
/// </summary>
internal sealed class StoreDoor : IAsyncDisposable
{
    private const string Done = "done";
    private const int LongestPath = 95;
    private static readonly TimeSpan ToConnect = TimeSpan.FromSeconds(2);
    private readonly CancellationTokenSource _closing = new();
    private readonly Task _listening;

    public StoreDoor(LiteDbStore store, string storePath) => _listening = Task.Run(() => ListenAsync(store, NameOf(storePath)));

    /// <summary>Throws <see cref="StoreRefusedException"/> with what the desk answered, or <paramref name="otherwise"/> where none answers.</summary>
    public static async Task AskForBackupAsync(string storePath, string target, StoreRefusedException otherwise)
    {
        await using var pipe = new NamedPipeClientStream(".", NameOf(storePath), PipeDirection.InOut, PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly);
        try
        {
            using var soon = new CancellationTokenSource(ToConnect);
            await pipe.ConnectAsync(soon.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or UnauthorizedAccessException or TimeoutException)
        {
            throw otherwise;
        }
        var (reader, writer) = Lines(pipe);
        await writer.WriteLineAsync($"backup {Path.GetFullPath(target)}");
        if (await reader.ReadLineAsync() is not Done and var answer)
            throw new StoreRefusedException(answer ?? "The desk closed before the backup was done.");
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _listening;
        _closing.Dispose();
    }

    private async Task ListenAsync(LiteDbStore store, string name)
    {
        while (!_closing.IsCancellationRequested)
        {
            try
            {
                await using var pipe = new NamedPipeServerStream(name, PipeDirection.InOut, 1, PipeTransmissionMode.Byte, PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly);
                await pipe.WaitForConnectionAsync(_closing.Token);
                var (reader, writer) = Lines(pipe);
                await writer.WriteLineAsync(await AnswerAsync(store, await reader.ReadLineAsync(_closing.Token)));
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Whoever asked has gone, or the pipe cannot be made just now; the desk itself needs neither.
                await Task.Delay(ToConnect, _closing.Token).ContinueWith(_ => { }, TaskScheduler.Default);
            }
        }
    }

    private async Task<string> AnswerAsync(LiteDbStore store, string? order)
    {
        if (order?.Split(' ', 2) is not ["backup", var target])
            return "The desk knows the order backup FILE alone.";
        try
        {
            await store.BackupAsync(target, _closing.Token);
            return Done;
        }
        catch (Exception e) when (e is StoreRefusedException or StoreUnavailableException)
        {
            return e.Message.ReplaceLineEndings(" ");
        }
    }

    private static (StreamReader, StreamWriter) Lines(Stream pipe) => (new StreamReader(pipe), new StreamWriter(pipe) { AutoFlush = true });

    /// <summary>Beside the store, since a service may have a folder for temporary files of its own; by a hash there, where that path is longer than a socket's may be.</summary>
    private static string NameOf(string storePath)
    {
        var path = Path.GetFullPath(storePath);
        return !OperatingSystem.IsWindows() && Encoding.UTF8.GetByteCount(path) < LongestPath
            ? path + "-door"
            : "jointdesk-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path)).AsSpan(0, 8));
    }
}
