using System.Text.Json.Nodes;

namespace JointDesk.Talk;

/// <summary>What an officer says or presses, as the channel hands it in.</summary>
/// <param name="Id">Unique to the message: the same id again is answered, and does nothing.</param>
/// <param name="Text">Without the mention of the desk; null for a press.</param>
/// <param name="Form">What a card action or its inputs sent; null for a text.</param>
/// <param name="Locale">BCP 47 tag of the client; null where it said none.</param>
public sealed record Turn(string Id, Place Place, string OfficerId, string? Text, JsonObject? Form, string? Locale);

/// <summary>Where it is said.</summary>
/// <param name="Conversation">The desk's own id of the conversation.</param>
/// <param name="Audience">The departments of all who read it; in a personal chat the officer's own.</param>
public sealed record Place(string Conversation, bool IsPersonal, IReadOnlyList<string> Audience)
{
    /// <summary>The number of the case whose channel it is; null elsewhere.</summary>
    public string? Case { get; init; }
}

/// <summary>What the desk says: here, and where not all here may know it, in the officer's personal chat.</summary>
public sealed record Reply(IReadOnlyList<Message> Here, IReadOnlyList<Message> Personal)
{
    public Reply(params IReadOnlyList<Message> here) : this(here, [])
    {
    }

    /// <summary>The language of what was said, <c>zh</c> or <c>en</c>; notices to this officer follow it. Null where it cannot be told.</summary>
    public string? Language { get; init; }

    /// <summary>What the conversation remembers from now on, to be committed with the answer, over whatever is there.</summary>
    public IReadOnlyList<Change> Alongside { get; init; } = [];
}
