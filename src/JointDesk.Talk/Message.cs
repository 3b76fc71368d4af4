using System.Text.Json.Nodes;
using JointDesk.Invitations;

namespace JointDesk.Talk;

/// <summary>One message to be sent.</summary>
/// <param name="Text">The whole meaning, for clients that show no cards.</param>
/// <param name="Card">An Adaptive Card (schema 1.5), or null.</param>
/// <param name="Calendar">A calendar file to go with it, or null.</param>
public sealed record Message(string Text, JsonObject? Card = null, CalendarFile? Calendar = null)
{
    /// <summary>The officer is shown this contribution: whoever sends it records the receipt first.</summary>
    public string? Discloses { get; init; }

    /// <summary>Messages of one key tell the state of one thing: where the channel can, a later one takes the place of the earlier.</summary>
    public string? ReplaceKey { get; init; }
}

/// <param name="Cancel">RFC 5546 METHOD: CANCEL, else REQUEST.</param>
public sealed record CalendarFile(string Name, CalendarEvent Event, bool Cancel);
