namespace JointDesk;

/// <summary>The desk does not do it, and says why. The name of the derived record is the key of its words; its members fill them.</summary>
public abstract record Refusal : Outcome
{
    /// <summary>True where someone asked for what they may not do or see: such a refusal is an audit entry.</summary>
    public virtual bool IsAccess => false;
}

/// <summary>Someone else changed the same thing three times in a row while this command was being decided.</summary>
public sealed record TooBusy : Refusal;

/// <summary>The sender is not in the directory.</summary>
public sealed record UnknownOfficer(string Id) : Refusal
{
    public override bool IsAccess => true;
}
