using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using JointDesk.Talk.Understanding;

namespace JointDesk.Talk.Dialogs;

/// <summary>What is pressed: the verbs of CONTRACTS. A press on a card that is no longer true says so and does nothing.</summary>
internal sealed class Presses(DialogRunner runner, IFeedLinks feeds)
{
    private const string IntentVerb = "intent.";

    /// <summary>Buttons under a sentence that was not understood carry it along, so that it need not be said again.</summary>
    public static string? RepeatedText(JsonObject? form) =>
        form is not null && Text(form, "verb")?.StartsWith(IntentVerb, StringComparison.Ordinal) == true ? Text(form, "text")?.Trim() : null;

    /// <summary>What the button under such a sentence says it means.</summary>
    public static string? MeantIntent(JsonObject? form) => RepeatedText(form) is null ? null : Text(form!, "verb")![IntentVerb.Length..];

    /// <param name="repeated">What the sentence that the form carries along was read as; null where it carries none.</param>
    public async ValueTask<Reply> HandleAsync(JsonObject form, Reading? repeated, Scene scene, OpenConversation open, CancellationToken cancel)
    {
        var verb = Text(form, "verb") ?? "";
        var sentences = new Sentences(runner, feeds);
        if (Text(form, "by") is { } by && by != scene.Officer.Id)
            return new Reply(new Message(scene.Say("shared.notYours", ("officer", scene.Words.Officer(by)))));
        if (Text(form, "draft") is { } key && verb is not "meeting.change" and not "info.decline")
            return await OfDraftAsync(key, verb, scene, open, sentences, cancel);

        switch (verb)
        {
            case "meeting.confirm" or "assignment.assign" when open.Draft is { Ready: true } ready:
                return await runner.ConfirmAsync(ready, scene, open, cancel);
            case "meeting.cancel" when open.Draft is not null:
                return await Sentences.DropAsync(scene, open, cancel);
            case "meeting.change" when open.Draft is { } draft && draft.Key == Text(form, "draft"):
                // The day stands until another is said: 四点 alone is an hour of it.
                return await runner.GoOnAsync(
                    Text(form, "field") == "start" ? draft with { Start = null, Date = draft.Start?.Date } : draft with { Required = [], Optional = [] },
                    scene, open, cancel);
        }

        if (verb.StartsWith("choice.", StringComparison.Ordinal) && open.Draft is { } asked
            && int.TryParse(verb.AsSpan(7), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return await sentences.ChooseAsync(asked, number, scene, open, cancel);
        }

        if (verb.StartsWith(IntentVerb, StringComparison.Ordinal))
        {
            var meant = repeated ?? new Reading { Intent = "", Confidence = 0, Language = scene.Words.Language };
            return await sentences.OpenAsync(meant with { Intent = verb[IntentVerb.Length..], Confidence = 1 }, scene, open, cancel);
        }
        return IntentOf(verb) is { } intent
            ? await runner.GoOnAsync(DraftOf(form, intent, scene), scene, open, cancel)
            : new Reply(new Message(scene.Say("shared.outdated")));
    }

    private async ValueTask<Reply> OfDraftAsync(
        string key, string verb, Scene scene, OpenConversation open, Sentences sentences, CancellationToken cancel)
    {
        if (open.Draft is not { } draft || draft.Key != key)
            return new Reply(new Message(scene.Say(open.Draft is null ? "shared.outdatedDone" : "shared.outdated")));
        if (verb == "meeting.cancel")
            return await Sentences.DropAsync(scene, open, cancel);
        if (verb.StartsWith("choice.", StringComparison.Ordinal) && int.TryParse(verb.AsSpan(7), NumberStyles.None, CultureInfo.InvariantCulture, out var n))
            return await sentences.ChooseAsync(draft, n, scene, open, cancel);
        return draft.Ready
            ? await runner.ConfirmAsync(draft, scene, open, cancel)
            : new Reply(new Message(scene.Say("shared.outdated")));
    }

    /// <summary>A button opens the dialog that its words would open, with what the card knows already.</summary>
    private Draft DraftOf(JsonObject form, string intent, Scene scene) => DialogRunner.Start(runner.DialogOf(intent)!, intent, scene) with
    {
        Meeting = Text(form, "meeting"),
        Sequence = Number(form, "sequence") ?? Number(form, "request"),
        Request = Text(form, "request"),
        Assignment = Text(form, "assignment"),
        Start = Text(form, "start") is { } start ? Fields.StartOf(start) : null,
        Required = Text(form, "department") is { } department ? [department] : [],
        Text = Text(form, "text") ?? Text(form, "reason"),
        Response = intent switch
        {
            Intents.RsvpYes => "accepted",
            Intents.RsvpNo => "declined",
            Intents.RsvpTentative => "tentative",
            _ => null,
        },
    };

    private static string? IntentOf(string verb) => verb switch
    {
        "rsvp.accept" => Intents.RsvpYes,
        "rsvp.decline" => Intents.RsvpNo,
        "rsvp.tentative" => Intents.RsvpTentative,
        "info.contribute" => Intents.ShareInfo,
        "info.decline" => Intents.DeclineInfo,
        "meeting.nudge" => Intents.Nudge,
        "assignment.accept" => Intents.AcceptTask,
        "assignment.progress" => Intents.ReportProgress,
        "assignment.done" => Intents.CompleteTask,
        "assignment.extend" => Intents.ExtendDeadline,
        "assignment.signoff" => Intents.SignOff,
        "assignment.return" => Intents.ReturnTask,
        "proposal.take" => Intents.Reschedule,
        "proposal.keep" => ProposeDialog.Keep,
        "extension.grant" => Intents.GrantExtension,
        "extension.refuse" => Intents.RefuseExtension,
        _ => null,
    };

    /// <summary>Forms come from outside: a member of another type is as good as none.</summary>
    private static string? Text(JsonObject form, string name) =>
        form[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String && value.GetValue<string>() is { Length: > 0 } text ? text : null;

    private static int? Number(JsonObject form, string name) =>
        form[name] is JsonValue value && value.GetValueKind() == JsonValueKind.Number && value.TryGetValue<int>(out var number) ? number : null;
}
