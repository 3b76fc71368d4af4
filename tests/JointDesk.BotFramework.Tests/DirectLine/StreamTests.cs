using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;

namespace JointDesk.BotFramework.Tests;

public sealed class StreamTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private static async Task<DirectLineDesk> StartAsync(TimeProvider? time = null, DirectLineOptions? options = null)
    {
        var desk = await DirectLineDesk.StartAsync(time, options);
        desk.Backend.Rooms["team-1"] = ["wang", "li"];
        return desk;
    }

    [Fact]
    public async Task A_stream_pushes_what_comes_to_everyone_in_the_conversation()
    {
        await using var desk = await StartAsync();
        using var wang = await desk.ConnectAsync(await desk.StreamUrlAsync("wang", "team-1"));
        using var li = await desk.ConnectAsync(await desk.StreamUrlAsync("li", "team-1"));
        await desk.PostAsync("team-1", desk.TokenOf("wang"), Samples.Json("web chat message"));
        var frame = JsonElement.Parse((await wang.NextFrameAsync())!);
        Assert.Equal("1764000000000a1b2c", frame.GetProperty("activities")[0].GetProperty("channelData").GetProperty("clientActivityID").GetString());
        Assert.Equal(["你好", "echo: 你好"], (await li.ReadTextsAsync(2)).Texts);
        desk.Backend.Say("team-1", Activity.Message("later"));
        Assert.Equal(("later", "3"), await li.ReadTextAsync());
    }

    [Theory]
    [InlineData("", new[] { "m1", "m2", "m3", "m4", "m5" })]
    [InlineData("0", new[] { "m1", "m2", "m3", "m4", "m5" })]
    [InlineData("3", new[] { "m4", "m5" })]
    public async Task It_replays_from_the_watermark_in_pages(string watermark, string[] expected)
    {
        await using var desk = await StartAsync(options: new() { PageSize = 2 });
        for (var i = 1; i <= 5; i++)
            desk.Backend.Say("team-1", Activity.Message("m" + i));
        using var socket = await desk.ConnectAsync(await desk.StreamUrlAsync("wang", "team-1", watermark));
        var (texts, last) = await socket.ReadTextsAsync(expected.Length);
        Assert.Equal(expected, texts);
        Assert.Equal("5", last);
    }

    [Fact]
    public async Task After_a_lost_line_nothing_is_missed_and_nothing_comes_twice()
    {
        await using var desk = await StartAsync();
        var url = await desk.StreamUrlAsync("wang", "team-1");
        var socket = await desk.ConnectAsync(url);
        desk.Backend.Say("team-1", Activity.Message("one"));
        var (_, watermark) = await socket.ReadTextsAsync(1);
        socket.Abort();
        socket.Dispose();
        desk.Backend.Say("team-1", Activity.Message("two"));
        using var again = await desk.ConnectAsync(await desk.StreamUrlAsync("wang", "team-1", watermark));
        desk.Backend.Say("team-1", Activity.Message("three"));
        Assert.Equal(["two", "three"], (await again.ReadTextsAsync(2)).Texts);
    }

    [Fact]
    public async Task A_burst_arrives_whole_and_in_order()
    {
        await using var desk = await StartAsync(options: new() { PageSize = 7 });
        using var socket = await desk.ConnectAsync(await desk.StreamUrlAsync("wang", "team-1"));
        var talking = Task.Run(() => Parallel.For(0, 500, i => desk.Backend.Say("team-1", Activity.Message("m" + i))), Cancel);
        var (texts, watermark) = await socket.ReadTextsAsync(500);
        await talking;
        Assert.Equal("500", watermark);
        Assert.Equal(500, texts.Distinct().Count());
    }

    [Fact]
    public async Task Empty_frames_are_sent_when_idle_and_ignored_when_received()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var desk = await StartAsync(time);
        using var socket = await desk.ConnectAsync(await desk.StreamUrlAsync("wang", "team-1"));
        await socket.SendAsync(ReadOnlyMemory<byte>.Empty, WebSocketMessageType.Text, true, Cancel);
        await socket.SendAsync(Encoding.UTF8.GetBytes("{nonsense").AsMemory(), WebSocketMessageType.Text, true, Cancel);
        while (desk.Backend.Waiting == 0)
            await Task.Delay(5, Cancel);
        var next = socket.NextFrameAsync();
        while (!next.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(20));
            await Task.Delay(5, Cancel);
        }
        Assert.Equal("", await next);
        desk.Backend.Say("team-1", Activity.Message("still here"));
        Assert.Equal(["still here"], (await socket.ReadTextsAsync(1)).Texts);
    }

    [Fact]
    public async Task Typing_reaches_the_others_at_once_and_is_not_kept()
    {
        await using var desk = await StartAsync();
        using var wang = await desk.ConnectAsync(await desk.StreamUrlAsync("wang", "team-1"));
        using var li = await desk.ConnectAsync(await desk.StreamUrlAsync("li", "team-1"));
        while (desk.Backend.Waiting < 2)
            await Task.Delay(5, Cancel);
        await desk.PostAsync("team-1", desk.TokenOf("wang"), Samples.Json("typing"));
        Assert.Equal(("typing", "0"), await li.ReadTextAsync());
        desk.Typing.Tell("team-1", new() { Type = ActivityTypes.Typing, From = new() { Id = "bot" } });
        Assert.Equal(("typing", "0"), await wang.ReadTextAsync());
        Assert.Equal(0, (await desk.CallAsync("GET", "/conversations/team-1/activities", desk.TokenOf("li"))).Body.GetProperty("activities").GetArrayLength());
    }

    [Fact]
    public async Task Who_is_taken_out_gets_no_more()
    {
        await using var desk = await StartAsync();
        using var socket = await desk.ConnectAsync(await desk.StreamUrlAsync("li", "team-1"));
        while (desk.Backend.Waiting == 0)
            await Task.Delay(5, Cancel);
        desk.Backend.Rooms["team-1"].Remove("li");
        desk.Backend.Say("team-1", Activity.Message("secret"));
        Assert.Null(await socket.NextFrameAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await desk.CallAsync("GET", "/conversations/team-1?watermark=0", desk.TokenOf("li"))).Status);
    }

    [Fact]
    public async Task The_url_is_good_for_a_minute_one_conversation_and_streams_alone()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var desk = await StartAsync(time);
        desk.Backend.Rooms["team-2"] = ["wang"];
        var url = await desk.StreamUrlAsync("wang", "team-1");
        using (var answer = await desk.SendAsync("GET", url.Replace("ws:", "http:", StringComparison.Ordinal), null))
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        await Assert.ThrowsAsync<WebSocketException>(() => desk.ConnectAsync(url.Replace("team-1", "team-2", StringComparison.Ordinal)));
        await Assert.ThrowsAsync<WebSocketException>(() => desk.ConnectAsync(url.Split("&t=")[0] + "&t=" + desk.TokenOf("wang")));
        Assert.Equal(HttpStatusCode.Unauthorized, (await desk.CallAsync("GET", "/conversations/team-1/activities", url.Split("&t=")[1])).Status);
        time.Advance(TimeSpan.FromSeconds(61));
        await Assert.ThrowsAsync<WebSocketException>(() => desk.ConnectAsync(url));
    }

    [Theory]
    [InlineData("https://evil.example", false)]
    [InlineData("null", false)]
    [InlineData("https://portal.example", true)]
    [InlineData("own", true)]
    public async Task Pages_of_other_origins_get_no_stream(string origin, bool may)
    {
        await using var desk = await StartAsync(options: new() { AllowedOrigins = ["https://portal.example"] });
        var url = await desk.StreamUrlAsync("wang", "team-1");
        var connecting = desk.ConnectAsync(url, origin == "own" ? desk.Origin : origin);
        if (may)
            (await connecting).Dispose();
        else
            await Assert.ThrowsAsync<WebSocketException>(() => connecting);
    }

    [Fact]
    public async Task A_stopping_host_closes_its_streams()
    {
        var desk = await StartAsync();
        using var socket = await desk.ConnectAsync(await desk.StreamUrlAsync("wang", "team-1"));
        while (desk.Backend.Waiting == 0)
            await Task.Delay(5, Cancel);
        var next = socket.NextFrameAsync();
        await desk.DisposeAsync();
        Assert.Null(await next);
        Assert.Equal(WebSocketCloseStatus.EndpointUnavailable, socket.CloseStatus);
    }
}
