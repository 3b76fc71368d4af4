using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace JointDesk.BotFramework;

/// <summary>Reading by polling, and posting.</summary>
internal sealed class ActivityEndpoints(
    DirectLineDoor door, IDirectLineBackend backend, DirectLineTyping typing, DirectLineLinks links, DirectLineOptions options, TimeProvider time)
{
    /// <summary>
    /// What came after the watermark. One transient error stops the polling of DirectLineJS for ever while the page still says
    /// "connected", so a store that fails looks like one that has nothing new.
    /// </summary>
    public async Task ReadAsync(HttpContext context)
    {
        var bearer = door.Bearer(context.Request);
        var after = Watermark(context.Request);
        var set = new ActivitySet([], after.ToString(CultureInfo.InvariantCulture));
        try
        {
            var conversation = await door.ConversationAsync(context, bearer);
            var page = await backend.ReadAsync(conversation, after, options.PageSize, context.RequestAborted);
            set = SetFor(context.Request, bearer.User!, conversation, page);
        }
        catch (Exception failure) when (failure is not (ProblemException or OperationCanceledException))
        {
            door.LogFailure(failure, "reading");
        }
        await context.Response.AnswerAsync(set);
    }

    public async Task PostAsync(HttpContext context)
    {
        var bearer = door.Bearer(context.Request);
        var conversation = await door.ConversationAsync(context, bearer);
        var (activity, problem) = await Http.ReadActivityAsync(context.Request, options.MaxActivityBytes);
        await PostAsync(context, bearer.User!, conversation, activity ?? throw new ProblemException(problem!));
    }

    /// <summary>
    /// Hands a user's activity on. Who sent it, where and when is ours to say. A user says messages and events; what would speak for
    /// the channel (members, installations) or is not known is accepted and ignored.
    /// </summary>
    public async Task PostAsync(HttpContext context, DirectLineUser user, string conversation, Activity sent)
    {
        await door.WaitForTurnAsync(user, context);
        var activity = sent with
        {
            Id = null,
            ServiceUrl = null,
            Recipient = null,
            ChannelId = Channels.DirectLine,
            From = new() { Id = user.Id, Name = user.Name, Role = Roles.User },
            Conversation = new() { Id = conversation },
            Timestamp = time.GetUtcNow(),
        };
        var id = $"{conversation}|ignored";
        if (activity.Type == ActivityTypes.Typing)
            typing.Tell(conversation, activity);
        else if (activity.Type is ActivityTypes.Message or ActivityTypes.Event or ActivityTypes.MessageReaction)
            id = await KeepAsync(context, user, conversation, activity);
        await context.Response.AnswerAsync(new ConversationResource { Id = id });
    }

    /// <summary>A message that has arrived is worked on even when its sender hangs up: what was sent is sent.</summary>
    private async Task<string> KeepAsync(HttpContext context, DirectLineUser user, string conversation, Activity activity)
    {
        context.RequestAborted.ThrowIfCancellationRequested();
        try
        {
            return await backend.PostAsync(user, conversation, activity, CancellationToken.None);
        }
        catch (MessageNotKeptException unkept)
        {
            typing.Tell(conversation, unkept.Line with { Id = $"{conversation}|unkept-{Guid.NewGuid():N}", Timestamp = time.GetUtcNow(), Conversation = activity.Conversation });
            throw new ProblemException(StatusCodes.Status503ServiceUnavailable, "NotKept", unkept.Message);
        }
        catch (Exception failure) when (failure is not ProblemException)
        {
            door.LogFailure(failure, "posting");
            throw new ProblemException(StatusCodes.Status502BadGateway, "BotRejectedActivity", "The bot could not take the message.");
        }
    }

    public ActivitySet SetFor(HttpRequest request, DirectLineUser user, string conversation, DirectLinePage page) =>
        new([.. page.Activities.Select(activity => links.For(request, user, conversation, activity))], page.Watermark.ToString(CultureInfo.InvariantCulture));

    /// <summary>Empty in the first poll; anything that is no number means the start.</summary>
    public static long Watermark(HttpRequest request) =>
        long.TryParse(request.Query["watermark"], NumberStyles.None, CultureInfo.InvariantCulture, out var after) ? after : 0;
}
