using System.Net;
using System.Net.Http.Json;
using JointDesk.Acceptance.Host;
using JointDesk.Server.Tests;

namespace JointDesk.Acceptance.Faults;

/// <summary>A turn that takes longer than a channel waits: the channel hears 200 before it is done.</summary>
public sealed class SlowTurnTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_taken_and_cut_off_by_a_kill_is_answered_after_it_once()
    {
        await using var connector = await FakeConnector.StartAsync();
        connector.Members.Add(new { id = "29:li", email = "li.qiang@desk.example" });
        // The channel does not say who is speaking, so the turn cannot go on.
        var silence = new TaskCompletionSource();
        connector.Answer = async call =>
        {
            if (call.Path.Contains("/members/", StringComparison.Ordinal))
                await silence.Task;
            return null;
        };
        await using var desk = await DeskProcess.Start(Cancel);
        Assert.Equal(HttpStatusCode.OK, await Post(desk, connector, "1"));
        Assert.DoesNotContain(connector.Calls, c => c.Method == "POST");

        await desk.Kill();
        silence.SetResult();
        await desk.StartAgain(Cancel);
        await connector.NextAsync(IsAnswer);
        Assert.Equal(HttpStatusCode.OK, await Post(desk, connector, "1"));
        Assert.Equal(HttpStatusCode.OK, await Post(desk, connector, "2"));
        await connector.NextAsync(c => IsAnswer(c) && c.Path.EndsWith("/2", StringComparison.Ordinal));
        Assert.Equal(["1", "2"], connector.Calls.Where(IsAnswer).Select(c => c.Path.Split('/')[^1]));
    }

    private static bool IsAnswer(ConnectorCall call) => call.Method == "POST" && call.Text.Length > 0;

    private static async Task<HttpStatusCode> Post(DeskProcess desk, FakeConnector connector, string id)
    {
        using var answer = await desk.Http.PostAsJsonAsync("api/messages", new
        {
            type = "message",
            id,
            text = "帮助",
            channelId = "emulator",
            serviceUrl = connector.Url,
            from = new { id = "29:li" },
            recipient = new { id = "28:bot" },
            conversation = new { id = "a:li", conversationType = "personal" },
        }, Cancel);
        return answer.StatusCode;
    }
}
