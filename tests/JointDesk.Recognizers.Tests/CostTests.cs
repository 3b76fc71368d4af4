using JointDesk.Recognizers.Library;

namespace JointDesk.Recognizers.Tests;

public sealed class CostTests(ITestOutputHelper output)
{
    /// <summary>Half of what a whole utterance may take.</summary>
    private const int MostBytes = 2_048;

    [Fact]
    public void No_sentence_takes_more_memory_than_its_reading()
    {
        foreach (string text in Sentences.All)
        {
            TimeRecognizer.Read(text, Sentences.Monday);
            long before = GC.GetAllocatedBytesForCurrentThread();
            TimeRecognizer.Read(text, Sentences.Monday);
            long used = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.True(used <= MostBytes, $"{used} B: {text}");
        }
    }

    /// <summary>The library is for what is left over: few of our own sentences may need it.</summary>
    [Fact]
    public void The_second_reader_is_hardly_needed()
    {
        string[] needed = [.. Sentences.All.Where(text => TimeRecognizer.Read(text, Sentences.Monday).Spans.Count == 0 && !TimeRecognizer.LastWasTrap && SecondReader.Worth(TextFold.Fold(text)))];

        output.WriteLine($"{needed.Length} of {Sentences.All.Count}: {string.Join(" | ", needed)}");
        Assert.True(needed.Length <= Sentences.All.Count / 100, string.Join('\n', needed));
    }

    [Fact]
    public async Task Several_threads_read_at_once()
    {
        string[] expected = [.. Sentences.All.Select(Once)];
        var read = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Sentences.All.Select(Once).ToArray(), TestContext.Current.CancellationToken)));

        Assert.All(read, r => Assert.Equal(expected, r));
    }

    private static string Once(string text)
    {
        var reading = TimeRecognizer.Read(text, Sentences.Monday);
        return $"{reading.Start} {reading.Date} {reading.Due} {reading.Rrule} {reading.Shift} {reading.Offset} {reading.Window}";
    }
}
