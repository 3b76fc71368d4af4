using System.Text.Json.Serialization;

namespace JointDesk;

/// <summary>What someone wants the desk to do. Every door (chat, card, mail reply, API, alarm) sends the same command.</summary>
public abstract record Command
{
    /// <summary>What an officer wrote in it: where one of these bears the mark of a state secret, nothing of the command is done or kept.</summary>
    [JsonIgnore]
    public virtual IEnumerable<string?> Texts => [];

    /// <summary>Of each of <see cref="Texts"/>, in UTF-16 units: what a card can still show.</summary>
    [JsonIgnore]
    public virtual int LongestText => 1_000;
}
