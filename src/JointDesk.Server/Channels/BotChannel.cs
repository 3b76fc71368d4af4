using System.Text.Json;
using System.Text.Json.Nodes;
using JointDesk.BotFramework;
using JointDesk.People;
using JointDesk.Talk;
using NodaTime;

namespace JointDesk.Server.Channels;

/// <summary>The desk on channels of the Bot Framework: finds out who speaks, lets the desk answer, and remembers where that was.</summary>
internal sealed class BotChannel(
    Desk desk, IDeskStore store, IReceptionist receptionist, Disclosure disclosure, Languages languages, ConnectorChats chats,
    ChatLog log, PublicAddress address, IClock clock) : IBotHandler
{
    public const string CardAction = "adaptiveCard/action";

    public async ValueTask<InvokeResponse?> OnActivityAsync(TurnContext turn, CancellationToken cancel)
    {
        var activity = turn.Activity;
        if (activity.Type is ActivityTypes.ConversationUpdate or ActivityTypes.InstallationUpdate)
        {
            await RememberAsync(activity, await OfficerAsync(activity, cancel), cancel);
            return null;
        }
        if (activity.Type == ActivityTypes.Invoke)
            return activity.Name == CardAction ? await PressAsync(activity, cancel) : null;
        if (activity.Type != ActivityTypes.Message || Speech.Of(activity) is not { } spoken || !(IsPersonal(activity) || Speech.IsForDesk(activity)))
            return null;
        foreach (var reply in await AnswerAsync(activity, spoken, cancel))
            turn.Reply(reply);
        return null;
    }

    /// <summary>A press is answered with what takes the card's place: a card, or a line of text.</summary>
    private async ValueTask<InvokeResponse> PressAsync(Activity activity, CancellationToken cancel)
    {
        var form = FormOf(activity.Value);
        var replies = form is null ? [] : await AnswerAsync(activity, new Speech(null, form), cancel);
        var card = replies.SelectMany(r => r.Attachments ?? []).FirstOrDefault(a => a.ContentType == Attachment.AdaptiveCardType);
        object body = form is null
            ? new { statusCode = 400, type = "application/vnd.microsoft.error", value = new { code = "BadRequest", message = "The action holds no data." } }
            : card?.Content is { } content
                ? new { statusCode = 200, type = Attachment.AdaptiveCardType, value = content }
                : new { statusCode = 200, type = "application/vnd.microsoft.activity.message", value = string.Join('\n', replies.Select(r => r.Text)) };
        return new InvokeResponse(StatusCodes.Status200OK, JsonSerializer.SerializeToElement(body, JsonSerializerOptions.Web));
    }

    private async ValueTask<IReadOnlyList<Activity>> AnswerAsync(Activity activity, Speech spoken, CancellationToken cancel)
    {
        var roster = await desk.Read().RosterAsync(cancel);
        var officer = OfficerOf(activity, roster);
        await RememberAsync(activity, officer, cancel);

        // Who reads a team's channel is not known here: it is spoken to as if everyone of the desk did.
        var id = ConnectorChat.IdOf(activity);
        var isPersonal = IsPersonal(activity);
        IReadOnlyList<string> audience = isPersonal ? officer is null ? [] : [officer.Department] : [.. roster.Departments.Select(d => d.Id)];
        var turnId = OnceKeys.Of("bot", id, activity.Id ?? Guid.NewGuid().ToString("N"));
        var heard = spoken.Text is null && officer is not null ? await languages.LastOfAsync(officer.Id, cancel) ?? activity.Locale : activity.Locale;
        var reply = await receptionist.HandleAsync(
            new Turn(turnId, new Place(id, isPersonal, audience), officer?.Id ?? activity.From?.Id ?? "", spoken.Text, spoken.Form, heard), cancel);
        if (officer is not null)
            await languages.RememberAsync(officer.Id, reply.Language, cancel);

        var here = isPersonal ? reply.Here.Concat(reply.Personal) : reply.Here;
        if (!isPersonal && officer is not null)
            await TellPersonallyAsync(officer, reply, turnId, cancel);
        return await ComposeAsync(here, officer, id, reply.Language, turnId, cancel);
    }

    /// <summary>What not all here may know goes to the officer's chat with the desk, once however often the channel sends the activity.</summary>
    private async ValueTask TellPersonallyAsync(Officer officer, Reply reply, string turnId, CancellationToken cancel)
    {
        var additions = new List<Addition>();
        foreach (var message in reply.Personal)
        {
            if (await disclosure.AllowsAsync(message, officer.Id, turnId, cancel))
                additions.Add(Outgoing.Compose(message, Conversation.IdOf(Recipient.Officer(officer.Id)), reply.Language, clock.GetCurrentInstant()));
        }
        if (additions.Count > 0)
        {
            var once = new OnceKey(OnceKeys.Of("personally", turnId), clock.GetCurrentInstant() + Duration.FromDays(7), Array.Empty<byte>());
            await log.AppendAsync(additions, _ => new ChangeSet { OnceKeys = [once] }, cancel);
        }
    }

    private async ValueTask<IReadOnlyList<Activity>> ComposeAsync(
        IEnumerable<Message> messages, Officer? officer, string chat, string? language, string turnId, CancellationToken cancel)
    {
        var activities = new List<Activity>();
        foreach (var message in messages)
        {
            if (officer is not null && !await disclosure.AllowsAsync(message, officer.Id, turnId, cancel))
                continue;
            var (activity, file) = Outgoing.Compose(message, chat, language, clock.GetCurrentInstant(), address.Url);
            if (file is not null)
                await store.CommitAsync(new ChangeSet { Puts = [DeskFile.Documents.Put(file, 0)] }, cancel);
            activities.Add(activity);
        }
        return activities;
    }

    private async ValueTask RememberAsync(Activity activity, Officer? officer, CancellationToken cancel)
    {
        if (activity is { ServiceUrl: not null, Conversation.Id: not null })
            await chats.RememberAsync(activity, IsPersonal(activity) ? officer?.Id : null, cancel);
    }

    private async ValueTask<Officer?> OfficerAsync(Activity activity, CancellationToken cancel) =>
        OfficerOf(activity, await desk.Read().RosterAsync(cancel));

    /// <summary>By the id, the Entra id or the mail address that the channel vouches for.</summary>
    private static Officer? OfficerOf(Activity activity, Roster roster)
    {
        if (activity.From is not { } from)
            return null;
        string?[] names = [from.Id, from.AadObjectId, Text("email"), Text("userPrincipalName")];
        return names.OfType<string>().Where(name => name.Length > 0)
            .Select(name => roster.Officer(name) ?? roster.Officers.FirstOrDefault(o => name.Equals(o.Email, StringComparison.OrdinalIgnoreCase)))
            .FirstOrDefault(officer => officer is not null);

        string? Text(string member) =>
            from.More?.TryGetValue(member, out var value) == true && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
    }

    /// <summary>Where nothing is said, a chat without a group is personal.</summary>
    private static bool IsPersonal(Activity activity) => activity.Conversation?.ConversationType is { } type
        ? type == ConversationTypes.Personal
        : activity.Conversation?.IsGroup is not true;

    private static JsonObject? FormOf(JsonElement? value)
    {
        if (value is not { ValueKind: JsonValueKind.Object } invoke || !invoke.TryGetProperty("action", out var action)
            || action.ValueKind != JsonValueKind.Object)
            return null;
        var data = action.TryGetProperty("data", out var sent) && sent.ValueKind == JsonValueKind.Object ? sent : JsonDocument.Parse("{}").RootElement;
        if (Speech.Of(new Activity { Type = ActivityTypes.Message, Value = data })?.Form is not { } form)
            return null;
        if (!form.ContainsKey("verb") && action.TryGetProperty("verb", out var verb) && verb.ValueKind == JsonValueKind.String)
            form["verb"] = verb.GetString();
        return form;
    }
}
