using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;

namespace JointDesk.BotFramework.Tests;

/// <summary>Installation, personal chat, channel with mention and thread, roster, card press, update, proactive: as Teams would have it.</summary>
public sealed class PlaygroundTests : IBotHandler
{
    private const string Card = """
        {"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"联席会议"}],"actions":[{"type":"Action.Execute","title":"参加","verb":"rsvp.accept","data":{"meeting":"m-1"}}]}
        """;

    private ConnectorClient _connector = null!;

    // Not a skipped test where nobody asked for it: it is not there, and CI does not depend on it.
#if PLAYGROUND
    [Fact]
#endif
    public async Task The_bot_works_in_the_emulated_teams()
    {
        var port = PlaygroundRun.FreePort();
        await using var host = await LoopbackHost.StartAsync(
            services => services.AddBotFramework(null, new($"http://127.0.0.1:{port}/")).AddSingleton<IBotHandler>(this), app => app.MapBotMessages());
        _connector = host.Get<ConnectorClient>();
        await using var teams = await PlaygroundRun.StartAsync(host.Origin + "/api/messages", port);
        var config = await teams.ConfigAsync();
        var personal = config.GetProperty("personalChat").GetProperty("id").GetString()!;
        var channel = config.GetProperty("teams")[0].GetProperty("channels")[1].GetProperty("id").GetString()!;
        var bot = config.GetProperty("bot");

        await teams.PostAsync($"/_debug/conversation/{personal}/installation", new { });
        await teams.SeesAsync("installed: add");

        Task<JsonElement> SayAsync(string conversation, string text, bool mention) => teams.PostAsync($"/_conversation/v1/conversations/{Uri.EscapeDataString(conversation)}/messages", new
        {
            type = "message",
            textFormat = "plain",
            text = mention ? $"<at>{bot.GetProperty("name").GetString()}</at> {text}" : text,
            from = new { id = config.GetProperty("currentUser").GetProperty("id").GetString() },
            mentions = mention ? new[] { new { mentioned = new { id = bot.GetProperty("id").GetString(), name = bot.GetProperty("name").GetString() }, text = $"<at>{bot.GetProperty("name").GetString()}</at>" } } : [],
        });
        await SayAsync(personal, "你好", mention: false);
        await teams.SeesAsync("heard: 你好");

        var root = await SayAsync(channel, "下周三开会", mention: true);
        await teams.SeesAsync("heard: 下周三开会");
        var thread = root.GetProperty("postConversationId").GetString()!;
        Assert.Contains(";messageid=", thread, StringComparison.Ordinal);
        await SayAsync(thread, "in the thread", mention: true);
        var inThread = await teams.SeesAsync("heard: in the thread");
        Assert.Equal(thread, inThread.GetProperty("actionConversationId").GetString());

        await SayAsync(channel, "roster", mention: true);
        await teams.SeesAsync("members: ");

        await SayAsync(personal, "card", mention: false);
        var card = await teams.SeesAsync("rsvp.accept");
        var pressed = await teams.PostAsync("/_conversation/v1/invoke", new
        {
            name = "adaptiveCard/action",
            value = new { action = new { type = "Action.Execute", verb = "rsvp.accept", data = new { meeting = "m-1" } }, trigger = "manual" },
            from = new { id = config.GetProperty("currentUser").GetProperty("id").GetString() },
            conversation = new { id = personal },
            replyToId = card.GetProperty("message").GetProperty("messageId").GetString(),
        });
        Assert.Equal(Attachment.AdaptiveCardType, pressed.GetProperty("type").GetString());

        await SayAsync(personal, "update", mention: false);
        await teams.SeesAsync("after the update", "updateMessage");

        await SayAsync(channel, "proactive", mention: true);
        await teams.SeesAsync("a new thread");
        await teams.SeesAsync("in person");

        Assert.True(teams.Log.Count > 20);
        var failed = teams.Log.Where(frame => frame.GetProperty("log").TryGetProperty("response", out var response)
            && response.TryGetProperty("statusCode", out var status) && status.GetInt32() >= 400);
        Assert.Empty(failed.Select(frame => frame.GetRawText()));
    }

    public async ValueTask<InvokeResponse?> OnActivityAsync(TurnContext turn, CancellationToken cancel)
    {
        var activity = turn.Activity;
        if (activity.Type == ActivityTypes.Invoke)
            return AdaptiveCardAction.Answer(activity, _ => AdaptiveCardAction.Card(JsonElement.Parse(Card)));
        if (activity.Type == ActivityTypes.InstallationUpdate)
            turn.Reply("installed: " + activity.Action);
        if (activity.Type != ActivityTypes.Message)
            return null;
        var (url, conversation) = (activity.ServiceUrl!, activity.Conversation!.Id!);
        switch (activity.GetPlainText())
        {
            case "card":
                turn.Reply(Activity.Message(null, Attachment.AdaptiveCard(JsonElement.Parse(Card))));
                break;
            case "roster":
                turn.Reply("members: " + await _connector.GetMembersAsync(url, conversation, cancel).CountAsync(cancel));
                break;
            case "update":
                var id = await _connector.SendAsync(activity.CreateReply("before the update"), cancel);
                await _connector.UpdateAsync(activity.CreateReply("after the update") with { Id = id }, cancel);
                break;
            case "proactive":
                var tenant = activity.Conversation.TenantId!;
                await _connector.CreateConversationAsync(url, Teams.NewThread(activity.Recipient!, Teams.ChannelOf(conversation), tenant, Activity.Message("a new thread")), cancel);
                var chat = await _connector.CreateConversationAsync(url, Teams.PersonalChat(activity.Recipient!, activity.From!, tenant), cancel);
                await _connector.SendAsync(Activity.Message("in person") with { ServiceUrl = url, Conversation = new() { Id = chat.Id } }, cancel);
                break;
            case var text:
                turn.Reply("heard: " + text);
                break;
        }
        return null;
    }
}
