namespace JointDesk.Talk;

/// <summary>The one entry of talk: a turn comes in, a reply goes out.</summary>
public interface IReceptionist
{
    /// <summary>Understands, asks on or lets the desk act, and words the answer for whoever reads it. Never throws for what an officer wrote.</summary>
    ValueTask<Reply> HandleAsync(Turn turn, CancellationToken cancel = default);
}
