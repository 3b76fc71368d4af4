namespace JointDesk;

/// <summary>
/// Something owed to someone. It holds ids only: it is worded when sent, in the language and with the clearance of that moment.
/// Derived records name what is owed.
/// </summary>
public abstract record Notice
{
    /// <summary>Whom it is owed to.</summary>
    public required Recipient To { get; init; }
}

/// <summary>An officer's personal chat, a department's channel or a case's channel.</summary>
public sealed record Recipient(RecipientKind Kind, string Id)
{
    public static Recipient Officer(string id) => new(RecipientKind.Officer, id);
    public static Recipient Department(string id) => new(RecipientKind.Department, id);
    public static Recipient Case(string number) => new(RecipientKind.Case, number);
}

public enum RecipientKind { Officer, Department, Case }
