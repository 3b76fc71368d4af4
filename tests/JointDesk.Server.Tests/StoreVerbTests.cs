using System.Text;
using JointDesk.Auditing;
using JointDesk.BotFramework;
using JointDesk.People;
using JointDesk.Server.Channels;
using JointDesk.Server.Verbs;
using JointDesk.Store;
using JointDesk.Store.Admin;
using JointDesk.Store.LiteDb;
using JointDesk.Talk.Dialogs;
using NodaTime;

namespace JointDesk.Server.Tests;

public sealed class StoreVerbTests : IDisposable
{
    private const string Old = "the passphrase of last year", New = "the passphrase of this year";
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("jointdesk-verbs-");

    private string Desk => Path.Combine(folder.FullName, "desk.db");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task AnErasedOfficerIsGoneFromTheFileToTheLastByteAndTheAuditKeepsTheId()
    {
        await SeedAsync();
        await using (var store = LiteDbStore.Open(new StoreOptions(Desk)))
        {
            var log = new ChatLog(store, SystemClock.Instance);
            await log.AppendAsync([Said("p.wang.fang", "我的私事"), Said("d.lj-cid", "大家好"), Said("d.lj-cid", "再见")], _ => new ChangeSet
            {
                Puts =
                [
                    ConnectorChat.Documents.Put(new ConnectorChat("chat/1", "wang.fang", System.Text.Json.JsonSerializer.SerializeToElement(new { })) { ShutOut = "blocked" }, 0),
                    OpenConversation.Documents.Put(new OpenConversation("team/7|wang.fang", "zh", new Draft("d", "convene") { Place = "秘密地点" }), 0),
                    KnownAccount.Documents.Put(new KnownAccount("account/1", "Wang.Fang@DESK.example", Instant.MinValue), 0),
                ],
            }, Cancel);
        }
        var officer = await OfficerAsync();
        Assert.True(Holds(officer!.Name) && Holds(officer.NameEn) && Holds("我的私事") && Holds("秘密地点"));

        Assert.Equal(Usage.Done, await StoreVerbs.EraseOfficerAsync(["wang.fang", "--Storage:Path", Desk]));
        Assert.False(Holds(officer.Name) || Holds(officer.NameEn) || Holds("我的私事") || Holds("秘密地点") || Holds("chat/1") || Holds("account/1"));
        Assert.True(Holds("大家好") && Holds("再见") && Holds("吴刚"));
        Assert.Equal(Usage.Done, await StoreVerbs.VerifyAuditAsync(["--Storage:Path", Desk]));
        await using (var store = LiteDbStore.Open(new StoreOptions(Desk)))
        {
            var last = (await store.ReadAuditAsync((await store.AuditHeadAsync(Cancel)).Sequence - 1, 1, Cancel))[0].Draft;
            Assert.Equal(("OfficerErased", "wang.fang"), (last.Action, last.Subject));
            Assert.Equal(["lj-cid"], last.Departments);
        }
        Assert.Null(await OfficerAsync());
        Assert.Equal(Usage.Failed, await StoreVerbs.EraseOfficerAsync(["wang.fang", "--Storage:Path", Desk]));
        Assert.Equal(Usage.WrongUsage, await StoreVerbs.EraseOfficerAsync(["--Storage:Path", Desk]));
    }

    [Fact]
    public async Task AKeyFromAFileIsRotatedToThatOfAnotherFile()
    {
        var (old, next) = (Write("old.key", Old + "\n"), Write("new.key", New + "\r\n"));
        await SeedAsync("--Storage:KeyFile", old);
        Assert.False(Holds("王芳"));
        Assert.Equal(Usage.Failed, await StoreVerbs.RotateKeyAsync([next, "--Storage:KeyFile", next, "--Storage:Path", Desk]));
        Assert.Equal(Usage.Failed, await StoreVerbs.RotateKeyAsync([Write("short.key", "short"), "--Storage:KeyFile", old, "--Storage:Path", Desk]));
        Assert.Equal(Usage.Failed, await StoreVerbs.RotateKeyAsync([Write("two.key", "two\nlines of a key"), "--Storage:KeyFile", old, "--Storage:Path", Desk]));
        Assert.Equal(Usage.Done, await StoreVerbs.RotateKeyAsync([next, "--Storage:KeyFile", old, "--Storage:Path", Desk]));
        Assert.Equal(Usage.Failed, await StoreVerbs.VerifyAuditAsync(["--Storage:KeyFile", old, "--Storage:Path", Desk]));
        Assert.Equal(Usage.Done, await StoreVerbs.VerifyAuditAsync(["--Storage:Key", New, "--Storage:Path", Desk]));
        Assert.Equal(Usage.Failed, await StoreVerbs.VerifyAuditAsync(["--Storage:Key", New, "--Storage:KeyFile", next, "--Storage:Path", Desk]));
    }

    [Fact]
    public async Task HeadsOfTheAuditChainAreCopiedWhereTheSettingSaysAndShowACut()
    {
        await SeedAsync();
        var heads = Path.Combine(folder.FullName, "elsewhere.jsonl");
        await using (var store = LiteDbStore.Open(new StoreOptions(Desk)))
        {
            await store.CommitAsync(new ChangeSet { Audit = [new AuditDraft(Instant.MinValue, "desk", "Tested", "x", [], "{}")] }, Cancel);
            await AuditCheck.KeepHeadAsync(store, heads, DateTimeOffset.UnixEpoch, Cancel);
        }
        string[] settings = ["--Storage:Path", Desk, "--Storage:AuditHeads:File", heads];
        Assert.Equal(Usage.Done, await StoreVerbs.VerifyAuditAsync(settings));
        var backup = Path.Combine(folder.FullName, "early.db");
        File.Delete(Desk);
        File.Delete(Desk + "-log");
        await SeedAsync();
        Assert.Equal(Usage.Failed, await StoreVerbs.VerifyAuditAsync(settings));
        Assert.Equal(Usage.Done, await StoreVerbs.BackupAsync([backup, .. settings]));
        Assert.Equal(Usage.Done, await StoreVerbs.RestoreAsync([backup, "--force", .. settings]));
        Assert.Equal(Usage.Done, await StoreVerbs.VerifyAuditAsync(settings));
    }

    private async Task SeedAsync(params string[] settings)
    {
        var demo = Import.DirectoryFiles.Demo;
        demo.WriteTo(Path.Combine(folder.FullName, "directory"));
        Assert.Equal(Usage.Done, await StoreVerbs.ImportAsync([Path.Combine(folder.FullName, "directory"), "--Storage:Path", Desk, .. settings]));
    }

    private async Task<Officer?> OfficerAsync()
    {
        await using var store = LiteDbStore.Open(new StoreOptions(Desk));
        return (await store.FindAsync(Officer.Kind, "wang.fang", Cancel)).Document;
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }

    private bool Holds(string text) => new[] { Desk, Desk + "-log" }.Any(file => File.ReadAllBytes(file).AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0);

    private static Addition Said(string conversation, string text) => new(conversation, new Activity
    {
        Type = ActivityTypes.Message,
        Text = text,
        From = new ChannelAccount { Id = "wang.fang", Name = "王芳" },
    });
}
