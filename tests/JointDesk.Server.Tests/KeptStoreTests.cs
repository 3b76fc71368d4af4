using System.Net;
using System.Reflection;
using JointDesk.Store;
using JointDesk.Store.LiteDb;
using JointDesk.Talk;

namespace JointDesk.Server.Tests;

/// <summary>
/// A whole desk's store of each schema that was released lies in Stores/, written by the desk of that time: officers who talked, a
/// meeting, tasks. The desk of today opens it and reads all of it.
/// </summary>
public sealed class KeptStoreTests : IDisposable
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("jointdesk-kept-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task EverySchemaThatWasReleasedHasItsDeskAndTheDeskOfTodayReadsIt()
    {
        for (var number = 1; number <= DocumentSchema.Current; number++)
        {
            var file = Path.Combine(folder.FullName, $"desk-{number}.db");
            File.Copy(Path.Combine(AppContext.BaseDirectory, "Stores", $"desk-{number}.db"), file);
            await using var desk = await RunningDesk.StartAsync(LiteDbStore.Open(new StoreOptions(file)));
            Assert.Equal(HttpStatusCode.OK, (await desk.Http.GetAsync("/readyz", Cancel)).StatusCode);
            using var client = await desk.SignInAsync("wang.fang");
            Assert.NotEmpty(await client.ReadAsync("p.wang.fang"));
            Assert.Contains("\"uid\"", await client.GetStringAsync("/api/v1/meetings", Cancel), StringComparison.Ordinal);
            Assert.Contains("\"items\"", await client.GetStringAsync("/api/v1/assignments", Cancel), StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.OK, (await client.SayAsync("p.wang.fang", "我的会议")).StatusCode);
            Assert.Contains("6·18", (await client.ReadAsync("p.wang.fang"))[^1].Text(), StringComparison.Ordinal);
        }
    }

    /// <summary>One count for all kinds: it stands where the last upgrade leads.</summary>
    [Fact]
    public void TheNumberOfTheSchemaIsThatOfTheLastUpgradeOfAll()
    {
        var kinds = new[] { typeof(Desk), typeof(Turn), typeof(DeskHost) }.SelectMany(type => type.Assembly.GetTypes())
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(field => typeof(IDocumentKind).IsAssignableFrom(field.FieldType)).Select(field => (IDocumentKind)field.GetValue(null)!).ToList();
        Assert.True(kinds.Count > 15, $"{kinds.Count} kinds were found");
        Assert.Equal(kinds.Count, kinds.Select(kind => kind.Name).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(DocumentSchema.Current, kinds.Max(kind => kind.Schema));
    }
}
