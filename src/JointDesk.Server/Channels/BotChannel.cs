using System.Text.Json;
using System.Text.Json.Nodes;
using JointDesk.BotFramework;
using JointDesk.People;

namespace JointDesk.Server.Channels;

/// <summary>The desk on channels of the Bot Framework: which activity asks for what.</summary>
internal sealed class BotChannel(Desk desk, ChannelTurns turns, ConnectorChats chats, Accounts accounts, Audiences audiences, UnkeptLine unkept, TakenActivities taken) : IBotHandler
{
    /// <summary>How Teams says that the bot was taken out; an upgrade removes and adds.</summary>
    private const string Removed = "remove";

    public async ValueTask<InvokeResponse?> OnActivityAsync(TurnContext turn, CancellationToken cancel)
    {
        try
        {
            return await HandleAsync(turn, cancel);
        }
        catch (StoreUnavailableException) when (turn.Activity.Type is ActivityTypes.Message or ActivityTypes.Invoke)
        {
            var line = await unkept.ForAsync(null, turn.Activity.Locale, cancel);
            if (turn.Activity.Type == ActivityTypes.Invoke)
                return AdaptiveCardAction.Message(line.Text!);
            turn.Reply(line);
            return null;
        }
    }

    /// <inheritdoc/>
    public ValueTask KeepAsync(Activity activity, Task turn, CancellationToken cancel) => taken.KeepAsync(activity, turn, cancel);

    /// <summary>Handles what was kept, as if it came again: what was answered already is not answered again.</summary>
    public async ValueTask ResumeAsync(Activity activity, CancellationToken cancel) =>
        await HandleAsync(new TurnContext(activity, BotCaller.Anonymous), cancel);

    private async ValueTask<InvokeResponse?> HandleAsync(TurnContext turn, CancellationToken cancel)
    {
        var activity = turn.Activity;
        if (activity.Conversation?.Id is not { Length: > 0 })
            return null;
        switch (activity.Type)
        {
            case ActivityTypes.InstallationUpdate:
            case ActivityTypes.ConversationUpdate:
                await MembersChangedAsync(activity, cancel);
                return null;
            case ActivityTypes.Invoke:
                return activity.Name == AdaptiveCardAction.InvokeName ? await PressAsync(activity, cancel) : null;
            case ActivityTypes.Message when Speech.Of(activity) is { } spoken && (activity.IsPersonal() || Speech.IsForDesk(activity)):
                if (activity.DeliveryMode != DeliveryModes.ExpectReplies && activity.ServiceUrl is not null)
                    await turns.AnswerAsync(activity, spoken, cancel);
                else
                    foreach (var reply in await turns.ReplyAsync(activity, spoken, cancel))
                        turn.Reply(reply);
                return null;
            default:
                return null;
        }
    }

    private async ValueTask MembersChangedAsync(Activity activity, CancellationToken cancel)
    {
        audiences.Forget(Teams.ChannelOf(activity.Conversation!.Id!));
        if (activity.ServiceUrl is null)
            return;
        if (activity.Action == Removed || activity.MembersRemoved?.Any(IsDesk) == true)
        {
            await chats.ShutOutAsync(ConnectorChat.IdOf(activity), "removed", cancel);
            return;
        }
        if (activity is { Type: ActivityTypes.InstallationUpdate, From: not null } && activity.IsPersonal())
        {
            // A greeting: what the desk says to someone who said nothing.
            await turns.AnswerAsync(activity, null, cancel);
            return;
        }
        var officer = activity.IsPersonal() ? await accounts.OfficerAsync(activity, await desk.Read().RosterAsync(cancel), cancel) : null;
        await chats.RememberAsync(activity, officer?.Id, cancel);

        bool IsDesk(ChannelAccount member) => member.Id is { Length: > 0 } id && id == activity.Recipient?.Id;
    }

    /// <summary>A press is answered with what takes the card's place: a card, or a line of text.</summary>
    private async ValueTask<InvokeResponse> PressAsync(Activity activity, CancellationToken cancel)
    {
        if (AdaptiveCardAction.From(activity) is not { } action || FormOf(action) is not { } form)
            return AdaptiveCardAction.Malformed;
        var replies = await turns.ReplyAsync(activity, new Speech(null, form), cancel);
        return replies.Select(TeamsCards.CardOf).FirstOrDefault(card => card is not null) is { } shown
            ? AdaptiveCardAction.Card(shown)
            : AdaptiveCardAction.Message(string.Join('\n', replies.Select(r => r.Text)));
    }

    private static JsonObject? FormOf(AdaptiveCardAction action)
    {
        var data = action.Data is { ValueKind: JsonValueKind.Object } sent ? sent : JsonDocument.Parse("{}").RootElement;
        if (Speech.Of(new Activity { Type = ActivityTypes.Message, Value = data })?.Form is not { } form)
            return null;
        if (!form.ContainsKey("verb") && action.Verb is { Length: > 0 } verb)
            form["verb"] = verb;
        return form;
    }
}

/// <summary>What the desk asks of an activity.</summary>
internal static class ActivityQuestions
{
    /// <summary>Where nothing is said, a chat without a group is personal.</summary>
    public static bool IsPersonal(this Activity activity) => activity.Conversation?.ConversationType is { } type
        ? type == ConversationTypes.Personal
        : activity.Conversation?.IsGroup is not true;
}
