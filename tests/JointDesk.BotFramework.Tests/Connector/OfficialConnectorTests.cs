using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace JointDesk.BotFramework.Tests;

/// <summary>The same calls by npm botframework-connector and by this library arrive as the same requests.</summary>
public sealed class OfficialConnectorTests
{
    private const string Conversation = "19:0123@thread.tacv2;messageid=17";
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private readonly List<string> _calls = [];

    [Fact]
    public async Task Both_call_the_connector_alike()
    {
        var packages = NodePackages.Install("botframework-connector@4.23.3");
        await using var host = await LoopbackHost.StartAsync(_ => { }, app => app.Map("/{**any}", TakeAsync));
        await Task.Run(() => NodePackages.Run("connector.mjs", packages, host.Origin + "/emea/", Conversation), Cancel);
        var theirs = _calls.ToList();
        _calls.Clear();

        using var http = new HttpClient(ConnectorClient.CreateHandler());
        await CallAllAsync(new ConnectorClient(http, new(host.Origin), new NoConnectorTokens()), host.Origin + "/emea/");
        Assert.Equal(theirs, _calls);
        Assert.Equal(7, _calls.Count);
    }

    private static async Task CallAllAsync(ConnectorClient client, string url)
    {
        static Activity Message(string text, string url) => Activity.Message(text) with
        {
            ServiceUrl = url,
            ChannelId = Channels.Teams,
            From = new() { Id = "28:bot" },
            Conversation = new() { Id = Conversation },
        };
        await client.SendAsync(Message("send", url), Cancel);
        await client.SendAsync(Message("reply", url) with { ReplyToId = "a:1" }, Cancel);
        await client.UpdateAsync(Message("update", url) with { Id = "a:1" }, Cancel);
        await client.DeleteAsync(url, Conversation, "a:1", Cancel);
        await client.CreateConversationAsync(url, Teams.NewThread(new() { Id = "28:bot" }, "19:c", "t", Activity.Message("first")), Cancel);
        await client.GetMembersPageAsync(url, Conversation, 200, "a b", Cancel);
        await client.GetMemberAsync(url, Conversation, "29:u/x", Cancel);
    }

    /// <summary>Method, raw path, and the body with its members in order; where an activity goes is told by the path.</summary>
    private async Task TakeAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var text = await reader.ReadToEndAsync(Cancel);
        var body = text.Length == 0 ? "" : Sorted(JsonNode.Parse(text)!)!.ToJsonString();
        var target = context.Features.Get<IHttpRequestFeature>()!.RawTarget;
        var query = string.Join('&', (target.Split('?') is [_, var q] ? q : "").Split('&').Order(StringComparer.Ordinal));
        _calls.Add($"{context.Request.Method} {target.Split('?')[0]} {query} {body}");
        await Results.Json(new { id = "1", members = Array.Empty<object>() }).ExecuteAsync(context);
    }

    private static JsonNode? Sorted(JsonNode? node) => node is not JsonObject thing ? node?.DeepClone() : new JsonObject(
        thing.Where(m => m.Key is not ("serviceUrl" or "replyToId")).OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => KeyValuePair.Create(m.Key, Sorted(m.Value))));
}
