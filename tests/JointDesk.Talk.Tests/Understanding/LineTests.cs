using System.Text.Json.Nodes;
using JointDesk.Talk.Understanding;

namespace JointDesk.Talk.Tests.Understanding;

/// <summary>A line of the <c>understand</c> verb keeps to the schema of the public examples.</summary>
public sealed class LineTests
{
    private static readonly string[] Public =
    [
        "convene", "reschedule", "cancel", "query_meetings", "rsvp_yes", "rsvp_no", "rsvp_tentative", "request_info", "share_info", "assign_task",
        "report_progress", "complete_task", "extend_deadline", "list_tasks", "set_reminder", "subscribe_calendar", "help", "other",
    ];

    [Fact]
    public void Intents_are_those_of_the_public_examples()
    {
        var lines = Corpus.Phrases.Phrases.Select(p => Corpus.Read(new JsonObject { ["text"] = p.Text }.ToJsonString())).ToList();

        Assert.All(lines, l => Assert.Contains((string)l["intent"]!, Public));
    }

    [Theory]
    [InlineData("谁还没回", "query_meetings", "query_answers")]
    [InlineData("销号", "complete_task", "sign_off")]
    [InlineData("明天开会", "convene", null)]
    public void An_intent_of_the_desk_alone_is_named_beside(string text, string intent, string? own)
    {
        var line = Corpus.Read(new JsonObject { ["text"] = text }.ToJsonString());

        Assert.Equal((intent, own), ((string)line["intent"]!, (string?)line["deskIntent"]));
    }

    /// <summary>Corrections, negations and several candidates come out in order, with who is meant and who is not.</summary>
    [Theory]
    [InlineData("不要周四，周五吧", """{"intent":"reschedule","date":"2026-11-27","exclude":["2026-11-26"]}""")]
    [InlineData("not Thursday, Friday then", """{"intent":"reschedule","date":"2026-11-27","exclude":["2026-11-26"]}""")]
    [InlineData("周三或周四下午三点开会", """{"intent":"convene","candidates":[{"start":"2026-11-25T15:00:00+08:00"},{"start":"2026-11-26T15:00:00+08:00"}]}""")]
    [InlineData("把周三的会改到周四或周五", """{"intent":"reschedule","candidates":[{"date":"2026-11-26"},{"date":"2026-11-27"}],"target":{"date":"2026-11-25"}}""")]
    [InlineData("推迟半小时", """{"intent":"reschedule","shift":{"minutes":30}}""")]
    [InlineData("挪到下周同一时间", """{"intent":"reschedule","shift":{"days":7}}""")]
    public void Corrections_and_candidates(string text, string wanted)
    {
        var line = Corpus.Read(new JsonObject { ["text"] = text }.ToJsonString());
        line.Remove("text");
        line.Remove("confidence");
        line.Remove("alternatives");

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(wanted), line), line.ToJsonString());
    }

    [Fact]
    public void What_is_not_sure_names_what_else_it_may_be()
    {
        JsonObject[] unsure = [.. Corpus.Lines("intents.tsv").Select(l => Corpus.Read(new JsonObject { ["text"] = l.Split('\t')[1] }.ToJsonString())).Where(l => (double)l["confidence"]! < Reading.Sure)];

        Assert.NotEmpty(unsure);
        Assert.All(unsure, l => Assert.NotEmpty(l["alternatives"]!.AsArray()));
    }

    [Fact]
    public void An_explanation_names_what_read_each_stretch()
    {
        var surroundings = new Surroundings(Corpus.Monday, DemoNames.Lexicon, "lj-cid");
        var explained = Corpus.Understander.Explain("下周三下午三点召集JZ、出入镜开“6·18”案会议，地点在三楼会议室，仅限王芳知悉", surroundings);

        Assert.Equal("likest phrases", explained.Rule);
        Assert.StartsWith("dialogs/convene/phrases.zh.txt: ", explained.Phrase, StringComparison.Ordinal);
        Assert.NotEmpty(explained.Signs);
        Assert.Equal(
            [
                ("下周三", "our grammar: WeekdayPhrase", true), ("下午", "our grammar: Part", true), ("三点", "our grammar: Clock", true), ("JZ", "lexicon: pinyin initials", true), ("出入镜", "a slip away from a department", false),
                ("“6·18”案", "lexicon: case", true), ("三楼会议室", "place: words before it, or a room", true), ("仅限王芳知悉", "handling: who may know", true),
            ],
            explained.Spans.Select(s => (s.Text, s.Rule, s.Value is not null)));
        Assert.Equal("lj-econ", explained.Spans[3].Value);
        Assert.Equal("Red wang.fang", explained.Spans[7].Value);
    }

    [Fact]
    public void Explaining_reads_as_reading_does()
    {
        foreach (string text in Corpus.Lines("intents.tsv").Select(l => l.Split('\t')[1]).Take(20))
        {
            var reading = Corpus.Understander.Read(text, Corpus.Alone);
            var line = JsonNode.Parse(new UnderstandLine(Corpus.Understander, Corpus.Alone, Corpus.Zone, explain: true).Read(new JsonObject { ["text"] = text }.ToJsonString()))!;

            Assert.Equal(reading.Confidence, (double)line["confidence"]!);
            Assert.Equal(reading.Time.Spans.Count == 0, !line["explain"]!["spans"]!.AsArray().Any(s => ((string)s!["rule"]!).Contains("grammar", StringComparison.Ordinal)
                || ((string)s["rule"]!).Contains("second reader", StringComparison.Ordinal)));
        }
    }

    [Theory]
    [InlineData("{\"text\":\"\\ud800\"}")]
    [InlineData("{\"text\":1}")]
    [InlineData("[")]
    public void What_is_no_line_gets_an_error_line(string line) =>
        Assert.NotNull((string?)JsonNode.Parse(new UnderstandLine(Corpus.Understander, Corpus.Alone, NodaTime.DateTimeZone.Utc).Read(line))!["error"]);
}
