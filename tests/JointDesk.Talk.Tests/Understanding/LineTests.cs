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
        var lines = PhraseBook.Load().Phrases.Select(p => Corpus.Read(new JsonObject { ["text"] = p.Text }.ToJsonString())).ToList();

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

    [Theory]
    [InlineData("the other thing")]
    [InlineData("那个事")]
    public void What_is_not_sure_names_what_else_it_may_be(string text)
    {
        var line = Corpus.Read(new JsonObject { ["text"] = text }.ToJsonString());

        Assert.InRange((double)line["confidence"]!, 0, Reading.Sure);
        Assert.NotEmpty(line["alternatives"]!.AsArray());
    }
}
