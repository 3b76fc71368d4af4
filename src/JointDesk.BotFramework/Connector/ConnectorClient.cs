using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace JointDesk.BotFramework;

/// <summary>
/// The outbound side: Bot Connector REST v3. The HTTP client is handed in and must not follow redirects
/// (<see cref="CreateHandler"/>): a message must not go where the service URL did not point.
/// </summary>
public sealed class ConnectorClient(HttpClient http, ServiceUrls serviceUrls, IConnectorTokens tokens) : IActivitySender
{
    /// <summary>A larger message is refused before it is sent, as Teams would refuse it. Bytes; Teams takes about 100 KB, counted in UTF-16.</summary>
    public const int MaxMessageBytes = 80 * 1024;

    /// <summary>A larger card is refused. Bytes; what the narrowest channels take.</summary>
    public const int MaxCardBytes = 25 * 1024;

    /// <summary>A handler that follows no redirects and renews its connections, so that a change of address is noticed.</summary>
    public static SocketsHttpHandler CreateHandler() => new() { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) };

    /// <summary>
    /// Sends an activity, as a reply where <see cref="Activity.ReplyToId"/> is set, and returns its new id. What is no reply and goes to
    /// a channel itself begins a thread there.
    /// </summary>
    public async ValueTask<string?> SendAsync(Activity activity, CancellationToken cancel)
    {
        if (Teams.BeginsThread(activity))
        {
            var thread = Teams.NewThread(activity.From ?? new(), activity.Conversation!.Id!, Teams.TenantOf(activity) ?? "", activity);
            var begun = await CreateConversationAsync(activity.ServiceUrl ?? "", thread, cancel);
            return begun.ActivityId ?? begun.Id;
        }
        var path = ActivitiesOf(ConversationOf(activity)) + (activity.ReplyToId is { Length: > 0 } root ? "/" + Escape(root) : "");
        var sent = await CallAsync<ConversationResource>(HttpMethod.Post, activity.ServiceUrl, path, ConversationOf(activity), Outgoing(activity), cancel);
        return sent?.Id;
    }

    /// <summary>Puts this activity in the place of the one that has its id.</summary>
    public async ValueTask<string?> UpdateAsync(Activity activity, CancellationToken cancel)
    {
        var path = ActivitiesOf(ConversationOf(activity)) + "/" + Escape(activity.Id ?? throw new ArgumentException("An update names the activity."));
        var body = Outgoing(activity) with { Id = activity.Id };
        return (await CallAsync<ConversationResource>(HttpMethod.Put, activity.ServiceUrl, path, ConversationOf(activity), body, cancel))?.Id ?? activity.Id;
    }

    public async ValueTask DeleteAsync(string serviceUrl, string conversationId, string activityId, CancellationToken cancel) =>
        await CallAsync<ConversationResource>(HttpMethod.Delete, serviceUrl, $"{ActivitiesOf(conversationId)}/{Escape(activityId)}", conversationId, null, cancel);

    /// <summary>Opens a personal chat or begins a thread; see <see cref="Teams"/> for what Teams wants to be told.</summary>
    public async ValueTask<ConversationResource> CreateConversationAsync(string serviceUrl, ConversationParameters parameters, CancellationToken cancel)
    {
        var body = parameters with { Activity = parameters.Activity is { } first ? Outgoing(first) : null };
        return await CallAsync<ConversationResource>(HttpMethod.Post, serviceUrl, "v3/conversations", null, body, cancel)
            ?? throw new ConnectorException("The channel made no conversation.") { Status = 502, Code = "EmptyAnswer" };
    }

    /// <summary>One who is in a conversation, with the names and addresses that the channel's own directory has; null for nobody.</summary>
    public ValueTask<ChannelAccount?> GetMemberAsync(string serviceUrl, string conversationId, string memberId, CancellationToken cancel) =>
        CallAsync<ChannelAccount>(
            HttpMethod.Get, serviceUrl, $"v3/conversations/{Escape(conversationId)}/members/{Escape(memberId)}", conversationId, null, cancel);

    /// <summary>One page of who is in a conversation.</summary>
    public async ValueTask<PagedMembers> GetMembersPageAsync(
        string serviceUrl, string conversationId, int pageSize, string? continuationToken, CancellationToken cancel)
    {
        var path = $"v3/conversations/{Escape(conversationId)}/pagedmembers?pageSize={pageSize}"
            + (continuationToken is { Length: > 0 } next ? "&continuationToken=" + Escape(next) : "");
        return await CallAsync<PagedMembers>(HttpMethod.Get, serviceUrl, path, conversationId, null, cancel) ?? new();
    }

    /// <summary>Everyone in a conversation, page by page. A token that comes twice ends it: some emulators never stop.</summary>
    public async IAsyncEnumerable<ChannelAccount> GetMembersAsync(
        string serviceUrl, string conversationId, [EnumeratorCancellation] CancellationToken cancel)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        string? next = null;
        do
        {
            var page = await GetMembersPageAsync(serviceUrl, conversationId, 200, next, cancel);
            foreach (var member in page.Members ?? [])
                yield return member;
            next = page.ContinuationToken;
        }
        while (next is { Length: > 0 } && seen.Add(next));
    }

    private async ValueTask<T?> CallAsync<T>(
        HttpMethod method, string? serviceUrl, string path, string? conversationId, object? body, CancellationToken cancel) where T : class
    {
        // The address is checked before anything else: the token is not even fetched for one that is not allowed.
        using var request = new HttpRequestMessage(method, new Uri(serviceUrls.Allow(serviceUrl), path));
        if (conversationId is not null && conversationId.All(c => c is > ' ' and < '\x7f'))
            request.Headers.TryAddWithoutValidation("x-ms-conversation-id", conversationId);
        if (body is not null)
            request.Content = Content(body);
        if (await tokens.GetTokenAsync(cancel) is { } token)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        try
        {
            using var response = await http.SendAsync(request, cancel);
            return response.IsSuccessStatusCode ? await ReadAsync<T>(response, cancel) : throw await ConnectorErrors.ReadAsync(response, cancel);
        }
        catch (HttpRequestException failure)
        {
            throw new ConnectorException($"The channel at {request.RequestUri!.Host} was not reached.", failure);
        }
        catch (OperationCanceledException failure) when (!cancel.IsCancellationRequested)
        {
            throw new ConnectorException($"The channel at {request.RequestUri!.Host} did not answer in time.", failure);
        }
    }

    private static ByteArrayContent Content(object body)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(body, ActivityJson.Options.GetTypeInfo(body.GetType()));
        var cards = (body as Activity ?? (body as ConversationParameters)?.Activity)?.Attachments ?? [];
        if (json.Length > MaxMessageBytes || cards.Any(card => card.Content is { } content && SizeOf(content) > MaxCardBytes))
            throw new ConnectorException("The message is larger than a channel takes.") { Status = 413, Code = "MessageSizeTooBig" };
        return new(json) { Headers = { ContentType = new MediaTypeHeaderValue("application/json", "utf-8") } };
    }

    internal static int SizeOf(JsonElement content) => JsonSerializer.SerializeToUtf8Bytes(content, ActivityJson.Info<JsonElement>()).Length;

    /// <summary>A 2xx without a body, or with one that is no JSON, is still a success: some channels answer with plain words.</summary>
    private static async Task<T?> ReadAsync<T>(HttpResponseMessage response, CancellationToken cancel) where T : class
    {
        try
        {
            return await response.Content.ReadFromJsonAsync((JsonTypeInfo<T>)ActivityJson.Options.GetTypeInfo(typeof(T)), cancel);
        }
        catch (Exception unreadable) when (unreadable is JsonException or NotSupportedException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Ids and timestamps are the channel's to give (A2031, A2041).</summary>
    private static Activity Outgoing(Activity activity) => activity with { Id = null, Timestamp = null };

    private static string ConversationOf(Activity activity) =>
        activity.Conversation?.Id is { Length: > 0 } id ? id : throw new ArgumentException("An activity is sent to a conversation.");

    private static string ActivitiesOf(string conversationId) => $"v3/conversations/{Escape(conversationId)}/activities";

    /// <summary>Ids hold colons, at-signs and semicolons. A lone dot or two would be read as a step in the path.</summary>
    private static string Escape(string id) => id is "." or ".." ? throw new ArgumentException("No id is a dot.") : Uri.EscapeDataString(id);
}
