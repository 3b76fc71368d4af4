using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using JointDesk.Cases;
using JointDesk.Information;
using JointDesk.Meetings;
using JointDesk.Store.InMemory;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace JointDesk.Server.Tests;

public sealed class DoorTests
{
    private static readonly string[] Paths =
        ["me", "departments", "cases", "meetings", "meetings/x", "information-requests", "contributions", "assignments", "audit", "nothing"];

    [Fact]
    public async Task WithoutATokenTheApiSaysNothing()
    {
        await using var desk = await RunningDesk.StartAsync();
        foreach (var path in Paths)
            Assert.Equal(HttpStatusCode.Unauthorized, (await GetAsync(desk.Http, "/api/v1/" + path)).StatusCode);
        using var client = await desk.SignInAsync("wang.fang");
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(client, "/api/v1/meetings/x")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(client, "/api/v1/nothing")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await GetAsync(client, "/api/v1/meetings?cursor=%ff")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await GetAsync(client, "/api/v1/audit?limit=0")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(desk.Http, "/openapi/v1.json")).StatusCode);
    }

    [Fact]
    public async Task ListsComeInPages()
    {
        await using var desk = await RunningDesk.StartAsync();
        using var client = await desk.SignInAsync("wang.fang");
        var seen = new List<string>();
        for (string? next = ""; next is not null;)
        {
            var page = await JsonAsync(client, $"/api/v1/departments?limit=4&cursor={next}");
            seen.AddRange(page["items"]!.AsArray().Select(d => (string)d!["id"]!));
            next = (string?)page["next"];
        }
        Assert.Equal(9, seen.Distinct().Count());
        Assert.Equal(9, seen.Count);
    }

    [Fact]
    public async Task AContributionIsThereForThoseItIsForAndLeavesAReceipt()
    {
        await using var desk = await RunningDesk.StartAsync();
        var meeting = await DoAsync<MeetingConvened>(desk, "wang.fang", new ConveneMeeting(
            "JH-2026-0618", null, MeetingKind.Topical, null, ["lj-exit", "lj-econ"], [], Instant.FromUtc(2026, 12, 2, 7, 0), Duration.FromHours(2), "Asia/Shanghai", null));
        await DoAsync<InformationContributed>(desk, "li.qiang", new ContributeInformation(
            InformationRequest.IdOf(meeting.Meeting, "lj-exit"), "三人持同一批证件", new Handling(Tlp.AmberStrict, ["lj-cid"], [])));

        using var lead = await desk.SignInAsync("xu.lei");
        var item = Assert.Single((await JsonAsync(lead, "/api/v1/contributions"))["items"]!.AsArray())!;
        Assert.Equal("AMBER+STRICT", (string?)item["handling"]!["label"]);
        Assert.Equal("三人持同一批证件", (string?)item["text"]);
        Assert.Contains(item["receipts"]!.AsArray(), r => (string?)r!["officer"] == "xu.lei");
        using var other = await desk.SignInAsync("chen.jie");
        Assert.Empty((await JsonAsync(other, "/api/v1/contributions"))["items"]!.AsArray());
        using var office = await desk.SignInAsync("zhao.min");
        Assert.Empty((await JsonAsync(office, "/api/v1/contributions"))["items"]!.AsArray());
        Assert.Empty((await JsonAsync(office, "/api/v1/meetings"))["items"]!.AsArray());
        Assert.Contains((await JsonAsync(office, "/api/v1/audit"))["items"]!.AsArray(), e => (string?)e!["action"] == nameof(ContributionShown));

        var shown = await JsonAsync(lead, $"/api/v1/meetings/{meeting.Meeting}");
        Assert.Equal("2026-12-02T15:00:00+08:00", (string?)shown["start"]);
        Assert.Equal("convened", (string?)shown["state"]);
        Assert.Equal("needsAction", (string?)shown["participants"]![0]!["response"]);
    }

    [Fact]
    public async Task AFeedHasItsMeetingsAndAnETag()
    {
        await using var desk = await RunningDesk.StartAsync();
        await DoAsync<MeetingConvened>(desk, "wang.fang", new ConveneMeeting(
            "JH-2026-0618", null, MeetingKind.Topical, null, ["lj-exit"], [], Instant.FromUtc(2026, 12, 2, 7, 0), Duration.FromHours(2), "Asia/Shanghai", null));
        using var client = await desk.SignInAsync("li.qiang");
        var feed = (string)(await JsonAsync(client, "/api/v1/me"))["feed"]!;
        var first = await GetAsync(desk.Http, feed);
        Assert.Contains("DTSTART;TZID=Asia/Shanghai:20261202T150000", await first.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using var again = new HttpRequestMessage(HttpMethod.Get, feed);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await desk.Http.SendAsync(again, TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(desk.Http, "/calendar/" + new string('a', 43) + ".ics")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(desk.Http, "/calendar/x")).StatusCode);
    }

    [Fact]
    public async Task WithoutTheDemoItsDoorsAreNotThere()
    {
        await using var desk = await RunningDesk.StartAsync(settings: ["--Demo:Enabled", "false"]);
        foreach (var path in new[] { "/demo/clock", "/demo/officers" })
            Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(desk.Http, path)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(desk.Http, "/demo/sign-in", """{"officer":"wang.fang"}""")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await PostAsync(desk.Http, "/api/messages", """{"type":"message"}""")).StatusCode);
    }

    [Theory]
    [InlineData("/demo/sign-in", "{}", HttpStatusCode.BadRequest)]
    [InlineData("/demo/sign-in", "not json", HttpStatusCode.BadRequest)]
    [InlineData("/demo/sign-in", """{"officer":"nobody"}""", HttpStatusCode.NotFound)]
    [InlineData("/demo/clock", "{}", HttpStatusCode.BadRequest)]
    [InlineData("/demo/clock", "", HttpStatusCode.BadRequest)]
    [InlineData("/demo/clock", """{"advance":"soon"}""", HttpStatusCode.BadRequest)]
    [InlineData("/demo/clock", """{"advance":"-00:01:00"}""", HttpStatusCode.BadRequest)]
    [InlineData("/demo/clock", """{"advance":"9999.00:00:00"}""", HttpStatusCode.BadRequest)]
    [InlineData("/demo/clock", """{"now":"2026-11-22T09:00:00+08:00"}""", HttpStatusCode.BadRequest)]
    [InlineData("/demo/clock", """{"now":"2026-11-26T09:00:00"}""", HttpStatusCode.BadRequest)]
    [InlineData("/demo/clock", """{"now":"2026-11-26T09:00:00+08:00","advance":"1.00:00:00"}""", HttpStatusCode.BadRequest)]
    public async Task BadInputToTheDemoIsOneLine(string path, string body, HttpStatusCode status)
    {
        await using var desk = await RunningDesk.StartAsync();
        using var answer = await PostAsync(desk.Http, path, body);
        Assert.Equal(status, answer.StatusCode);
        var message = (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["error"]!["message"];
        Assert.DoesNotContain('\n', message!);
    }

    [Fact]
    public async Task TheClockMovesOnAndARestartDoesNotTakeItBack()
    {
        var store = new InMemoryStore();
        await using (var desk = await RunningDesk.StartAsync(store))
            Assert.StartsWith("2026-11-26T09:00:0", (string)(await desk.PostAsync("/demo/clock", new { now = "2026-11-26T09:00:00+08:00" }))["now"]!, StringComparison.Ordinal);
        await using var again = await RunningDesk.StartAsync(store);
        Assert.StartsWith("2026-11-26T09:00:", (string)(await JsonAsync(again.Http, "/demo/clock"))["now"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TokensOutliveARestart()
    {
        var store = new InMemoryStore();
        var first = await RunningDesk.StartAsync(store);
        using var client = await first.SignInAsync("wang.fang");
        await first.DisposeAsync();
        await using var again = await RunningDesk.StartAsync(store);
        again.Http.DefaultRequestHeaders.Authorization = client.DefaultRequestHeaders.Authorization;
        Assert.Equal("wang.fang", (string?)(await JsonAsync(again.Http, "/api/v1/me"))["officer"]);
    }

    [Fact]
    public async Task ABotMessageOfAnOfficerIsAnsweredAndAPageOfAnotherSiteIsRefused()
    {
        var echo = new Echo();
        await using var desk = await RunningDesk.StartAsync(receptionist: echo);
        using var answer = await PostAsync(desk.Http, "/api/messages", """
            {"type":"message","id":"1","channelId":"emulator","text":"hello","deliveryMode":"expectReplies","serviceUrl":"http://localhost:56150/",
             "from":{"id":"29:1","email":"WANG.FANG@desk.example"},"recipient":{"id":"28:bot"},"conversation":{"id":"a:1"}}
            """);
        Assert.Equal("heard: hello", (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["activities"]![0]!["text"]);
        Assert.Equal("wang.fang", Assert.Single(echo.Turns).OfficerId);

        using var foreign = new HttpRequestMessage(HttpMethod.Post, "/demo/sign-in") { Content = JsonContent.Create(new { officer = "wang.fang" }) };
        foreign.Headers.Add("Origin", "https://elsewhere.example");
        Assert.Equal(HttpStatusCode.Forbidden, (await desk.Http.SendAsync(foreign, TestContext.Current.CancellationToken)).StatusCode);
    }

    private static async Task<TFact> DoAsync<TFact>(RunningDesk desk, string officer, Command command) where TFact : Fact
    {
        var answer = await desk.Services.GetRequiredService<Desk>().HandleAsync(
            new DeskCall(Guid.NewGuid().ToString("N"), new Caller(officer), command), TestContext.Current.CancellationToken);
        return Assert.IsType<Decision>(answer.Outcome).Facts.OfType<TFact>().First();
    }

    private static Task<HttpResponseMessage> GetAsync(HttpClient client, string path) => client.GetAsync(path, TestContext.Current.CancellationToken);

    private static Task<HttpResponseMessage> PostAsync(HttpClient client, string path, string body) =>
        client.PostAsync(path, new StringContent(body, Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);

    private static async Task<JsonNode> JsonAsync(HttpClient client, string path) =>
        JsonNode.Parse(await client.GetStringAsync(path, TestContext.Current.CancellationToken))!;
}
