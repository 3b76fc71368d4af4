using System.Security.Cryptography;

namespace JointDesk.Acceptance.Host;

/// <summary>What the officer of the machine meets at the command line: a file that is refused, and the verbs while a desk runs.</summary>
public sealed class CommandLineTests : IDisposable
{
    private const string Key = "the passphrase of the desk";
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("jointdesk-line-");

    public void Dispose() => folder.Delete(recursive: true);

    private string Backup => Path.Combine(folder.FullName, "backup.db");

    /// <summary>Each case spoils the file or the key of a desk that was closed; it then says why it does not start, and leaves the files as they were.</summary>
    [Theory]
    [InlineData("foreign", "is no JointDesk store")]
    [InlineData("newer", "was written by a newer JointDesk")]
    [InlineData("damaged", "is damaged")]
    [InlineData("log lost", "-log lies there without")]
    [InlineData("plain", "is not encrypted, but Storage:Key is set")]
    [InlineData("no key", "is encrypted; set Storage:Key")]
    [InlineData("wrong key", "was encrypted with another key")]
    public async Task A_file_that_cannot_be_used_is_refused_in_one_line_and_stays_as_it_was(string fault, string because)
    {
        var isEncrypted = fault is "no key" or "wrong key";
        await using var desk = await DeskProcess.Start(Cancel, ("Storage__Key", isEncrypted ? Key : null));
        await desk.Stop();
        Spoil(desk.StoreFile, fault);
        desk.Set("Storage__Key", fault switch { "plain" => Key, "wrong key" => Key + "?", _ => null });

        var before = Contents(desk.StoreFile);
        var (exit, output, errors) = await desk.Verb(Cancel);
        Assert.Equal((1, ""), (exit, output));
        Assert.Contains(because, errors, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', errors);
        Assert.Equal(before, Contents(desk.StoreFile));
    }

    [Fact]
    public async Task A_running_desk_is_backed_up_and_neither_restored_over_nor_rotated()
    {
        await using var desk = await DeskProcess.Start(Cancel, ("Storage__Key", Key));
        Assert.Equal((0, $"Backed up to {Backup}.", ""), await desk.Verb(Cancel, "backup", Backup));
        Assert.Contains("is there already", await RefusedAsync(desk, "backup", Backup), StringComparison.Ordinal);
        Assert.Contains("--force", await RefusedAsync(desk, "restore", Backup), StringComparison.Ordinal);
        Assert.Contains("in use by another process", await RefusedAsync(desk, "restore", Backup, "--force"), StringComparison.Ordinal);
        Assert.Contains("in use by another process", await RefusedAsync(desk, "erase-officer", "wang.fang"), StringComparison.Ordinal);
        var next = Path.Combine(folder.FullName, "next.key");
        await File.WriteAllTextAsync(next, "the passphrase of next year\n", Cancel);
        Assert.Contains("in use by another process", await RefusedAsync(desk, "rotate-key", next), StringComparison.Ordinal);

        await desk.Stop();
        var (exit, said, _) = await desk.Verb(Cancel, "restore", Backup, "--force");
        Assert.Equal(0, exit);
        var aside = Assert.Single(Directory.GetFiles(Path.GetDirectoryName(desk.StoreFile)!, "jointdesk.db-before-*Z"));
        Assert.Contains(aside, said, StringComparison.Ordinal);
        Assert.Equal(0, (await desk.Verb(Cancel, "rotate-key", next)).Exit);
        Assert.Contains("another key", await RefusedAsync(desk, "audit", "verify"), StringComparison.Ordinal);
        desk.Set("Storage__Key", null);
        desk.Set("Storage__KeyFile", next);
        Assert.Equal(0, (await desk.Verb(Cancel, "audit", "verify")).Exit);
        await desk.StartAgain(Cancel);
    }

    [Fact]
    public async Task Wrong_usage_is_exit_code_2()
    {
        await using var desk = await DeskProcess.Start(Cancel);
        foreach (var line in new string[][] { ["backup"], ["restore", "--force"], ["erase-officer"], ["rotate-key", "--Storage:Path"], ["audit", "verify", "now"] })
            Assert.Equal(2, (await desk.Verb(Cancel, line)).Exit);
    }

    private static async Task<string> RefusedAsync(DeskProcess desk, params string[] line)
    {
        var (exit, output, errors) = await desk.Verb(Cancel, line);
        Assert.Equal((1, ""), (exit, output));
        Assert.DoesNotContain('\n', errors);
        return errors;
    }

    private static void Spoil(string file, string fault)
    {
        var bytes = File.ReadAllBytes(file);
        switch (fault)
        {
            case "foreign":
                File.WriteAllText(file, "minutes of the meeting");
                return;
            case "newer":
                bytes[16] = bytes[4096 + 16] = 9;
                break;
            case "damaged":
                bytes[^3000] ^= 4;
                break;
            case "log lost":
                File.Delete(file);
                return;
        }
        File.WriteAllBytes(file, bytes);
    }

    private static Dictionary<string, string> Contents(string store) => Directory.GetFiles(Path.GetDirectoryName(store)!, "jointdesk.db*")
        .ToDictionary(file => file, file => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file))));
}
