using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using JointDesk.Acceptance.Host;

namespace JointDesk.Acceptance.Chats;

/// <summary>One officer at the desk: signed in by the demo's door, speaking Direct Line 3.0 and the API.</summary>
internal sealed class DeskClient
{
    private readonly DeskProcess desk;
    private readonly Dictionary<string, Chat> chats = new(StringComparer.Ordinal);
    private string token = "";

    private DeskClient(DeskProcess desk, string officer) => (this.desk, Officer) = (desk, officer);

    public string Officer { get; }

    public IReadOnlyList<ChatEntry> Conversations { get; private set; } = [];

    /// <summary>The chats that were opened so far.</summary>
    public IEnumerable<Chat> Opened => chats.Values;

    public Chat Personal => Open(Conversations.Single(c => c.Kind == "personal"));

    public static async Task<DeskClient> SignIn(DeskProcess desk, string officer, CancellationToken cancel)
    {
        var client = new DeskClient(desk, officer);
        await client.SignIn(cancel);
        return client;
    }

    /// <summary>The team channel of this department or case.</summary>
    public Chat Channel(string id) => Conversations.Where(c => c.Kind == "channel" && c.Id.EndsWith(id, StringComparison.Ordinal)).ToList() switch
    {
        [var one] => Open(one),
        var found => throw new InvalidOperationException(
            $"{Officer} has {found.Count} channels of {id} among: {string.Join(" / ", Conversations.Select(c => $"{c.Id} {c.Title}"))}"),
    };

    /// <summary>What the API answers, as JSON in which Chinese stands unescaped.</summary>
    public async Task<JsonNode> Api(string path, CancellationToken cancel)
    {
        using var answer = await Send(HttpMethod.Get, path, null, cancel);
        await Require(answer, cancel);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync(cancel))!;
    }

    /// <summary>Sends with the officer's token. A token that a restart made void is fetched anew, as the page does.</summary>
    public async Task<HttpResponseMessage> Send(HttpMethod method, string path, JsonNode? body, CancellationToken cancel)
    {
        var answer = await SendOnce(method, path, body, cancel);
        if (answer.StatusCode is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden))
            return answer;
        answer.Dispose();
        await SignIn(cancel);
        return await SendOnce(method, path, body, cancel);
    }

    /// <summary>Posts bytes that may be no JSON at all.</summary>
    public async Task<HttpResponseMessage> PostRaw(string path, string body, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(desk.Address, path));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        return await desk.Http.SendAsync(request, cancel);
    }

    public async Task<byte[]> Download(string address, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(desk.Address, address));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await desk.Http.SendAsync(request, cancel);
        await Require(answer, cancel);
        return await answer.Content.ReadAsByteArrayAsync(cancel);
    }

    /// <summary>All activities of a chat from its beginning, the officers' own included.</summary>
    public async Task<IReadOnlyList<JsonObject>> History(Chat chat, CancellationToken cancel)
    {
        var all = new List<JsonObject>();
        for (var watermark = ""; ;)
        {
            var set = await Api($"v3/directline/conversations/{Uri.EscapeDataString(chat.Id)}/activities?watermark={watermark}", cancel);
            var page = set["activities"]!.AsArray();
            if (page.Count == 0 || (string?)set["watermark"] == watermark)
                return all;
            all.AddRange(page.Select(a => a!.AsObject()));
            watermark = (string)set["watermark"]!;
        }
    }

    public async Task Require(HttpResponseMessage answer, CancellationToken cancel)
    {
        if (!answer.IsSuccessStatusCode)
        {
            throw new HttpRequestException(
                $"{Officer}: {answer.RequestMessage!.Method} {answer.RequestMessage.RequestUri!.PathAndQuery} was answered {(int)answer.StatusCode}: "
                + $"{await answer.Content.ReadAsStringAsync(cancel)}\nThe desk said:\n{desk.Output}");
        }
    }

    private Chat Open(ChatEntry entry)
    {
        if (!chats.TryGetValue(entry.Id, out var chat))
            chats.Add(entry.Id, chat = new Chat(this, entry));
        return chat;
    }

    private async Task SignIn(CancellationToken cancel)
    {
        using var answer = await desk.Http.PostAsJsonAsync("demo/sign-in", new { officer = Officer }, cancel);
        await Require(answer, cancel);
        var signedIn = (await answer.Content.ReadFromJsonAsync<SignedIn>(cancel))!;
        token = signedIn.Token;
        Conversations = signedIn.Conversations;
    }

    private async Task<HttpResponseMessage> SendOnce(HttpMethod method, string path, JsonNode? body, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(method, new Uri(desk.Address, path));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (body is not null)
            request.Content = JsonContent.Create(body);
        return await desk.Http.SendAsync(request, cancel);
    }

    private sealed record SignedIn(string Token, IReadOnlyList<ChatEntry> Conversations);
}

/// <param name="Kind"><c>personal</c> or <c>channel</c>.</param>
internal sealed record ChatEntry(string Id, string Kind, string Title);
