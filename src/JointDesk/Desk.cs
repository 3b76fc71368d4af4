using System.Text.Json;
using JointDesk.Auditing;
using NodaTime;

namespace JointDesk;

/// <summary>The one entry: takes a command, loads, decides, commits. Two instances over one store do not harm each other.</summary>
public sealed class Desk(IDeskStore store, DeskRoutes routes, IClock clock, Func<string> newId)
{
    /// <summary>The queue of alarms; its items are commands.</summary>
    public const string Alarms = "alarms";

    /// <summary>The queue of notices.</summary>
    public const string Outbox = "outbox";

    private const int Attempts = 4;
    private readonly DeskMemory memory = new();

    /// <summary>Raised after each commit, so that whoever waits for alarms and notices wakes.</summary>
    public event Action? Changed;

    public IClock Clock => clock;

    /// <summary>For so long a call that comes again is answered from its receipt.</summary>
    public Duration ReceiptsKept { get; init; } = Duration.FromDays(30);

    public DeskReader Read() => new(store, memory);

    /// <summary>
    /// Decides and commits. On a conflict it loads and decides again. Throws <see cref="StoreUnavailableException"/> when nothing can be
    /// written.
    /// </summary>
    public async ValueTask<Answer> HandleAsync(DeskCall call, CancellationToken cancel = default)
    {
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            if (await store.GetOnceAsync(OnceKeyOf(call), cancel) is { } receipt)
                return Repeated(receipt);

            var read = Read();
            var moment = new Moment(clock.GetCurrentInstant(), newId);
            foreach (var change in call.Alongside)
                await RememberVersionAsync(read, change, cancel);

            var outcome = await DecideAsync(call.Command, call.Caller, read, moment, cancel);
            var changes = outcome switch
            {
                Decision decision => Compose(call, decision, read, moment),
                Refusal { IsAccess: true } refusal => new ChangeSet { Audit = [Draft(refusal, call, moment)] },
                _ => null,
            };
            if (changes is null)
                return new Answer(outcome, false);

            switch (await store.CommitAsync(changes, cancel))
            {
                case Committed:
                    Changed?.Invoke();
                    return new Answer(outcome, false);
                case Duplicate duplicate:
                    return Repeated(duplicate.First);
            }
        }

