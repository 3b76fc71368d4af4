using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using JointDesk.Acceptance.Chats;
using JointDesk.Acceptance.Host;

namespace JointDesk.Acceptance.Faults;

/// <summary>The desk's files may not grow any more, in the whole host.</summary>
public sealed class FullDiskTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("zh-CN", "帮助", "现在无法保存")]
    [InlineData("en-US", "help", "cannot keep anything")]
    public async Task Writes_are_refused_in_one_line_reads_go_on_and_room_heals_it(string locale, string text, string line)
    {
        await using var desk = await DeskProcess.Start(Cancel);
        var client = await DeskClient.SignIn(desk, "zhao.min", Cancel);
        Assert.Equal(HttpStatusCode.OK, (await Say(client, locale, text)).Status);
        using var stream = await OpenStream(client);
        await Hear(stream, text);

        await desk.LimitFiles(10_000, Cancel);
        var (status, body) = await Say(client, locale, text);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Contains(line, body, StringComparison.Ordinal);
        Assert.Contains(line, await Hear(stream, line), StringComparison.Ordinal);
        using (var ready = await desk.Http.GetAsync("readyz", Cancel))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
            Assert.Contains("cannot be written", await ready.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        }
        using (var read = await client.Send(HttpMethod.Get, "api/v1/meetings", null, Cancel))
            Assert.Equal(HttpStatusCode.OK, read.StatusCode);
        Assert.Equal(2, (await client.History(client.Personal, Cancel)).Count);

        await desk.LimitFiles(null, Cancel);
        for (var n = 0; ; n++)
        {
            using var ready = await desk.Http.GetAsync("readyz", Cancel);
            if (ready.StatusCode == HttpStatusCode.OK)
                break;
            Assert.True(n < 100, await ready.Content.ReadAsStringAsync(Cancel));
            await Task.Delay(100, Cancel);
        }
        Assert.Equal(HttpStatusCode.OK, (await Say(client, locale, text)).Status);
        Assert.Equal(4, (await client.History(client.Personal, Cancel)).Count);
    }

    private static async Task<(HttpStatusCode Status, string Body)> Say(DeskClient client, string locale, string text)
    {
        var activity = new JsonObject { ["type"] = "message", ["text"] = text, ["locale"] = locale };
        using var answer = await client.Send(HttpMethod.Post, Path(client) + "/activities", activity, Cancel);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancel));
    }

    private static async Task<ClientWebSocket> OpenStream(DeskClient client)
    {
        using var answer = await client.Send(HttpMethod.Get, Path(client), null, Cancel);
        var url = (string)JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancel))!["streamUrl"]!;
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri(url), Cancel);
        return socket;
    }

    /// <summary>What comes, up to and with the frame that holds the words.</summary>
    private static async Task<string> Hear(ClientWebSocket stream, string words)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        var heard = new StringBuilder();
        var buffer = new byte[64 * 1024];
        while (!heard.ToString().Contains(words, StringComparison.Ordinal))
            heard.Append(Encoding.UTF8.GetString(buffer, 0, (await stream.ReceiveAsync(buffer, patience.Token)).Count));
        return heard.ToString();
    }

    private static string Path(DeskClient client) => $"v3/directline/conversations/{Uri.EscapeDataString(client.Personal.Id)}";
}
