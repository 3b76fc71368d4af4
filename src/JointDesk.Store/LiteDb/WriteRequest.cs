namespace JointDesk.Store.LiteDb;

/// <summary>Something to be written, and whoever waits for it. A unit looks first and writes after.</summary>
internal abstract class WriteRequest
{
    public abstract void Apply(Tables tables);

    /// <summary>What <see cref="Apply"/> found is durable now.</summary>
    public abstract void Complete();

    public abstract void Fail(Exception exception);
}

internal sealed class WriteRequest<T>(Func<Tables, T> unit) : WriteRequest
{
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T _result = default!;

    public Task<T> Done => _done.Task;

    public override void Apply(Tables tables) => _result = unit(tables);

    public override void Complete() => _done.TrySetResult(_result);

    public override void Fail(Exception exception) => _done.TrySetException(exception);
}
