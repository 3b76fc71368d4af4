using System.Text.Json.Serialization;

namespace JointDesk;

/// <summary>What someone wants the desk to do. Every door (chat, card, mail reply, API, alarm) sends the same command.</summary>
public abstract record Command
{
    /// <summary>What an officer wrote in it: where one of these bears the mark of a state secret, nothing of the command is done or kept.</summary>
    [JsonIgnore]
    public virtual IEnumerable<string?> Texts => [];
}
