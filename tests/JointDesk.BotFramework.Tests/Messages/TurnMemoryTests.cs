using Microsoft.Extensions.Time.Testing;

namespace JointDesk.BotFramework.Tests;

public class TurnMemoryTests
{
    private static readonly TurnOutcome Invoked = new(new InvokeResponse(200), []);
    private readonly FakeTimeProvider _time = new();
    private int _turns;

    private static Activity Said(string id) => new() { Type = ActivityTypes.Message, Id = id };

    private Task<TurnOutcome> TakeAsync(TurnMemory memory, string id, TurnOutcome? outcome = null) => memory.OnceAsync(Said(id), async () =>
    {
        _turns++;
        await Task.Yield();
        return outcome ?? throw new InvalidOperationException("failed");
    });

    [Fact]
    public async Task Whoever_comes_meanwhile_or_later_gets_the_first_outcome()
    {
        var memory = new TurnMemory(new(), _time);
        var both = await Task.WhenAll(TakeAsync(memory, "1", Invoked), TakeAsync(memory, "1", Invoked));
        Assert.All(both, outcome => Assert.Same(Invoked, outcome));
        Assert.Same(Invoked, await TakeAsync(memory, "1"));
        Assert.Equal(1, _turns);
    }

    [Fact]
    public async Task A_failure_is_told_to_all_who_wait_and_forgotten()
    {
        var memory = new TurnMemory(new(), _time);
        var (first, second) = (TakeAsync(memory, "1"), TakeAsync(memory, "1"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => first);
        await Assert.ThrowsAsync<InvalidOperationException>(() => second);
        Assert.Same(Invoked, await TakeAsync(memory, "1", Invoked));
        Assert.Equal(2, _turns);
    }

    [Fact]
    public async Task The_oldest_are_forgotten_first()
    {
        var memory = new TurnMemory(new() { MaxRemembered = 10 }, _time);
        for (var i = 0; i < 20; i++)
            await TakeAsync(memory, $"{i}", Invoked);
        await TakeAsync(memory, "19", Invoked);
        Assert.Equal(20, _turns);
        await TakeAsync(memory, "0", Invoked);
        Assert.Equal(21, _turns);
    }

    [Fact]
    public async Task Ids_as_long_as_a_body_take_no_memory()
    {
        var memory = new TurnMemory(new(), _time);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var i = 0; i < 1_000; i++)
            await TakeAsync(memory, new string('x', 100_000) + i, new TurnOutcome(null, []));
        var grown = GC.GetTotalMemory(forceFullCollection: true) - before;
        Assert.True(grown < 64 * 1024 * 1024, $"{grown / 1024} KiB");
        GC.KeepAlive(memory);
        Assert.Equal(1_000, _turns);
    }
}
