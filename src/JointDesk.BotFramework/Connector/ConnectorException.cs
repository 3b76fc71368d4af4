using System.Net;

namespace JointDesk.BotFramework;

/// <summary>A channel refused a call, or was not reached.</summary>
public sealed class ConnectorException : Exception
{
    public ConnectorException(string message, Exception? inner = null) : base(message, inner)
    {
    }

    /// <summary>The HTTP status; null when there was no answer at all.</summary>
    public int? Status { get; init; }

    /// <summary>The channel's word for it, such as <c>BotNotInConversationRoster</c> or <c>MessageSizeTooBig</c>.</summary>
    public string? Code { get; init; }

    /// <summary>How long the channel wants to be left alone.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Another try may succeed: no answer, a limit, or trouble at the other end.</summary>
    public bool IsTransient => Status is null or 408 or 412 or 429 or >= 500 and not 501;

    /// <summary>What was to be made is already there, or has changed meanwhile: look again rather than send again.</summary>
    public bool IsConflict => Status is (int)HttpStatusCode.Conflict;

    /// <summary>The bot was blocked or removed, or the conversation is gone: stop sending there and tell someone.</summary>
    public bool IsShutOut => Status is (int)HttpStatusCode.Forbidden or (int)HttpStatusCode.NotFound or (int)HttpStatusCode.Gone;
}
