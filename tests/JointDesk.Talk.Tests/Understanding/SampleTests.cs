namespace JointDesk.Talk.Tests.Understanding;

public sealed class SampleTests
{
    [Theory]
    [InlineData("meeting-times.sample.jsonl", false)]
    [InlineData("meeting-times.sample2.jsonl", true)]
    public void Every_line_of_the_public_samples_is_read_as_it_is_meant(string file, bool complete)
    {
        string[] wrong = [.. Corpus.Lines(file).Select(l => Corpus.Difference(l, complete)).OfType<string>()];

        Assert.True(wrong.Length == 0, string.Join('\n', wrong));
    }
}
