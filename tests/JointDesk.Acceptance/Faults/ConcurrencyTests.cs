using System.Text.Json.Nodes;
using JointDesk.Acceptance.Chats;
using JointDesk.Acceptance.Host;

namespace JointDesk.Acceptance.Faults;

/// <summary>Things that happen at the same moment, or more than once.</summary>
public sealed class ConcurrencyTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Answers_at_the_same_moment_are_all_kept()
    {
        await using var desk = await DeskProcess.Start(Cancel);
        var convener = await Conversing.Convene(desk, "出入境管理支队、经侦支队、网安支队、法制支队", Cancel);
        var liaisons = new List<DeskClient>();
        foreach (var officer in new[] { "li.qiang", "chen.jie", "zhou.tao", "sun.li" })
        {
            liaisons.Add(await DeskClient.SignIn(desk, officer, Cancel));
            Assert.NotNull(await liaisons[^1].Personal.Await(m => m.Buttons.Exists(b => b.Verb == "rsvp.accept"), Cancel));
        }

        await Task.WhenAll(liaisons.Select(l => l.Personal.Press("rsvp.accept", new Dictionary<string, string>(), false, Cancel)));
        foreach (var liaison in liaisons)
            Assert.NotNull(await liaison.Personal.Await(m => m.Says(["已登记参加"]), Cancel));

        var meeting = (await convener.Api("api/v1/meetings", Cancel))["items"]![0]!;
        Assert.Equal(4, meeting["participants"]!.AsArray().Count(p => (string?)p!["response"] == "accepted"));
        var (exit, _, errors) = await Conversing.VerifyAudit(desk, Cancel);
        Assert.True(exit == 0, errors);
    }

    [Fact]
    public async Task Ten_deliveries_of_one_activity_have_one_effect()
    {
        await using var desk = await DeskProcess.Start(Cancel);
        var convener = await DeskClient.SignIn(desk, "wang.fang", Cancel);
        await convener.Personal.Say(Conversing.Sentence("经侦支队"), Cancel);
        Assert.NotNull(await convener.Personal.Await(m => m.Buttons.Exists(b => b.Verb == "meeting.confirm"), Cancel));

        var confirm = new JsonObject
        {
            ["type"] = "message",
            ["text"] = "确认",
            ["from"] = new JsonObject { ["id"] = "wang.fang", ["role"] = "user" },
            ["channelData"] = new JsonObject { ["clientActivityID"] = "one-and-the-same" },
        };
        var path = $"v3/directline/conversations/{Uri.EscapeDataString(convener.Personal.Id)}/activities";
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => convener.Send(HttpMethod.Post, path, confirm.DeepClone(), Cancel)));

        Assert.All(answers, a => Assert.Equal(200, (int)a.StatusCode));
        Assert.NotNull(await convener.Personal.Await(m => m.Says(["2026-001"]), Cancel));
        await Conversing.Settle(desk, Cancel);
        await convener.Personal.Read(Cancel);
        Assert.Single(convener.Personal.Messages, m => m.Says(["已发出第"]));
        Assert.Single((await convener.Api("api/v1/meetings", Cancel))["items"]!.AsArray());
        var invited = await DeskClient.SignIn(desk, "chen.jie", Cancel);
        Assert.NotNull(await invited.Personal.Await(m => m.CalendarAddress is not null, Cancel));
        Assert.Single(invited.Personal.Messages, m => m.CalendarAddress is not null);
    }

    /// <summary>Nobody waits for another conversation, and none gets another one's answer.</summary>
    [Fact]
    public async Task Many_conversations_at_once_keep_to_themselves()
    {
        await using var desk = await DeskProcess.Start(Cancel);
        string[] officers = ["wang.fang", "lin.yue", "zhao.min", "li.qiang", "chen.jie", "zhou.tao", "sun.li", "he.ping", "gao.feng"];
        await Task.WhenAll(officers.Select(Talk));

        async Task Talk(string officer)
        {
            var client = await DeskClient.SignIn(desk, officer, Cancel);
            for (var round = 0; round < 5; round++)
            {
                await client.Personal.Say(round % 2 == 0 ? "my meetings" : "我的会议", Cancel);
                var answer = await client.Personal.Await(_ => true, Cancel);
                Assert.True(answer is not null, $"{officer} got no answer in round {round}");
                Assert.Equal(round % 2 == 0, answer.Text.All(char.IsAscii));
            }
            Assert.Equal(5, client.Personal.Messages.Count);
        }
    }
}
