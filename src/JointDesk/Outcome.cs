namespace JointDesk;

/// <summary>What the desk answers to a command: a <see cref="Decision"/> or a <see cref="Refusal"/>.</summary>
public abstract record Outcome
{
    public static implicit operator Outcome(Fact fact) => new Decision(fact);
}
