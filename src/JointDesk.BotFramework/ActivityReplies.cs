namespace JointDesk.BotFramework;

/// <summary>Answers to activities, and how to find the place again.</summary>
public static class ActivityReplies
{
    /// <summary>An activity that goes back to where this one came from. It has no id and no timestamp: the channel gives them (A2031, A2041).</summary>
    public static Activity CreateReply(this Activity activity, string? text = null, string? locale = null) =>
        Activity.Message(text).AsReplyTo(activity) with { Locale = locale ?? activity.Locale };

    /// <summary>The same activity, addressed as a reply to another: sender and recipient change places.</summary>
    public static Activity AsReplyTo(this Activity reply, Activity activity) => reply with
    {
        ChannelId = activity.ChannelId,
        ServiceUrl = activity.ServiceUrl,
        Conversation = activity.Conversation,
        From = activity.Recipient,
        Recipient = activity.From,
        ReplyToId = HasNoThread(activity) ? null : activity.Id,
    };

    /// <summary>What to keep for speaking there later. Refresh it on every turn: the service URL can change.</summary>
    public static ConversationReference GetConversationReference(this Activity activity) => new()
    {
        ActivityId = HasNoThread(activity) ? null : activity.Id,
        User = activity.From,
        Bot = activity.Recipient,
        Conversation = activity.Conversation,
        ChannelId = activity.ChannelId,
        Locale = activity.Locale,
        ServiceUrl = activity.ServiceUrl,
    };

    /// <summary>Addresses an activity to a place that was kept, not as a reply to anything.</summary>
    public static Activity AddressedTo(this Activity activity, ConversationReference place) => activity with
    {
        ChannelId = place.ChannelId,
        ServiceUrl = place.ServiceUrl,
        Conversation = place.Conversation,
        From = place.Bot,
        Recipient = place.User,
        Locale = activity.Locale ?? place.Locale,
    };

    /// <summary>A conversationUpdate of these two channels is no message that one can reply to; the SDK leaves its id out as well.</summary>
    private static bool HasNoThread(Activity activity) =>
        activity is { Type: ActivityTypes.ConversationUpdate, ChannelId: Channels.DirectLine or Channels.WebChat };
}
