using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace JointDesk.BotFramework;

/// <summary>
/// The inbound side: token, size, JSON, claims, turn, in this order. Nothing that a caller sends is answered with 500; a handler that
/// throws is, because the channel's next try may then succeed.
/// </summary>
internal sealed partial class MessagesEndpoint(
    IBotHandler handler,
    IBotAuthenticator authenticator,
    IActivitySender? sender,
    BotMessagesOptions options,
    TimeProvider time,
    ILogger logger,
    CancellationToken stopping)
{
    private readonly TurnMemory _turns = new(options, time);

    public async Task HandleAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        if (!HttpMethods.IsPost(request.Method))
        {
            // The Agents Playground asks with HEAD whether anybody is there.
            response.StatusCode = HttpMethods.IsHead(request.Method) ? StatusCodes.Status200OK : StatusCodes.Status405MethodNotAllowed;
            response.Headers.Allow = "POST, HEAD";
            return;
        }
        var admission = await authenticator.AdmitAsync(request, context.RequestAborted);
        if (admission is not Admission.Granted { Caller: var caller })
        {
            Refuse(context, (Admission.Refused)admission);
            return;
        }
        var (activity, problem) = await Http.ReadActivityAsync(request, options.MaxBodyBytes);
        if (activity is null)
            await response.AnswerAsync(problem!);
        else if (authenticator.Confirm(caller, activity) is { } refused)
            Refuse(context, refused);
        else if (ActivityTypes.IsKnown(activity.Type))
            await TakeTurnAsync(response, activity, caller);
    }

    private async Task TakeTurnAsync(HttpResponse response, Activity activity, BotCaller caller)
    {
        var turn = _turns.OnceAsync(activity, () => RunAsync(activity, caller));
        var isWaitedFor = activity.Type == ActivityTypes.Invoke || activity.DeliveryMode == DeliveryModes.ExpectReplies;
        TurnOutcome outcome;
        try
        {
            outcome = await (isWaitedFor ? turn : turn.WaitAsync(options.Patience, time));
        }
        catch (TimeoutException) when (!turn.IsFaulted)
        {
            response.StatusCode = await KeepAsync(activity, turn);
            return;
        }
        catch (Exception)
        {
            response.StatusCode = StatusCodes.Status500InternalServerError;
            return;
        }
        if (activity.DeliveryMode == DeliveryModes.ExpectReplies)
            await response.AnswerAsync(new ExpectedReplies(outcome.Replies));
        else if (activity.Type == ActivityTypes.Invoke)
            await AnswerInvokeAsync(response, outcome.Invoke ?? new(StatusCodes.Status501NotImplemented));
    }

    /// <returns>The status: 200 says that the activity will not be lost.</returns>
    private async Task<int> KeepAsync(Activity activity, Task turn)
    {
        try
        {
            await handler.KeepAsync(activity, turn, stopping);
        }
        catch (Exception failure)
        {
            Log.NotKept(logger, failure, activity.Type, activity.Id);
            return StatusCodes.Status500InternalServerError;
        }
        Log.GoesOn(logger, activity.Id);
        return StatusCodes.Status200OK;
    }

    private async Task<TurnOutcome> RunAsync(Activity activity, BotCaller caller)
    {
        var turn = new TurnContext(activity, caller);
        InvokeResponse? invoke;
        try
        {
            invoke = await handler.OnActivityAsync(turn, stopping);
        }
        catch (Exception failure)
        {
            Log.Failed(logger, failure, activity.Type, activity.Id);
            throw;
        }
        if (activity.DeliveryMode == DeliveryModes.ExpectReplies)
            return new(invoke, invoke is null ? turn.Replies : [.. turn.Replies, AsActivity(invoke)]);
        await SendAsync(turn);
        return new(invoke, []);
    }

    /// <summary>A reply that cannot be delivered does not undo the turn: what was decided is committed, and a second try would decide twice.</summary>
    private async Task SendAsync(TurnContext turn)
    {
        if (turn.Replies.Count > 0 && sender is null)
            throw new InvalidOperationException($"There are replies to send, and no {nameof(IActivitySender)} is registered.");
        foreach (var reply in turn.Replies)
            try
            {
                await sender!.SendAsync(reply, stopping);
            }
            catch (ConnectorException failure)
            {
                Log.NotDelivered(logger, turn.Activity.Id, failure.Status, failure.Code);
                return;
            }
            catch (Exception failure) when (failure is ArgumentException or InvalidOperationException)
            {
                // The activity did not say where to: no service URL or no conversation.
                Log.NotDelivered(logger, turn.Activity.Id, null, failure.GetType().Name);
                return;
            }
    }

    private static Activity AsActivity(InvokeResponse invoke) => new()
    {
        Type = ActivityTypes.InvokeResponse,
        Value = System.Text.Json.JsonSerializer.SerializeToElement(invoke, ActivityJson.Info<InvokeResponse>()),
    };

    private static Task AnswerInvokeAsync(HttpResponse response, InvokeResponse invoke)
    {
        response.StatusCode = invoke.Status;
        return invoke.Body is { } body ? response.AnswerAsync(body, invoke.Status) : Task.CompletedTask;
    }

    private void Refuse(HttpContext context, Admission.Refused refused)
    {
        Log.Refused(logger, refused.Status, refused.Reason);
        context.Response.StatusCode = refused.Status;
        if (refused.Status == StatusCodes.Status401Unauthorized)
            context.Response.Headers.WWWAuthenticate = "Bearer";
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Refused a post to the bot with {Status}: {Reason}")]
        public static partial void Refused(ILogger logger, int status, string reason);

        [LoggerMessage(2, LogLevel.Error, "The turn of a {Type} {ActivityId} failed")]
        public static partial void Failed(ILogger logger, Exception failure, string type, string? activityId);

        [LoggerMessage(3, LogLevel.Warning, "The replies to {ActivityId} were not delivered: {Status} {Code}")]
        public static partial void NotDelivered(ILogger logger, string? activityId, int? status, string? code);

        [LoggerMessage(4, LogLevel.Information, "The turn of {ActivityId} goes on after its caller was answered")]
        public static partial void GoesOn(ILogger logger, string? activityId);

        [LoggerMessage(5, LogLevel.Error, "A {Type} {ActivityId} whose turn goes on could not be kept")]
        public static partial void NotKept(ILogger logger, Exception failure, string type, string? activityId);
    }
}
