using System.Text.Json;
using System.Text.Json.Nodes;
using JointDesk.BotFramework;

namespace JointDesk.Server.Channels;

/// <summary>
/// Messages as Teams wants them. A press is an <c>Action.Execute</c>, which is answered with what takes the card's place; a client too
/// old for it submits as Web Chat does. Text beside a card would say everything twice, so it becomes the summary that notifications
/// show. Files from a bot are refused as an unknown kind of attachment: they become links.
/// </summary>
internal static class TeamsCards
{
    private const int LongestSummary = 200;

    /// <summary>One activity where its card fits, else the text in as many as it takes.</summary>
    public static IReadOnlyList<Activity> ForTeams(Activity activity)
    {
        var files = (activity.Attachments ?? []).Where(a => !IsCard(a) && a.ContentUrl is not null).ToList();
        var cards = (activity.Attachments ?? []).Where(IsCard).Select(card => WithExecute(card, files)).ToList();
        var plain = activity with { Text = WithLinks(activity.Text, files), Attachments = null };
        if (cards.Count == 0)
            return plain.Fit();
        return (activity with { Text = null, Summary = SummaryOf(activity.Text), Attachments = cards }).Fit() is [{ Attachments.Count: > 0 } fitting] ? [fitting] : plain.Fit();
    }

    /// <summary>The card itself, as it answers a press.</summary>
    public static JsonElement? CardOf(Activity activity) =>
        ForTeams(activity) is [{ Attachments: [{ Content: { } card }, ..] }] ? card : null;

    private static bool IsCard(Attachment attachment) => attachment is { ContentType: Attachment.AdaptiveCardType, Content: not null };

    private static Attachment WithExecute(Attachment attachment, IReadOnlyList<Attachment> files)
    {
        var card = JsonNode.Parse(attachment.Content!.Value.GetRawText())!.AsObject();
        foreach (var row in (card["body"] as JsonArray ?? []).OfType<JsonObject>().Where(element => (string?)element["type"] == "ActionSet"))
            row["actions"] = new JsonArray([.. Executed(row)]);
        var links = files.Select(file => new JsonObject { ["type"] = "Action.OpenUrl", ["title"] = file.Name, ["url"] = file.ContentUrl });
        card["actions"] = new JsonArray([.. Executed(card), .. links]);
        return attachment with { Content = JsonSerializer.SerializeToElement(card) };
    }

    private static IEnumerable<JsonNode> Executed(JsonObject row) => (row["actions"] as JsonArray ?? []).OfType<JsonObject>().Select(Execute);

    private static JsonNode Execute(JsonObject submit)
    {
        if ((string?)submit["type"] != "Action.Submit")
            return submit.DeepClone();
        var execute = submit.DeepClone().AsObject();
        execute["type"] = "Action.Execute";
        execute["verb"] = submit["data"]?["verb"]?.DeepClone();
        execute["fallback"] = submit.DeepClone();
        return execute;
    }

    private static string? WithLinks(string? text, IEnumerable<Attachment> files) =>
        string.Join("\n\n", files.Select(file => $"{file.Name}: {file.ContentUrl}").Prepend(text).Where(part => !string.IsNullOrEmpty(part)));

    private static string? SummaryOf(string? text) => text is { Length: > LongestSummary }
        ? text[..(char.IsHighSurrogate(text[LongestSummary - 1]) ? LongestSummary - 1 : LongestSummary)] + "…"
        : text;
}
