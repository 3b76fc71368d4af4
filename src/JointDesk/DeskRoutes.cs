namespace JointDesk;

/// <summary>Which use case handles which command, and which policies follow which fact; registered by hand, slice by slice.</summary>
public sealed class DeskRoutes
{
    internal delegate ValueTask<Outcome> Route(Command command, Caller caller, DeskReader read, Moment moment, CancellationToken cancel);

    internal delegate ValueTask<Decision> Policy(Fact fact, DeskReader read, Moment moment, CancellationToken cancel);

    private readonly Dictionary<Type, Route> routes = [];
    private readonly List<(Type Fact, Policy Policy)> policies = [];
    private readonly List<Func<Command, Refusal?>> guards = [];

    /// <summary>Adds a rule that every command meets before its use case.</summary>
    public DeskRoutes RefuseWhere(Func<Command, Refusal?> guard)
    {
        guards.Add(guard);
        return this;
    }

    public DeskRoutes On<TCommand, TLoaded>(
        Func<TCommand, Caller, DeskReader, CancellationToken, ValueTask<TLoaded>> load,
        Func<TLoaded, TCommand, Caller, Moment, Outcome> decide) where TCommand : Command
    {
        routes.Add(typeof(TCommand), async (command, caller, read, moment, cancel) =>
            decide(await load((TCommand)command, caller, read, cancel), (TCommand)command, caller, moment));
        return this;
    }

    public DeskRoutes When<TFact, TLoaded>(
        Func<TFact, DeskReader, CancellationToken, ValueTask<TLoaded>> load, Func<TLoaded, TFact, Moment, Decision> decide) where TFact : Fact
    {
        policies.Add((typeof(TFact), async (fact, read, moment, cancel) =>
            decide(await load((TFact)fact, read, cancel), (TFact)fact, moment)));
        return this;
    }

    internal Refusal? Refuse(Command command) => guards.Select(guard => guard(command)).FirstOrDefault(refusal => refusal is not null);

    internal Route Of(Command command) =>
        routes.GetValueOrDefault(command.GetType()) ?? throw new InvalidOperationException($"No use case is registered for {command.GetType().Name}.");

    internal IEnumerable<Policy> After(Fact fact) => policies.Where(p => p.Fact == fact.GetType()).Select(p => p.Policy);
}
