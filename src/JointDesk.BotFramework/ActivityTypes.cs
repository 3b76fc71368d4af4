namespace JointDesk.BotFramework;

/// <summary>The types of activity that this library has something to say about; any other is ignored (A2014).</summary>
public static class ActivityTypes
{
    public const string Message = "message";
    public const string MessageUpdate = "messageUpdate";
    public const string MessageDelete = "messageDelete";
    public const string MessageReaction = "messageReaction";
    public const string ConversationUpdate = "conversationUpdate";
    public const string InstallationUpdate = "installationUpdate";
    public const string EndOfConversation = "endOfConversation";
    public const string Event = "event";
    public const string Invoke = "invoke";
    public const string Typing = "typing";

    /// <summary>Never on the wire by itself: how the answer to an invoke travels among expected replies.</summary>
    public const string InvokeResponse = "invokeResponse";

    /// <summary>Whether a handler is asked about it.</summary>
    public static bool IsKnown(string type) => type
        is Message or MessageUpdate or MessageDelete or MessageReaction or ConversationUpdate or InstallationUpdate
        or EndOfConversation or Event or Invoke or Typing;
}

/// <summary>How the sender wants its answers.</summary>
public static class DeliveryModes
{
    public const string Normal = "normal";

    /// <summary>All replies in the HTTP answer and none by the connector (A3113).</summary>
    public const string ExpectReplies = "expectReplies";
}

/// <summary>The kinds of conversation, as Teams names them.</summary>
public static class ConversationTypes
{
    public const string Personal = "personal";
    public const string GroupChat = "groupChat";
    public const string Channel = "channel";
}

/// <summary>Channel ids with habits of their own.</summary>
public static class Channels
{
    public const string Teams = "msteams";
    public const string DirectLine = "directline";
    public const string WebChat = "webchat";
    public const string Emulator = "emulator";
}

/// <summary>What a message's text is written in.</summary>
public static class TextFormats
{
    public const string Plain = "plain";
    public const string Markdown = "markdown";
    public const string Xml = "xml";
}

/// <summary>Who an account belongs to.</summary>
public static class Roles
{
    public const string User = "user";
    public const string Bot = "bot";
}
