using JointDesk.Talk.Understanding;

namespace JointDesk.Talk.Tests.Understanding;

public sealed class IntentModelTests
{
    private static readonly byte[] Written = Write(Corpus.Model);

    [Fact]
    public void The_same_phrases_give_the_same_model() => Assert.Equal(Written, Write(IntentModel.Learn(Corpus.Phrases)));

    [Fact]
    public void What_was_written_reads_as_what_was_learnt()
    {
        var model = IntentModel.Read(new MemoryStream(Written));
        Assert.NotNull(model);
        Assert.Equal(Written, Write(model));
        var (learning, reading) = (new Understander(Corpus.Phrases, null, Corpus.Model), new Understander(Corpus.Phrases, null, model));
        foreach (string line in Corpus.Lines("intents.tsv"))
        {
            string text = line.Split('\t')[1];
            var (learnt, read) = (learning.Read(text, Corpus.Alone), reading.Read(text, Corpus.Alone));
            Assert.Equal((learnt.Intent, learnt.Confidence), (read.Intent, read.Confidence));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(16)]
    public void A_model_of_another_build_is_not_taken(int build)
    {
        byte[] other = [.. Written];
        other[build] ^= 1;
        Assert.Null(IntentModel.Read(new MemoryStream(other)));
    }

    private static byte[] Write(IntentModel model)
    {
        using var stream = new MemoryStream();
        model.Write(stream);
        return stream.ToArray();
    }
}
