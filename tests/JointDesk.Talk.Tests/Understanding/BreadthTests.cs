using System.Text.Json.Nodes;
using JointDesk.Recognizers;
using JointDesk.Talk.Understanding;

namespace JointDesk.Talk.Tests.Understanding;

/// <summary>Utterances of our own: what they mean was written down, or read and then checked, by hand; the sentences are none of the phrases.</summary>
public sealed class BreadthTests(ITestOutputHelper output)
{
    /// <summary>Floors only rise.</summary>
    private const double IntentFloor = 0.985;

    [Fact]
    public void Intents_of_sentences_apart_from_the_phrases()
    {
        int all = 0;
        List<string> wrong = [];
        foreach (string[] line in Corpus.Lines("intents.tsv").Select(l => l.Split('\t')))
        {
            all++;
            var reading = Corpus.Understander.Read(line[1], Corpus.Alone);
            if (!line[0].Split('|').Contains(reading.Intent))
            {
                wrong.Add($"{line[1]}: {reading.Intent} {reading.Confidence}, wanted {line[0]}");
            }
        }

        double share = 1 - (double)wrong.Count / all;
        output.WriteLine($"{share:P1} of {all}\n{string.Join('\n', wrong)}");
        Assert.True(share >= IntentFloor, $"{share:P1} of {all}\n{string.Join('\n', wrong)}");
    }

    /// <summary>Sentences that neither the phrases nor the grammar were made from; what is counted is what a line is labelled with.</summary>
    [Theory]
    [InlineData("intent", 0.98)]
    [InlineData("start", 0.98)]
    [InlineData("due", 0.98)]
    [InlineData("rrule", 0.98)]
    public void Officers_sentences_of_an_author_apart(string key, double floor)
    {
        int all = 0;
        List<string> wrong = [];
        foreach (string line in Corpus.Lines("officers.jsonl"))
        {
            if (JsonNode.Parse(line)![key] is { } want)
            {
                all++;
                string got = (string?)Corpus.Read(line)[key] ?? "";
                if (!((string)want!).Split(key == "intent" ? "|" : " OR ").Contains(got))
                {
                    wrong.Add($"{JsonNode.Parse(line)!["text"]}: {got}, wanted {want}");
                }
            }
        }

        double share = 1 - (double)wrong.Count / all;
        output.WriteLine($"{share:P1} of {all}\n{string.Join('\n', wrong)}");
        Assert.True(share >= floor, $"{share:P1} of {all}\n{string.Join('\n', wrong)}");
    }

    [Fact]
    public void Times_of_several_hundred_expressions()
    {
        List<string> wrong = [];
        foreach (string line in Corpus.Lines("times.jsonl"))
        {
            var want = JsonNode.Parse(line)!.AsObject();
            string text = (string)want["text"]!;
            want.Remove("lang");
            want.Remove("text");
            var got = JsonNode.Parse(UnderstandLine.Times(TimeRecognizer.Read(text, Corpus.Monday), Corpus.Zone))!;
            if (!JsonNode.DeepEquals(want, got))
            {
                wrong.Add($"{text}: {got.ToJsonString()}, wanted {want.ToJsonString()}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void Each_phrase_reads_back_into_its_own_dialog()
    {
        // what only supplies is said to a dialog that is open
        var wrong = Corpus.Phrases.Phrases
            .Where(p => Corpus.Understander.Read(p.Text, Corpus.Alone with { OpenDialog = p.Intent == Intents.Supply ? "convene" : null }).Intent != p.Intent)
            .Select(p => $"{p.File}: {p.Text}").ToList();

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Theory]
    [InlineData("昨晚的球赛真精彩")]
    [InlineData("asdfgh")]
    [InlineData("星期天还上班吗")]
    [InlineData("zxcvbnm,./")]
    [InlineData("😀😀😀")]
    [InlineData("lorem ipsum dolor sit amet")]
    public void Chatter_is_other_and_nothing_else_is_sure(string text)
    {
        var reading = Corpus.Understander.Read(text, Corpus.Alone);

        Assert.Equal(Intents.Other, reading.Intent);
        Assert.All(reading.Alternatives, a => Assert.True(a.Confidence < Reading.Sure));
    }

    [Theory]
    [InlineData("cancle Friday's meetng", Intents.Cancel)]
    [InlineData("remnid me tomorrow at 8", Intents.SetReminder)]
    [InlineData("we can't atend on Thursday", Intents.RsvpNo)]
    [InlineData("please posptone the breifing to Monday", Intents.Reschedule)]
    public void A_slip_of_the_finger_changes_nothing(string text, string intent) =>
        Assert.Equal(intent, Corpus.Understander.Read(text, Corpus.Alone).Intent);

    [Theory]
    [InlineData("schedule a flumpkin with Zorgo on Friday at 3", Intents.Convene)]
    [InlineData("remind me to snorvel the grobble at 5", Intents.SetReminder)]
    [InlineData("move the flumpkin with Zorgo to Thursday", Intents.Reschedule)]
    [InlineData("cancel my flumpkin with Zorgo tomorrow", Intents.Cancel)]
    public void What_it_is_about_may_be_a_word_that_nobody_taught(string text, string intent) =>
        Assert.Equal(intent, Corpus.Understander.Read(text, Corpus.Alone).Intent);

    [Theory]
    [InlineData("4 of 11 lockers opened")]
    [InlineData("witness 2 of 7 finished")]
    [InlineData("translated 30 out of 90 pages")]
    public void A_part_of_the_whole_is_not_the_end_of_a_task(string text) =>
        Assert.Equal(Intents.ReportProgress, Corpus.Understander.Read(text, Corpus.Alone).Intent);
}
