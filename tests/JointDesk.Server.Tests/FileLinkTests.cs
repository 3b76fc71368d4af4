using System.Net;
using System.Net.Http.Json;
using JointDesk.Invitations;
using JointDesk.Server.Channels;
using JointDesk.Store.InMemory;
using JointDesk.Talk;
using NodaTime;

namespace JointDesk.Server.Tests;

/// <summary>What <c>/files</c> gives to whoever has the address.</summary>
public sealed class FileLinkTests : IReceptionist
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private static readonly CalendarFile Calendar = new("m.ics", new CalendarEvent(
        "m@desk.example", 0, Instant.FromUtc(2026, 11, 23, 1, 0), Instant.FromUtc(2026, 12, 2, 7, 0), Duration.FromHours(2), "Asia/Shanghai", "m", null, null,
        new CalendarOrganizer("CID", "lj-cid@desk.example"), [new CalendarAttendee("Exit", "lj-exit@desk.example", Attendance.Required)]), false);

    public ValueTask<Reply> HandleAsync(Turn turn, CancellationToken cancel = default) => ValueTask.FromResult(new Reply(new Message("text", null, Calendar)));

    [Fact]
    public async Task AChannelsFileIsGivenOutUntilTheChannelIsLeft()
    {
        await using var connector = await FakeConnector.StartAsync();
        var store = new InMemoryStore();
        await using var desk = await RunningDesk.StartAsync(store, this);
        await PostAsync(desk, connector, new { type = "message", text = "hello" });
        await connector.NextAsync(c => c.Method == "POST");
        var link = await LinkAsync(store);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(desk, link));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(desk, link + "x"));
        await PostAsync(desk, connector, new { type = "installationUpdate", action = "remove" });
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(desk, link));
    }

    [Fact]
    public async Task NobodyComesForItAfterAMonth()
    {
        await using var connector = await FakeConnector.StartAsync();
        var store = new InMemoryStore();
        await using var desk = await RunningDesk.StartAsync(store, this);
        await PostAsync(desk, connector, new { type = "message", text = "hello" });
        var link = await LinkAsync(store);
        await desk.PostAsync("/demo/clock", new { advance = "29.00:00:00" });
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(desk, link));
        await desk.PostAsync("/demo/clock", new { advance = "2.00:00:00" });
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(desk, link));
    }

    [Fact]
    public async Task AFileOfTheDesksOwnChatsIsNot()
    {
        var store = new InMemoryStore();
        await using var desk = await RunningDesk.StartAsync(store, this);
        using var client = await desk.SignInAsync("wang.fang");
        await client.SayAsync("p.wang.fang", "hello");
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(desk, await LinkAsync(store)));
        var own = (string)(await client.ReadAsync("p.wang.fang"))[^1]["attachments"]![0]!["contentUrl"]!;
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(desk, own));
    }

    private static async Task<string> LinkAsync(InMemoryStore store)
    {
        var kept = await store.QueryAsync(new DocumentQuery(DeskFile.Documents.Name, "at", long.MinValue, long.MaxValue), Cancel);
        return Outgoing.LinkTo(DeskFile.Documents.Read(Assert.Single(kept).Document.Payload));
    }

    private static async Task<HttpStatusCode> StatusAsync(RunningDesk desk, string link)
    {
        using var answer = await desk.Http.GetAsync(link, Cancel);
        return answer.StatusCode;
    }

    private static async Task PostAsync(RunningDesk desk, FakeConnector connector, object what)
    {
        var activity = System.Text.Json.JsonSerializer.SerializeToNode(what)!.AsObject();
        activity["id"] = Guid.NewGuid().ToString("N");
        activity["channelId"] = "msteams";
        activity["serviceUrl"] = connector.Url;
        foreach (var (member, id) in new[] { ("from", "wang.fang"), ("recipient", "28:bot"), ("conversation", "a:1") })
            activity[member] = new System.Text.Json.Nodes.JsonObject { ["id"] = id };
        activity["conversation"]!["conversationType"] = "personal";
        using var answer = await desk.Http.PostAsJsonAsync("/api/messages", activity, Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}
