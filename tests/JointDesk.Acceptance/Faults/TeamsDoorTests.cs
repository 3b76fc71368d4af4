using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using JointDesk.Acceptance.Chats;
using JointDesk.Acceptance.Host;

namespace JointDesk.Acceptance.Faults;

/// <summary>The Bot Framework endpoint as a channel on this machine uses it, with the replies in the answer (<c>expectReplies</c>).</summary>
public sealed class TeamsDoorTests(SharedDesk shared) : IClassFixture<SharedDesk>
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("下周三下午三点召集经侦支队开“6·18”案联席会议", "您不在本联席会议的通讯录中", "国际合作处")]
    [InlineData("convene a meeting on the June 18 case with Economic Crime", "You are not in the directory", "International Cooperation")]
    public async Task A_stranger_is_told_whom_to_ask(string text, string no, string office)
    {
        var reply = Assert.Single(await Replies(Message("zhang.san", text, Guid.NewGuid().ToString("N"))));
        Assert.Contains(no, reply, StringComparison.Ordinal);
        Assert.Contains(office, reply, StringComparison.Ordinal);
        Assert.DoesNotContain("6·18", reply, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ten_deliveries_in_parallel_have_one_effect()
    {
        Assert.Contains("待确认", Assert.Single(await Replies(Message("wang.fang", Conversing.Sentence("经侦支队"), "first"))), StringComparison.Ordinal);
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Replies(Message("wang.fang", "确认", "second"))));

        await Conversing.Settle(shared.Desk, Cancel);
        var convener = await DeskClient.SignIn(shared.Desk, "wang.fang", Cancel);
        Assert.Single((await convener.Api("api/v1/meetings", Cancel))["items"]!.AsArray());
        var invited = await DeskClient.SignIn(shared.Desk, "chen.jie", Cancel);
        await invited.Personal.Read(Cancel);
        Assert.Single(invited.Personal.Messages, m => m.CalendarAddress is not null);
    }

    private async Task<IReadOnlyList<string>> Replies(JsonObject activity)
    {
        using var answer = await shared.Desk.Http.PostAsJsonAsync("api/messages", activity, Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var body = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancel))!;
        return [.. body["activities"]!.AsArray().Select(a => (string?)a!["text"] ?? "")];
    }

    private static JsonObject Message(string from, string text, string id) => new()
    {
        ["type"] = "message",
        ["id"] = id,
        ["channelId"] = "emulator",
        ["serviceUrl"] = "http://localhost:56150/",
        ["deliveryMode"] = "expectReplies",
        ["from"] = new JsonObject { ["id"] = from, ["name"] = from },
        ["recipient"] = new JsonObject { ["id"] = "bot", ["name"] = "JointDesk" },
        ["conversation"] = new JsonObject { ["id"] = $"chat-{from}", ["conversationType"] = "personal" },
        ["text"] = text,
    };
}