        return new Answer(new TooBusy(), false);
    }

    /// <summary>What the desk would answer now. Nothing is written.</summary>
    public ValueTask<Outcome> TryAsync(Caller caller, Command command, CancellationToken cancel = default) =>
        DecideAsync(command, caller, Read(), new Moment(clock.GetCurrentInstant(), newId), cancel);

    /// <summary>Keeps documents that belong to a door and not to a rule: a conversation, a place. False where someone else was faster.</summary>
    public async ValueTask<bool> KeepAsync(DeskReader read, IReadOnlyList<Change> changes, CancellationToken cancel = default)
    {
        foreach (var change in changes)
            await RememberVersionAsync(read, change, cancel);
        return await store.CommitAsync(Documents(changes, read), cancel) is Committed;
    }

    private async ValueTask<Outcome> DecideAsync(Command command, Caller caller, DeskReader read, Moment moment, CancellationToken cancel)
    {
        var outcome = routes.Refuse(command) ?? await routes.Of(command)(command, caller, read, moment, cancel);
        if (outcome is not Decision decision)
            return outcome;

        // Facts meet the policies of other rooms in the same commit; what a policy adds may bring further facts.
        var open = new Queue<Fact>(decision.Facts);
        Overlay(read, decision);
        while (open.TryDequeue(out var fact))
        {
            foreach (var policy in routes.After(fact))
            {
                var more = await policy(fact, read, moment, cancel);
                Overlay(read, more);
                decision = Join(decision, more);
                foreach (var next in more.Facts)
                    open.Enqueue(next);
            }
        }

        return decision;
    }

    private static void Overlay(DeskReader read, Decision decision)
    {
        foreach (var change in decision.Changes)
            read.Overlay(change);
    }

    private static Decision Join(Decision first, Decision second) => new([.. first.Facts, .. second.Facts])
    {
        Changes = [.. first.Changes, .. second.Changes],
        Notices = [.. first.Notices, .. second.Notices],
        Alarms = [.. first.Alarms, .. second.Alarms],
        CancelledAlarms = [.. first.CancelledAlarms, .. second.CancelledAlarms],
    };

    private ChangeSet Compose(DeskCall call, Decision decision, DeskReader read, Moment moment)
    {
        // An alarm that sets itself again replaces the claimed item; to settle it as well would void the new one.
        var settles = call.Settles is { } settle && decision.Alarms.All(a => a.Id != settle.Id) ? [settle] : Array.Empty<QueueSettle>();
        return Documents([.. decision.Changes, .. call.Alongside], read) with
        {
            OnceKeys = decision.Facts.Count == 0 ? [] : [Receipt(call, decision, moment)],
            Queued =
            [
                .. decision.Notices.Select((n, i) => new QueuePut(
                    Outbox, $"{moment.Now.ToUnixTimeTicks():D19}-{i:D4}-{moment.NewId()}", moment.Now, JsonSerializer.SerializeToUtf8Bytes(n, DeskJson.Options))),
                .. decision.Alarms.Select(a => new QueuePut(
                    Alarms, a.Id, a.Due, JsonSerializer.SerializeToUtf8Bytes(a.Command, DeskJson.Options))),
            ],
            Cancelled = [.. decision.CancelledAlarms.Select(id => new QueueCancel(Alarms, id))],
            Settled = settles,
            Audit = [.. decision.Facts.Select(f => Draft(f, call, moment))],
        };
    }

    /// <summary>The last change of a document is the one that counts.</summary>
    private static ChangeSet Documents(IReadOnlyList<Change> changes, DeskReader read)
    {
        var last = changes.GroupBy(c => (c.Kind.Name, c.Id)).Select(g => g.Last()).ToList();
        return new ChangeSet
        {
            Puts = [.. last.Where(c => c.Document is not null).Select(c => new PutDocument(
                c.Kind.Name, c.Id, read.VersionOf(c.Kind.Name, c.Id), c.Kind.IndexesOf(c.Document!), c.Kind.Write(c.Document!)))],
            Deletes = [.. last.Where(c => c.Document is null && read.VersionOf(c.Kind.Name, c.Id) > 0)
                .Select(c => new DeleteDocument(c.Kind.Name, c.Id, read.VersionOf(c.Kind.Name, c.Id)))],
        };
    }

    /// <summary>A door's document is written over whatever is there now: its door handles one message of a conversation at a time.</summary>
    private async ValueTask RememberVersionAsync(DeskReader read, Change change, CancellationToken cancel)
    {
        if (read.VersionOf(change.Kind.Name, change.Id) == 0 && await store.GetAsync(change.Kind.Name, change.Id, cancel) is { } stored)
            read.Remember(change.Kind.Name, change.Id, stored.Version);
    }

    private static string OnceKeyOf(DeskCall call) => "call/" + call.Id;

    private OnceKey Receipt(DeskCall call, Decision decision, Moment moment) =>
        new(OnceKeyOf(call), moment.Now + ReceiptsKept, JsonSerializer.SerializeToUtf8Bytes(decision.Facts, DeskJson.Options));

    private static Answer Repeated(OnceKey receipt) =>
        new(new Decision(JsonSerializer.Deserialize<List<Fact>>(receipt.Payload.Span, DeskJson.Options) ?? []), true);

    private static AuditDraft Draft(Fact fact, DeskCall call, Moment moment) =>
        new(moment.Now, call.Caller.Id, fact.GetType().Name, fact.Subject, fact.Departments, JsonSerializer.Serialize(fact, DeskJson.Options));

    private static AuditDraft Draft(Refusal refusal, DeskCall call, Moment moment) =>
        new(moment.Now, call.Caller.Id, refusal.GetType().Name, call.Command.GetType().Name, [], "{}");
}
