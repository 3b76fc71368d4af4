using System.Text.Json.Nodes;
using JointDesk.Acceptance.Chats;
using JointDesk.Acceptance.Host;

namespace JointDesk.Acceptance.Faults;

/// <summary>SIGKILL while officers are writing.</summary>
public sealed class CrashTests(ITestOutputHelper output)
{
    private const int Rounds = 5;
    private static readonly string[] Officers = ["wang.fang", "li.qiang", "chen.jie", "zhou.tao", "sun.li", "he.ping"];
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    /// <summary>
    /// Each officer posts one message after the other and repeats, with the same id, what was not acknowledged. In the end every
    /// message stands in the chat once and has been answered once.
    /// </summary>
    [Fact]
    public async Task A_burst_that_is_killed_loses_and_doubles_nothing()
    {
        await using var desk = await DeskProcess.Start(Cancel);
        var acknowledged = new List<string>[Officers.Length];
        var clients = new DeskClient[Officers.Length];
        for (var i = 0; i < Officers.Length; i++)
            (clients[i], acknowledged[i]) = (await DeskClient.SignIn(desk, Officers[i], Cancel), []);

        for (var round = 0; round < Rounds; round++)
        {
            var burst = Task.WhenAll(clients.Select((client, i) => Burst(client, acknowledged[i], round)));
            await Task.Delay(150 + (round * 130), Cancel);
            await desk.Restart(Cancel);
            await burst;
        }

        await Conversing.Settle(desk, Cancel);
        for (var i = 0; i < Officers.Length; i++)
            await Check(clients[i], acknowledged[i]);
        var (exit, _, errors) = await Conversing.VerifyAudit(desk, Cancel);
        Assert.True(exit == 0, errors);
        output.WriteLine($"{acknowledged.Sum(a => a.Count)} messages, restarts: {string.Join(" ", desk.Starts.Skip(1).Select(s => $"{s.TotalSeconds:F2} s"))}");
    }

    /// <summary>Posts until the desk is gone, then goes on with the same message until it has been taken.</summary>
    private static async Task Burst(DeskClient client, List<string> acknowledged, int round)
    {
        for (var n = 0; n < 12; n++)
        {
            var id = $"{client.Officer}-{round}-{n}";
            var activity = new JsonObject
            {
                ["type"] = "message",
                ["text"] = "我的会议",
                ["from"] = new JsonObject { ["id"] = client.Officer, ["role"] = "user" },
                ["channelData"] = new JsonObject { ["clientActivityID"] = id },
            };
            while (!await Taken(client, activity))
                await Task.Delay(50, Cancel);
            acknowledged.Add(id);
        }
    }

    private static async Task<bool> Taken(DeskClient client, JsonObject activity)
    {
        try
        {
            var path = $"v3/directline/conversations/{Uri.EscapeDataString(client.Personal.Id)}/activities";
            using var answer = await client.Send(HttpMethod.Post, path, activity.DeepClone(), Cancel);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static async Task Check(DeskClient client, List<string> acknowledged)
    {
        var until = DateTime.UtcNow.AddSeconds(20);
        while (true)
        {
            await client.Personal.Read(Cancel);
            if (client.Personal.Messages.Count >= acknowledged.Count || DateTime.UtcNow > until)
                break;
            await Task.Delay(100, Cancel);
        }

        var own = await client.History(client.Personal, Cancel);
        var posted = own.Select(a => (string?)a["channelData"]?["clientActivityID"]).OfType<string>().Order(StringComparer.Ordinal).ToList();
        Assert.Equal(acknowledged.Order(StringComparer.Ordinal), posted);
        Assert.Equal(acknowledged.Count, client.Personal.Messages.Count);
    }
}
