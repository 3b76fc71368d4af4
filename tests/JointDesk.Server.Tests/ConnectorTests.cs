using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using JointDesk.Invitations;
using JointDesk.Meetings;
using JointDesk.People;
using JointDesk.Server.Workers;
using JointDesk.Store.InMemory;
using JointDesk.Talk;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace JointDesk.Server.Tests;

/// <summary>The desk on a channel of the Bot Framework, with a connector on the other side that does as Teams does.</summary>
public sealed class ConnectorTests : IAsyncLifetime
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private FakeConnector connector = null!;

    public async ValueTask InitializeAsync() => connector = await FakeConnector.StartAsync();

    public async ValueTask DisposeAsync() => await connector.DisposeAsync();

    [Fact]
    public async Task AnOfficerIsKnownByTheAddressThatTheRosterHas()
    {
        connector.Members.Add(new { id = "29:li", email = "Li.Qiang@desk.example", userPrincipalName = "x" });
        var echo = new Echo();
        await using var desk = await RunningDesk.StartAsync(receptionist: echo);
        await PostAsync(desk, Message("1", "a:li", "hello", "29:li"));
        await connector.NextAsync(c => c.Text == "heard: hello");
        await PostAsync(desk, Message("2", "a:li", "again", "29:li"));
        await connector.NextAsync(c => c.Text == "heard: again");
        Assert.Equal(["li.qiang", "li.qiang"], echo.Turns.Select(t => t.OfficerId));
        Assert.Single(connector.Calls, c => c.Path.Contains("/members/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task TheSameActivityIsAnsweredOnceAlsoAfterARestart()
    {
        var store = new InMemoryStore();
        var echo = new Echo();
        for (var run = 0; run < 2; run++)
        {
            await using var desk = await RunningDesk.StartAsync(store, echo);
            await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => PostAsync(desk, Message("1", "a:1", "hello", "wang.fang"))));
            await PostAsync(desk, Message($"end{run}", "a:1", "end", "wang.fang"));
            await connector.NextAsync(c => c.Text == "heard: end");
        }
        Assert.Single(connector.Calls, c => c.Text == "heard: hello");
        Assert.Single(echo.Turns, t => t.Text == "hello");
    }

    [Fact]
    public async Task WhatWasAnsweredBeforeACrashIsSentAfterIt()
    {
        var store = new InMemoryStore();
        var down = true;
        connector.Answer = _ => Task.FromResult(down ? Results.StatusCode(503) : null);
        await using (var desk = await RunningDesk.StartAsync(store, new Echo()))
            Assert.Equal(HttpStatusCode.OK, await PostAsync(desk, Message("1", "a:1", "hello", "wang.fang")));
        down = false;
        connector.Calls.Clear();
        await using var again = await RunningDesk.StartAsync(store, new Echo());
        await connector.NextAsync(c => c.Text == "heard: hello");
        Assert.Single(connector.Calls, c => c.Text == "heard: hello");
    }

    [Fact]
    public async Task OneSlowConversationHoldsUpNoOtherAndKeepsItsOrder()
    {
        var gate = new TaskCompletionSource();
        connector.Answer = async call =>
        {
            if (call.Conversation == "a:slow")
                await gate.Task;
            return null;
        };
        await using var desk = await RunningDesk.StartAsync(receptionist: new Echo());
        for (var i = 0; i < 5; i++)
            await PostAsync(desk, Message($"s{i}", "a:slow", $"slow {i}", "wang.fang"));
        await PostAsync(desk, Message("f", "a:fast", "fast", "wang.fang"));
        await connector.NextAsync(c => c.Text == "heard: fast");
        Assert.Equal(["heard: slow 0"], connector.Texts("a:slow"));
        gate.SetResult();
        await connector.NextAsync(c => c.Text == "heard: slow 4");
        Assert.Equal(Enumerable.Range(0, 5).Select(i => $"heard: slow {i}"), connector.Texts("a:slow"));
    }

    [Theory]
    [InlineData(502)]
    [InlineData(412)]
    [InlineData(409)]
    public async Task ThoseBehindOneThatFailedWaitForIt(int status)
    {
        var failures = 2;
        connector.Answer = call => Task.FromResult(call.Text.EndsWith('0') && failures-- > 0 ? Results.StatusCode(status) : null);
        await using var desk = await RunningDesk.StartAsync(receptionist: new Echo());
        for (var i = 0; i < 3; i++)
            await PostAsync(desk, Message($"{i}", "a:1", $"{i}", "wang.fang"));
        await connector.NextAsync(c => c.Text == "heard: 2");
        Assert.Equal(["heard: 0", "heard: 1", "heard: 2"], connector.Texts("a:1").Where((text, i) => text != "heard: 0" || i == 2));
    }

    [Fact]
    public async Task WhoBlockedTheBotIsLeftAloneAndTheDeskOfficeIsTold()
    {
        await using var desk = await RunningDesk.StartAsync(receptionist: new Echo(), wording: new NamedNotices());
        await PostAsync(desk, Message("1", "a:li", "hello", "li.qiang"));
        await connector.NextAsync(c => c.Text == "heard: hello");
        connector.Answer = _ => Task.FromResult<IResult?>(
            Results.Json(new { error = new { code = "BotNotInConversationRoster", message = "The bot is not part of the conversation roster." } }, statusCode: 403));
        await ConveneAsync(desk);
        await desk.PostAsync("/demo/clock", new { advance = "00:00:05" });
        using var office = await desk.SignInAsync("zhao.min");
        Assert.Single(await office.ReadAsync("p.zhao.min"), a => a.Text().StartsWith(nameof(UnreachableNotice), StringComparison.Ordinal));
        var tried = connector.Calls.Count;
        await desk.PostAsync("/demo/clock", new { advance = "1.00:00:00" });
        Assert.Equal(tried, connector.Calls.Count);
        Assert.Equal(new QueueDepth(0, 0), await desk.Store.DepthAsync(Postman.Queue, Cancel));

        connector.Answer = _ => Task.FromResult<IResult?>(null);
        await PostAsync(desk, Message("2", "a:li", "back", "li.qiang"));
        await connector.NextAsync(c => c.Text == "heard: back");
    }

    [Fact]
    public async Task ACardThatIsNoLongerTrueIsUpdatedInPlace()
    {
        await using var desk = await RunningDesk.StartAsync(receptionist: new Echo(), wording: new States());
        await PostAsync(desk, Message("1", "a:li", "hello", "li.qiang"));
        var meeting = await ConveneAsync(desk);
        await desk.PostAsync("/demo/clock", new { advance = "00:00:05" });
        await connector.NextAsync(c => c is { Method: "POST", Text: nameof(InvitationNotice) });
        await DoAsync(desk, "wang.fang", new MoveMeeting(meeting, Instant.FromUtc(2026, 12, 2, 8, 0), null, null));
        await desk.PostAsync("/demo/clock", new { advance = "00:00:05" });
        var sent = connector.Calls.Count(c => c is { Method: "POST", Text: nameof(InvitationNotice) or nameof(MovedNotice) });
        var update = await connector.NextAsync(c => c.Method == "PUT");
        Assert.Equal((1, nameof(MovedNotice)), (sent, update.Text));
        Assert.StartsWith("a:", update.Path.Split('/')[^1], StringComparison.Ordinal);

        // A channel that cannot update gets a new message.
        connector.Answer = call => Task.FromResult(call.Method == "PUT" ? Results.StatusCode(405) : null);
        await DoAsync(desk, "wang.fang", new MoveMeeting(meeting, Instant.FromUtc(2026, 12, 2, 9, 0), null, null));
        await desk.PostAsync("/demo/clock", new { advance = "00:00:05" });
        await connector.NextAsync(c => c is { Method: "POST", Text: nameof(MovedNotice) });
    }

    [Fact]
    public async Task ALongAnswerComesInPartsInOrder()
    {
        var long1 = string.Join("\n\n", Enumerable.Range(0, 4000).Select(i => $"第{i}行，一二三四五六七"));
        await using var desk = await RunningDesk.StartAsync(receptionist: new Says(new Message(long1)));
        await PostAsync(desk, Message("1", "a:1", "list", "wang.fang"));
        await connector.NextAsync(c => c.Text.EndsWith("第3999行，一二三四五六七", StringComparison.Ordinal));
        Assert.True(connector.Calls.Count > 1);
        Assert.Equal(long1, string.Join("\n\n", connector.Texts("a:1")));
    }

    [Fact]
    public async Task ATeamsChannelOfADepartmentGetsWhatIsOwedToIt()
    {
        connector.Members.Add(new { id = "29:li", email = "li.qiang@desk.example" });
        var exit = "19:exit@thread.tacv2";
        await using var desk = await RunningDesk.StartAsync(receptionist: new Echo(), wording: new NamedNotices(), settings: ["--Bot:Channels:lj-exit", exit]);
        await PostAsync(desk, new
        {
            type = "conversationUpdate",
            id = "i1",
            channelId = "msteams",
            serviceUrl = connector.Url,
            from = new { id = "29:admin" },
            recipient = new { id = "28:bot" },
            conversation = new { id = exit, conversationType = "channel", isGroup = true, tenantId = "t-1" },
            membersAdded = new[] { new { id = "28:bot" } },
            channelData = new { tenant = new { id = "t-1" }, team = new { id = exit }, channel = new { id = exit } },
        });
        await ConveneAsync(desk);
        await desk.PostAsync("/demo/clock", new { advance = "00:00:05" });
        var thread = await connector.NextAsync(c => c is { Method: "POST", Conversation: "" } && c.Text.StartsWith(nameof(InvitationNotice), StringComparison.Ordinal));
        Assert.Equal("/teams/v3/conversations", thread.Path);
        Assert.Equal((exit, "t-1"), ((string?)thread.Body!["channelData"]!["channel"]!["id"], (string?)thread.Body["tenantId"]));
    }

    [Fact]
    public async Task AChannelWithAStrangerInItIsTrustedWithNothing()
    {
        connector.Members.Add(new { id = "29:li", email = "li.qiang@desk.example" });
        var echo = new Echo();
        await using var desk = await RunningDesk.StartAsync(receptionist: echo);
        await PostAsync(desk, InChannel("1", "<at>JointDesk</at> hello"));
        await connector.NextAsync(c => c.Text == "heard: hello");
        connector.Members.Add(new { id = "29:x", email = "someone@elsewhere.example" });
        await PostAsync(desk, InChannel("2", "<at>JointDesk</at> again"));
        Assert.Equal(["lj-exit"], echo.Turns.Last().Place.Audience);
        await PostAsync(desk, new
        {
            type = "conversationUpdate",
            id = "3",
            channelId = "msteams",
            serviceUrl = connector.Url,
            from = new { id = "29:x" },
            recipient = new { id = "28:bot" },
            conversation = new { id = "19:c@thread.tacv2", conversationType = "channel" },
            membersAdded = new[] { new { id = "29:x" } },
        });
        await PostAsync(desk, InChannel("4", "<at>JointDesk</at> now"));
        Assert.Empty(echo.Turns.Last().Place.Audience);
        Assert.Equal(3, echo.Turns.Count);
    }

    [Fact]
    public async Task APressInTeamsIsAnsweredWithWhatTakesTheCardsPlace()
    {
        var card = (JsonObject)JsonNode.Parse("""{"type":"AdaptiveCard","version":"1.5","body":[],"actions":[{"type":"Action.Submit","title":"参加","data":{"verb":"rsvp.accept"}}]}""")!;
        await using var desk = await RunningDesk.StartAsync(receptionist: new Says(new Message("text", card)));
        await PostAsync(desk, Message("1", "a:1", "card", "wang.fang", "msteams"));
        var sent = await connector.NextAsync(c => (string?)c.Body?["summary"] == "text");
        Assert.Null(sent.Body!["text"]);
        var action = sent.Body["attachments"]![0]!["content"]!["actions"]![0]!;
        Assert.Equal(("Action.Execute", "rsvp.accept", "Action.Submit"), ((string?)action["type"], (string?)action["verb"], (string?)action["fallback"]!["type"]));

        object Press(object? value) => new
        {
            type = "invoke",
            id = Guid.NewGuid().ToString("N"),
            name = "adaptiveCard/action",
            channelId = "msteams",
            serviceUrl = connector.Url,
            value,
            from = new { id = "wang.fang" },
            recipient = new { id = "28:bot" },
            conversation = new { id = "a:1", conversationType = "personal" },
        };
        using var pressed = await desk.Http.PostAsJsonAsync("/api/messages", Press(new { action = new { type = "Action.Execute", verb = "rsvp.accept", data = new { } } }), Cancel);
        var body = JsonNode.Parse(await pressed.Content.ReadAsStringAsync(Cancel))!;
        Assert.Equal((HttpStatusCode.OK, 200, "application/vnd.microsoft.card.adaptive"), (pressed.StatusCode, (int)body["statusCode"]!, (string?)body["type"]));
        using var broken = await desk.Http.PostAsJsonAsync("/api/messages", Press(new { action = "x" }), Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, broken.StatusCode);
    }

    [Fact]
    public async Task InTeamsAFileIsALinkAndACardThatIsTooLargeGivesWayToItsText()
    {
        static JsonObject Card(int size) => new() { ["type"] = "AdaptiveCard", ["version"] = "1.5", ["body"] = new JsonArray(), ["speak"] = new string('x', size) };
        var calendar = new CalendarFile("m.ics", new CalendarEvent(
            "m@desk.example", 0, Instant.FromUtc(2026, 11, 23, 1, 0), Instant.FromUtc(2026, 12, 2, 7, 0), Duration.FromHours(2), "Asia/Shanghai", "m", null, null,
            new CalendarOrganizer("CID", "lj-cid@desk.example"), [new CalendarAttendee("Exit", "lj-exit@desk.example", Attendance.Required)]), false);
        await using var desk = await RunningDesk.StartAsync(receptionist: new Says(new Message("fits", Card(10), calendar), new Message("does not fit", Card(30_000), calendar)));
        await PostAsync(desk, Message("1", "a:1", "card", "wang.fang", "msteams"));
        var fits = await connector.NextAsync(c => (string?)c.Body?["summary"] == "fits");
        var link = Assert.Single(fits.Body!["attachments"]![0]!["content"]!["actions"]!.AsArray())!;
        Assert.Equal(("Action.OpenUrl", "m.ics"), ((string?)link["type"], (string?)link["title"]));
        using var file = await desk.Http.GetAsync((string)link["url"]!, Cancel);
        Assert.Contains("BEGIN:VCALENDAR", await file.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        var text = await connector.NextAsync(c => c.Text.StartsWith("does not fit", StringComparison.Ordinal));
        Assert.Contains("/files/", text.Text, StringComparison.Ordinal);
        Assert.Null(text.Body!["attachments"]);
    }

    private object Message(string id, string conversation, string text, string from, string channel = "emulator") => new
    {
        type = "message",
        id,
        text,
        channelId = channel,
        serviceUrl = connector.Url,
        from = new { id = from },
        recipient = new { id = "28:bot" },
        conversation = new { id = conversation, conversationType = "personal" },
    };

    private object InChannel(string id, string text) => new
    {
        type = "message",
        id,
        text,
        channelId = "msteams",
        serviceUrl = connector.Url,
        from = new { id = "29:li" },
        recipient = new { id = "28:bot", name = "JointDesk" },
        conversation = new { id = "19:c@thread.tacv2;messageid=1", conversationType = "channel", isGroup = true },
        entities = new[] { new { type = "mention", mentioned = new { id = "28:bot", name = "JointDesk" }, text = "<at>JointDesk</at>" } },
    };

    private static async Task<HttpStatusCode> PostAsync(RunningDesk desk, object activity)
    {
        using var answer = await desk.Http.PostAsJsonAsync("/api/messages", activity, Cancel);
        return answer.StatusCode;
    }

    private static async Task<string> ConveneAsync(RunningDesk desk)
    {
        var answer = await DoAsync(desk, "wang.fang", new ConveneMeeting(
            "JH-2026-0618", null, MeetingKind.Topical, null, ["lj-exit"], [], Instant.FromUtc(2026, 12, 2, 7, 0), Duration.FromHours(2), "Asia/Shanghai", null));
        return Assert.IsType<MeetingConvened>(answer.Facts[0]).Meeting;
    }

    private static async Task<Decision> DoAsync(RunningDesk desk, string officer, Command command)
    {
        var answer = await desk.Services.GetRequiredService<Desk>().HandleAsync(new DeskCall(Guid.NewGuid().ToString("N"), new Caller(officer), command), Cancel);
        return Assert.IsType<Decision>(answer.Outcome);
    }

    private sealed class Says(params Message[] messages) : IReceptionist
    {
        public ValueTask<Reply> HandleAsync(Turn turn, CancellationToken cancel = default) => ValueTask.FromResult(new Reply([.. messages]));
    }

    private sealed class States : INoticeWording
    {
        public ValueTask<Message?> WordAsync(Notice notice, Cases.Viewer viewer, string language, CancellationToken cancel = default) =>
            ValueTask.FromResult<Message?>(new Message(notice.GetType().Name) { ReplaceKey = notice is InvitationNotice or MovedNotice ? "meeting" : null });
    }
}
