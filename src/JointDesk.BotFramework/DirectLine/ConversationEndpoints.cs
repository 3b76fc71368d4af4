using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace JointDesk.BotFramework;

/// <summary>Tokens, and opening conversations.</summary>
internal sealed class ConversationEndpoints(
    DirectLineDoor door, IDirectLineBackend backend, DirectLineLinks links, DirectLineOptions options, TimeProvider time)
{
    private const int MaxBodyBytes = 16 * 1024;

    /// <summary>A token for one user's personal chat: by the secret, for whoever the body names; by a token, for its own bearer.</summary>
    public async Task GenerateAsync(HttpContext context)
    {
        var request = context.Request;
        var user = IsSecret(DirectLineDoor.BearerText(request)) ? await NamedUserAsync(request) : door.Bearer(request).User!;
        var start = await PersonalChatAsync(user, context);
        await context.Response.AnswerAsync(links.Opened(request, user, start.ConversationId, start.ConversationId, null, time));
    }

    /// <summary>The same rights for longer; an expired token gets nothing.</summary>
    public async Task RefreshAsync(HttpContext context)
    {
        var bearer = door.Bearer(context.Request);
        var conversation = bearer.ConversationId ?? (await PersonalChatAsync(bearer.User!, context)).ConversationId;
        await context.Response.AnswerAsync(links.Opened(context.Request, bearer.User!, bearer.ConversationId, conversation, null, time));
    }

    /// <summary>Opens the personal chat, or the one conversation that the token is for. The stream begins with all that was said.</summary>
    public async Task StartAsync(HttpContext context)
    {
        var bearer = door.Bearer(context.Request);
        await ReadSmallJsonAsync(context.Request);
        var start = bearer.ConversationId is not { } only ? await PersonalChatAsync(bearer.User!, context)
            : await backend.MayOpenAsync(bearer.User!, only, context.RequestAborted) ? new(only, false)
            : throw DirectLineDoor.NoConversation();
        var opened = links.Opened(context.Request, bearer.User!, bearer.ConversationId, start.ConversationId, "", time);
        await context.Response.AnswerAsync(opened, start.IsNew ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }

    /// <summary>After a lost socket or a reloaded page: a stream from the watermark on, or from the start when it is empty.</summary>
    public async Task ReconnectAsync(HttpContext context)
    {
        var bearer = door.Bearer(context.Request);
        var conversation = await door.ConversationAsync(context, bearer);
        var watermark = context.Request.Query["watermark"].ToString();
        await context.Response.AnswerAsync(links.Opened(context.Request, bearer.User!, bearer.ConversationId, conversation, watermark, time));
    }

    public async Task SessionAsync(HttpContext context)
    {
        door.Bearer(context.Request);
        await context.Response.AnswerAsync(new Session(Guid.NewGuid().ToString("N")));
    }

    private async ValueTask<DirectLineStart> PersonalChatAsync(DirectLineUser user, HttpContext context) =>
        await backend.DefaultConversationAsync(user, context.RequestAborted) ?? throw DirectLineDoor.NoConversation();

    private bool IsSecret(string bearer) => options.Secret is { Length: > 0 } secret
        && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(secret)), SHA256.HashData(Encoding.UTF8.GetBytes(bearer)));

    private static async Task<DirectLineUser> NamedUserAsync(HttpRequest request)
    {
        var user = (await ReadSmallJsonAsync(request)).Member("user");
        return user.Text("id") is { Length: > 0 } id
            ? new(id, user.Text("name"))
            : throw new ProblemException(StatusCodes.Status400BadRequest, "MissingProperty", "The body names no user.");
    }

    /// <summary>An optional body, such as <c>{"user":{"id":…},"locale":…}</c>; the user in it is not believed where a token names one.</summary>
    private static async Task<JsonElement?> ReadSmallJsonAsync(HttpRequest request)
    {
        if (request.ContentLength > MaxBodyBytes)
            throw new ProblemException(Problem.TooLarge(MaxBodyBytes));
        var read = await request.BodyReader.ReadAtLeastAsync(MaxBodyBytes + 1, request.HttpContext.RequestAborted);
        try
        {
            if (read.Buffer.Length > MaxBodyBytes)
                throw new ProblemException(Problem.TooLarge(MaxBodyBytes));
            if (read.Buffer.IsEmpty)
                return null;
            var utf8 = read.Buffer.ToArray();
            ActivityJson.RefuseBrokenText(utf8);
            return JsonElement.Parse(utf8);
        }
        catch (JsonException)
        {
            throw new ProblemException(StatusCodes.Status400BadRequest, "BadSyntax", "The body is no JSON.");
        }
        finally
        {
            request.BodyReader.AdvanceTo(read.Buffer.End);
        }
    }
}

/// <summary>Asked for by clients before they open a sign-in window; nothing here depends on it.</summary>
internal sealed record Session(string SessionId);
