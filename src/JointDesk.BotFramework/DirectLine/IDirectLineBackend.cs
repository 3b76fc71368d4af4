namespace JointDesk.BotFramework;

/// <summary>
/// What a Direct Line server needs of the store and the bot. Conversation ids go into URLs as they are (DirectLineJS does not encode
/// them): letters, digits, <c>-</c>, <c>_</c>, <c>.</c>, <c>~</c>, <c>:</c>.
/// </summary>
public interface IDirectLineBackend
{
    /// <summary>The user's personal chat with the bot, made when there is none; null for someone the bot does not know.</summary>
    ValueTask<DirectLineStart?> DefaultConversationAsync(DirectLineUser user, CancellationToken cancel);

    /// <summary>Whether the user may read and write there now. It is asked again for every page that is delivered.</summary>
    ValueTask<bool> MayOpenAsync(DirectLineUser user, string conversationId, CancellationToken cancel);

    /// <summary>The first <paramref name="take"/> activities after a sequence number, in order; 0 is before the first.</summary>
    ValueTask<DirectLinePage> ReadAsync(string conversationId, long after, int take, CancellationToken cancel);

    /// <summary>
    /// Keeps what the user sent and lets the bot answer; returns the activity's id. The endpoint has already replaced channel, sender,
    /// conversation and timestamp. The same <see cref="DirectLine.ClientActivityId"/> again returns the same id and does nothing: the
    /// client sends again when it does not see its message come back within 20 s.
    /// </summary>
    /// <exception cref="MessageNotKeptException">It cannot be kept now; those in the conversation are told so, and the client may send it again.</exception>
    ValueTask<string> PostAsync(DirectLineUser user, string conversationId, Activity activity, CancellationToken cancel);

    /// <summary>Completes once there is something after <paramref name="after"/>: at once when there already is.</summary>
    ValueTask WaitForNewerAsync(string conversationId, long after, CancellationToken cancel);
}

/// <summary>Keeps the files of conversations. Without one, uploads are refused.</summary>
public interface IDirectLineFiles
{
    /// <summary>
    /// False where users may send none. Nothing of an upload is read then but the activity in it, which the backend gets with an
    /// attachment that has neither an address nor content for each file: the bot says what it thinks of that.
    /// </summary>
    bool TakesFiles => true;

    /// <summary>Keeps a file and returns its id, which is unguessable or at least no path.</summary>
    ValueTask<string> KeepAsync(DirectLineUser user, string conversationId, DirectLineFile file, CancellationToken cancel);

    /// <summary>A file of this conversation, or null: the id of a file elsewhere must find nothing.</summary>
    ValueTask<DirectLineFile?> OpenAsync(DirectLineUser user, string conversationId, string fileId, CancellationToken cancel);
}

/// <summary>A message could not be kept.</summary>
/// <param name="line">What the bot says instead; it is not kept either, and goes to the open streams of the conversation.</param>
public sealed class MessageNotKeptException(Activity line, Exception cause) : Exception(line.Text, cause)
{
    public Activity Line => line;
}

/// <summary>Who is at the other end.</summary>
public sealed record DirectLineUser(string Id, string? Name = null);

/// <param name="IsNew">It did not exist before.</param>
public sealed record DirectLineStart(string ConversationId, bool IsNew);

/// <param name="Watermark">The sequence number of the last of them; for an empty page, the number asked for.</param>
public sealed record DirectLinePage(IReadOnlyList<Activity> Activities, long Watermark);

/// <summary>A file in a conversation.</summary>
public sealed record DirectLineFile(string Name, string ContentType, ReadOnlyMemory<byte> Content)
{
    private const string Scheme = "directline-file:";

    /// <summary>
    /// The <see cref="Attachment.ContentUrl"/> by which a kept file is named in a stored activity. Each reader is given a link of the
    /// own instead, which works for that user alone.
    /// </summary>
    public static string UrlOf(string fileId) => Scheme + fileId;

    /// <summary>The id in such a URL, or null for any other.</summary>
    public static string? IdOf(string? contentUrl) =>
        contentUrl?.StartsWith(Scheme, StringComparison.Ordinal) == true ? contentUrl[Scheme.Length..] : null;
}
