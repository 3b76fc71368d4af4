using System.Text.Json.Serialization;

namespace JointDesk;

/// <summary>What happened, in the past tense. The audit chain and the receipts are made of facts, so a fact holds ids, never titles or texts.</summary>
public abstract record Fact
{
    /// <summary>The id of what it happened to: a meeting, an assignment, a case number.</summary>
    [JsonIgnore]
    public abstract string Subject { get; }

    /// <summary>The departments it concerns: those whose audit lists show it.</summary>
    [JsonIgnore]
    public virtual IReadOnlyList<string> Departments => [];
}
