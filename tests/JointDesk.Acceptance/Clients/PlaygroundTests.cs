#if PLAYGROUND
using System.Text.Json;
using JointDesk.Acceptance.Chats;
using JointDesk.Acceptance.Host;
using JointDesk.BotFramework.Tests;

namespace JointDesk.Acceptance.Clients;

/// <summary>
/// The whole desk in the Agents Playground, which emulates Teams: officers known by the mail addresses of its roster, and strangers. Built and run only where JOINTDESK_PLAYGROUND=1 says so: its licence is for evaluation.
/// </summary>
public sealed class PlaygroundTests
{
    private const string Personal = "a:personal-wang";
    private const string Team = "19:team@thread.tacv2";
    private const string Channel = "19:exit@thread.tacv2";
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    /// <summary>All of departments that sit in the meeting, so that the channel may see it; there have to be five.</summary>
    private static readonly string[] Officers = ["li.qiang", "chen.jie", "xu.lei", "wu.gang", "wang.fang"];

    [Fact]
    public async Task The_desk_works_in_the_emulated_teams()
    {
        // Not by the environment: a shell passes on no name with a hyphen.
        await using var desk = await DeskProcess.StartWith($$"""{"Bot":{"Channels":{"lj-exit":"{{Channel}}"} } }""", Cancel);
        await using var teams = await PlaygroundRun.StartAsync(new Uri(desk.Address, "api/messages").ToString(), PlaygroundRun.FreePort(), Config());

        // Installation, personal and in a team.
        await teams.PostAsync($"/_debug/conversation/{Uri.EscapeDataString(Personal)}/installation", new { });
        await teams.SeesAsync("Say \\\"help\\\" for all");
        await teams.PostAsync($"/_debug/conversation/{Uri.EscapeDataString(Channel)}/installation", new { });

        // A personal chat: a sentence, its card, the press.
        await SayAsync(teams, Personal, "下周三下午三点召集出入境管理支队、经侦支队开“6·18”案联席会议，两个小时");
        var draft = await teams.SeesAsync("meeting.confirm");
        var action = CardOf(draft).GetProperty("actions").EnumerateArray().First(a => a.GetProperty("verb").GetString() == "meeting.confirm");
        Assert.Equal("Action.Execute", action.GetProperty("type").GetString());
        var pressed = await teams.PostAsync("/_conversation/v1/invoke", new
        {
            name = "adaptiveCard/action",
            value = new { action = new { type = "Action.Execute", verb = "meeting.confirm", data = action.GetProperty("data") }, trigger = "manual" },
            from = new { id = "29:wang" },
            conversation = new { id = Personal },
            replyToId = draft.GetProperty("message").GetProperty("messageId").GetString(),
        });
        Assert.Contains("2026-001", pressed.GetRawText(), StringComparison.Ordinal);

        // Unasked: the invitation begins a thread in the channel of the department that is invited.
        var invitation = await teams.SeesAsync("会议通知 2026-001");
        Assert.StartsWith(Channel, invitation.GetProperty("actionConversationId").GetString(), StringComparison.Ordinal);

        // Unasked, in person: who accepts; the card of the answers is then updated in place.
        foreach (var (officer, action2) in new[] { ("li.qiang", "参加"), ("chen.jie", "参加") })
        {
            var client = await DeskClient.SignIn(desk, officer, Cancel);
            await client.Personal.Await(m => m.Offers([action2]), Cancel);
            await client.Personal.Press(action2, new Dictionary<string, string>(), oldest: false, Cancel);
        }
        await teams.SeesAsync("出入境管理支队答复：参加");
        await teams.SeesAsync("经侦支队答复：参加", "updateMessage");

        // A channel: a mention, answered in its thread; the roster is asked who reads there.
        var root = await SayAsync(teams, Channel, "看我的会议", mention: true);
        var thread = root.GetProperty("postConversationId").GetString()!;
        await teams.SeesAsync("2026-001", where: thread);
        Assert.Contains(teams.Log, frame => frame.GetRawText().Contains("pagedmembers", StringComparison.OrdinalIgnoreCase)
            || frame.GetRawText().Contains("PagedMembers", StringComparison.OrdinalIgnoreCase));
        await SayAsync(teams, thread, "帮助", mention: true);
        await teams.SeesAsync("我可以帮您办这些事", where: thread);

        var failed = teams.Log.Where(frame => frame.GetProperty("log").TryGetProperty("response", out var response)
            && response.TryGetProperty("statusCode", out var status) && status.GetInt32() >= 400).Select(frame => frame.GetRawText()).ToList();
        Assert.True(failed.Count == 0, string.Join('\n', failed) + "\n" + desk.Output);
    }

    /// <summary>As it comes, with its own users, none of whom is in the directory.</summary>
    [Fact]
    public async Task A_stranger_is_told_whom_to_ask()
    {
        await using var desk = await DeskProcess.Start(Cancel);
        await using var teams = await PlaygroundRun.StartAsync(new Uri(desk.Address, "api/messages").ToString(), PlaygroundRun.FreePort());
        var config = await teams.ConfigAsync();
        var personal = config.GetProperty("personalChat").GetProperty("id").GetString()!;
        await SayAsync(teams, personal, "帮助", from: config.GetProperty("currentUser").GetProperty("id").GetString()!);
        await teams.SeesAsync("您不在本联席会议的通讯录中");
    }

    private static Task<JsonElement> SayAsync(PlaygroundRun teams, string conversation, string text, bool mention = false, string from = "29:wang") =>
        teams.PostAsync($"/_conversation/v1/conversations/{Uri.EscapeDataString(conversation)}/messages", new
        {
            type = "message",
            textFormat = "plain",
            text = mention ? $"<at>JointDesk</at> {text}" : text,
            from = new { id = from },
            mentions = mention ? new[] { new { mentioned = new { id = "28:bot", name = "JointDesk" }, text = "<at>JointDesk</at>" } } : [],
        });

    private static JsonElement CardOf(JsonElement frame) => frame.GetProperty("message").GetProperty("attachments")[0].GetProperty("content");

    private static string Config() => $$"""
        version: "0.1.1"
        tenantId: 00000000-0000-0000-0000-000000000001
        bot:
          id: "28:bot"
          name: JointDesk
        currentUser:
        {{User("29:wang", "wang.fang", "  ")}}
        users:
        {{string.Join('\n', Officers.Select(o => "  - " + User("29:" + o, o, "    ").TrimStart()))}}
        personalChat:
          id: "{{Personal}}"
        groupChat:
          id: "19:group@thread.v2"
          name: Group
        team:
          id: "{{Team}}"
          name: Case team
          aadGroupId: 00000000-0000-0000-0000-000000000010
          channels:
            - id: "{{Channel}}"
              name: Exit-Entry
        """;

    private static string User(string id, string officer, string indent) => string.Join('\n', new[]
    {
        $"id: \"{id}\"", $"name: {officer}", $"userPrincipleName: {officer}@desk.example", $"aadObjectId: aad-{officer}", $"givenName: {officer}",
        $"surname: {officer}", $"email: {officer}@desk.example",
    }.Select(line => indent + line));
}
#endif
