namespace JointDesk.Acceptance.Host;

/// <summary>One desk for all tests of a class that do not disturb one another.</summary>
public sealed class SharedDesk : IAsyncLifetime
{
    internal DeskProcess Desk { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Desk = await DeskProcess.Start(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (Desk is not null)
            await Desk.DisposeAsync();
    }
}
