using System.Globalization;
using System.Net.WebSockets;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace JointDesk.BotFramework;

/// <summary>
/// The web socket: replays from the watermark, then pushes what comes, at once. Frames are activity sets; an idle stream carries empty
/// ones. What the client sends is read and thrown away: it sends an empty frame every 20 s to notice a dead line.
/// </summary>
internal sealed partial class StreamEndpoint(
    DirectLineDoor door,
    IDirectLineBackend backend,
    DirectLineTyping typing,
    ActivityEndpoints activities,
    DirectLineOptions options,
    TimeProvider time,
    ILogger logger,
    CancellationToken stopping)
{
    public async Task HandleAsync(HttpContext context)
    {
        if (!door.IsAllowedOrigin(context.Request))
            throw new ProblemException(StatusCodes.Status401Unauthorized, "BadOrigin", "A page of another origin may not open the stream.");
        var bearer = door.Link(context.Request, DirectLineLinks.ToStream);
        var conversation = await door.ConversationAsync(context, bearer);
        if (!context.WebSockets.IsWebSocketRequest)
            throw new ProblemException(StatusCodes.Status400BadRequest, "NotAWebSocket", "A web socket is expected.");

        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        using var life = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        var listening = DrainAsync(socket, life);
        var status = WebSocketCloseStatus.NormalClosure;
        try
        {
            await PushAsync(context.Request, socket, bearer.User!, conversation, life.Token);
        }
        catch (Exception) when (life.IsCancellationRequested)
        {
            status = WebSocketCloseStatus.EndpointUnavailable;
        }
        catch (Exception failure)
        {
            Log.Failed(logger, failure);
            status = WebSocketCloseStatus.InternalServerError;
        }
        await CloseAsync(socket, status, listening);
        await life.CancelAsync();
    }

    private async Task PushAsync(HttpRequest request, WebSocket socket, DirectLineUser user, string conversation, CancellationToken cancel)
    {
        var after = ActivityEndpoints.Watermark(request);
        using var types = typing.Listen(conversation, user.Id);
        using var beat = new PeriodicTimer(options.KeepAlive, time);
        Task? newer = null, typed = null, tick = null;
        while (true)
        {
            if (newer is null || newer.IsCompleted)
            {
                if (newer is not null)
                    await newer;
                for (DirectLinePage page; (page = await backend.ReadAsync(conversation, after, options.PageSize, cancel)).Activities.Count > 0; after = page.Watermark)
                {
                    // Someone who was taken out of the conversation gets no more of it; the client then asks, hears 404 and ends.
                    if (!await backend.MayOpenAsync(user, conversation, cancel))
                        return;
                    await SendAsync(socket, activities.SetFor(request, user, conversation, page), cancel);
                }
                newer = backend.WaitForNewerAsync(conversation, after, cancel).AsTask();
            }
            while (types.Reader.TryRead(out var activity))
                await SendAsync(socket, new([activity], after.ToString(CultureInfo.InvariantCulture)), cancel);
            if (typed is null || typed.IsCompleted)
                typed = types.Reader.WaitToReadAsync(cancel).AsTask();
            if (tick is { IsCompletedSuccessfully: true })
                await socket.SendAsync(ReadOnlyMemory<byte>.Empty, WebSocketMessageType.Text, true, cancel);
            if (tick is null || tick.IsCompleted)
                tick = beat.WaitForNextTickAsync(cancel).AsTask();
            await Task.WhenAny(newer, typed, tick);
            cancel.ThrowIfCancellationRequested();
        }
    }

    private static ValueTask SendAsync(WebSocket socket, ActivitySet set, CancellationToken cancel) =>
        socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(set, ActivityJson.Info<ActivitySet>()).AsMemory(), WebSocketMessageType.Text, true, cancel);

    /// <summary>Reads until the client closes or the line breaks, and then ends the stream's life.</summary>
    private static async Task DrainAsync(WebSocket socket, CancellationTokenSource life)
    {
        var buffer = new byte[1024];
        try
        {
            while ((await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None)).MessageType != WebSocketMessageType.Close)
            {
            }
        }
        catch (WebSocketException)
        {
        }
        finally
        {
            await CancelAsync(life);
        }
    }

    private static async Task CancelAsync(CancellationTokenSource life)
    {
        try
        {
            await life.CancelAsync();
        }
        catch (ObjectDisposedException)
        {
        }
    }

    /// <summary>Says goodbye, waits a moment for the client to do the same, and then hangs up: a silent client must not hold up a host that stops.</summary>
    private static async Task CloseAsync(WebSocket socket, WebSocketCloseStatus status, Task listening)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        try
        {
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
                await socket.CloseOutputAsync(status, null, patience.Token);
            await listening.WaitAsync(patience.Token);
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException)
        {
        }
        socket.Abort();
        await listening;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "A Direct Line stream failed")]
        public static partial void Failed(ILogger logger, Exception failure);
    }
}
