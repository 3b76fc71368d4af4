namespace JointDesk;

/// <summary>Accepted, with its consequences, all of which are committed at once: changed documents, facts, notices, alarms.</summary>
public sealed record Decision(params IReadOnlyList<Fact> Facts) : Outcome
{
    public IReadOnlyList<Change> Changes { get; init; } = [];
    public IReadOnlyList<Notice> Notices { get; init; } = [];
    public IReadOnlyList<Alarm> Alarms { get; init; } = [];

    /// <summary>Ids of alarms that are no longer wanted.</summary>
    public IReadOnlyList<string> CancelledAlarms { get; init; } = [];

    /// <summary>Nothing to do, and nothing is written: a reminder of something already done.</summary>
    public static Decision Nothing { get; } = new([]);
}

/// <summary>A document to be written or deleted in the commit. Its version is the one that was read; one never read must be new.</summary>
public sealed record Change(IDocumentKind Kind, string Id, object? Document)
{
    public static Change Put<T>(DocumentKind<T> kind, T document) where T : class => new(kind, kind.IdOf(document), document);
    public static Change Delete<T>(DocumentKind<T> kind, string id) where T : class => new(kind, id, null);
}
