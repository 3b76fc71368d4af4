using System.Text.Json;
using System.Text.Json.Nodes;
using JointDesk.BotFramework;

namespace JointDesk.Server.Channels;

/// <summary>
/// Cards as Teams wants them: a press is an <c>Action.Execute</c>, which is answered with what takes the card's place; a client too old
/// for it submits as Web Chat does.
/// </summary>
internal static class TeamsCards
{
    public static Activity WithExecute(Activity activity) => activity.Attachments is not { Count: > 0 } attachments ? activity : activity with
    {
        Attachments = [.. attachments.Select(a => a is { ContentType: Attachment.AdaptiveCardType, Content: { } card } ? a with { Content = WithExecute(card) } : a)],
    };

    private static JsonElement WithExecute(JsonElement card)
    {
        var changed = JsonNode.Parse(card.GetRawText())!.AsObject();
        if (changed["actions"] is JsonArray actions)
            changed["actions"] = new JsonArray([.. actions.Select(action => action is JsonObject submit ? Execute(submit) : action?.DeepClone())]);
        return JsonSerializer.SerializeToElement(changed);
    }

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
}
