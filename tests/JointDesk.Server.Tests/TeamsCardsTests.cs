using System.Text.Json;
using System.Text.Json.Nodes;
using JointDesk.BotFramework;
using JointDesk.Server.Channels;

namespace JointDesk.Server.Tests;

public sealed class TeamsCardsTests
{
    [Fact]
    public void EveryRowOfActionsIsExecutedWithASubmitToFallBackOn()
    {
        var submit = new JsonObject { ["type"] = "Action.Submit", ["title"] = "1", ["data"] = new JsonObject { ["verb"] = "choice.1", ["draft"] = "d:1" } };
        var link = new JsonObject { ["type"] = "Action.OpenUrl", ["title"] = "2", ["url"] = "https://desk.example/" };
        var card = new JsonObject
        {
            ["type"] = "AdaptiveCard",
            ["version"] = "1.5",
            ["body"] = new JsonArray(
                new JsonObject { ["type"] = "TextBlock", ["text"] = "?" },
                new JsonObject { ["type"] = "ActionSet", ["actions"] = new JsonArray(submit.DeepClone(), link.DeepClone()) },
                new JsonObject { ["type"] = "ActionSet", ["actions"] = new JsonArray(submit.DeepClone()) }),
            ["actions"] = new JsonArray(submit.DeepClone()),
        };
        var sent = Assert.Single(TeamsCards.ForTeams(Activity.Message("text", Attachment.AdaptiveCard(JsonSerializer.SerializeToElement(card)))));
        var shown = JsonNode.Parse(Assert.Single(sent.Attachments!).Content!.Value.GetRawText())!;
        var rows = shown["body"]!.AsArray().Where(e => (string?)e!["type"] == "ActionSet").Select(e => e!["actions"]!).Append(shown["actions"]!);
        foreach (var action in rows.Select(row => row[0]!))
        {
            Assert.Equal(("Action.Execute", "1", "choice.1", "d:1"), ((string?)action["type"], (string?)action["title"], (string?)action["verb"], (string?)action["data"]!["draft"]));
            Assert.True(JsonNode.DeepEquals(submit, action["fallback"]));
        }
        Assert.True(JsonNode.DeepEquals(link, shown["body"]![1]!["actions"]![1]));
        Assert.True(JsonNode.DeepEquals(new JsonObject { ["type"] = "TextBlock", ["text"] = "?" }, shown["body"]![0]));
    }
}
