using JointDesk.Recognizers.Library;
using Microsoft.Recognizers.Text;

namespace JointDesk.Recognizers.Tests;

public sealed class LibraryThreadTests
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(1);

    /// <summary>What is said first is read no worse than what is said again: the limit counts from the second question of a language.</summary>
    [Fact]
    public async Task Loading_a_language_may_take_longer_than_an_answer()
    {
        using var loaded = new ManualResetEventSlim();
        using var asked = new ManualResetEventSlim();
        var first = Task.Run(() => LibraryThread.Ask("first", () => Answer(asked, loaded), Short), TestContext.Current.CancellationToken);
        asked.Wait(TestContext.Current.CancellationToken);
        loaded.Set();
        Assert.NotNull(await first);

        using var never = new ManualResetEventSlim();
        Assert.Null(LibraryThread.Ask("first", () => Answer(asked, never), Short));
        never.Set();
    }

    private static List<ModelResult> Answer(ManualResetEventSlim asked, ManualResetEventSlim until)
    {
        asked.Set();
        until.Wait();
        return [];
    }
}
