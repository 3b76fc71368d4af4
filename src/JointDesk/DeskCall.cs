namespace JointDesk;

/// <summary>A command on its way in: under which id from outside, and who sends it.</summary>
/// <param name="Id">Unique to what came from outside; the same id again is answered from its receipt and does nothing.</param>
public sealed record DeskCall(string Id, Caller Caller, Command Command)
{
    /// <summary>What the door itself wants kept in the same commit: the conversation this came from.</summary>
    public IReadOnlyList<Change> Alongside { get; init; } = [];

    /// <summary>The claimed queue item that this call answers, ended in the same commit.</summary>
    public QueueSettle? Settles { get; init; }
}

/// <summary>Who sends a command: an officer, or the desk itself by an alarm.</summary>
public sealed record Caller(string Id)
{
    public static Caller Desk { get; } = new("desk");
    public bool IsDesk => Id == Desk.Id;
}

/// <param name="Repeated">True where the call had been handled before: the decision then holds its facts and nothing else.</param>
public sealed record Answer(Outcome Outcome, bool Repeated);
