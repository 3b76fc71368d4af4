using JointDesk.Talk.Understanding;
using JointDesk.Talk.Wording;

namespace JointDesk.Talk.Dialogs;

/// <summary>What is typed: goes on with what is open, opens a dialog, answers a question, or says that it was not understood.</summary>
internal sealed class Sentences(DialogRunner runner, IFeedLinks feeds)
{
    /// <summary>The buttons of notices, which belong to no draft; alone in a message their words mean what they do.</summary>
    private static readonly (string Title, string Intent)[] NoticeButtons =
    [
        ("answer.accept", Intents.RsvpYes), ("answer.decline", Intents.RsvpNo), ("answer.tentative", Intents.RsvpTentative),
        ("inform.contribute", Intents.ShareInfo), ("inform.nothing", Intents.DeclineInfo),
        ("accept.accept", Intents.AcceptTask), ("report.progress", Intents.ReportProgress), ("report.done", Intents.CompleteTask),
        ("extend.ask", Intents.ExtendDeadline), ("extend.grant", Intents.GrantExtension), ("extend.refuse", Intents.RefuseExtension),
        ("sign-off.signOff", Intents.SignOff), ("sign-off.return", Intents.ReturnTask),
    ];

    public async ValueTask<Reply> HandleAsync(Reading reading, Scene scene, OpenConversation open, CancellationToken cancel)
    {
        var text = scene.Turn.Text ?? "";
        if (open.Draft is { } draft)
        {
            if (draft.Buttons.Select(b => b.PressedBy(text)).FirstOrDefault(data => data is not null) is { } pressed)
                return await new Presses(runner, feeds).HandleAsync(pressed, null, scene, open, cancel);
            if (reading.Choice is { } number && draft.Choices.Count > 0)
                return await ChooseAsync(draft, number, scene, open, cancel);
            if (reading.Intent == Intents.Confirm && draft.Ready)
                return await runner.ConfirmAsync(draft, scene, open, cancel);
            if (reading.Intent == Intents.Dismiss)
                return await DropAsync(scene, open, cancel);
            if (GoesOn(reading, draft))
                return await MergeAsync(reading, draft, scene, open, cancel);
        }

        if (NoticeButtons.FirstOrDefault(b => TypedButton.Says(scene.Say(b.Title), text)).Intent is { } typed)
            return await OpenAsync(reading with { Intent = typed, Body = null }, scene, open, cancel);
        if (Courtesy(text, scene) is { } courtesy)
            return new Reply(new Message(courtesy));
        if (reading.Confidence < Reading.Sure || reading.Intent == Intents.Other)
            return NotUnderstood(reading, scene, open);
        return await OpenAsync(reading, scene, open, cancel);
    }

    /// <summary>Opens the dialog of an intent with all that the sentence says, or answers what only asks.</summary>
    public async ValueTask<Reply> OpenAsync(Reading reading, Scene scene, OpenConversation open, CancellationToken cancel)
    {
        if (runner.DialogOf(reading.Intent) is not { } dialog)
            return await new Queries(feeds).AnswerAsync(reading, scene, open, cancel);

        var draft = DialogRunner.Start(dialog, reading.Intent, scene) with
        {
            Response = reading.Intent switch
            {
                Intents.RsvpYes => "accepted",
                Intents.RsvpNo => "declined",
                Intents.RsvpTentative => "tentative",
                _ => null,
            },
        };
        return await MergeAsync(reading, draft, scene, open, cancel);
    }

    public async ValueTask<Reply> ChooseAsync(Draft draft, int number, Scene scene, OpenConversation open, CancellationToken cancel)
    {
        if (number < 1 || number > draft.Choices.Count)
            return new Reply(new Message(scene.Say("shared.noSuchChoice", ("n", draft.Choices.Count))));
        var choice = draft.Choices[number - 1];
        return await runner.GoOnAsync(Fields.Set(draft, choice.Field, choice.Value) with { Choices = [] }, scene, open, cancel);
    }

    public static async ValueTask<Reply> DropAsync(Scene scene, OpenConversation open, CancellationToken cancel)
    {
        await DialogRunner.KeepAsync(open with { Draft = null }, scene, cancel);
        return new Reply(new Message(scene.Say("shared.dropped")));
    }

    /// <summary>More of what is open: said as such, of the same intent, or the very text that was asked for.</summary>
    private static bool GoesOn(Reading reading, Draft draft) =>
        reading.Intent == Intents.Supply
        || (reading.Intent == draft.Intent && draft.Dialog is "convene" or "move" or "assign" or "inform" && !StandsAlone(reading))
        || (draft.Asked == "text" && reading.Confidence < 0.9)
        || (draft.Asked is "start" or "minutes" or "due" && HasTime(reading) && reading.Intent is Intents.Other or Intents.Convene or Intents.Reschedule)
        || (draft.Asked is "required" or "case" && (reading.Departments.Count > 0 || reading.Case is not null) && reading.Confidence < 0.9);

    /// <summary>Says who and when: a new wish, not more of the one before.</summary>
    private static bool StandsAlone(Reading reading) => reading.Departments.Count > 0 && HasTime(reading);

    private static bool HasTime(Reading reading) => reading.Time.Spans.Count > 0;

    private async ValueTask<Reply> MergeAsync(Reading reading, Draft draft, Scene scene, OpenConversation open, CancellationToken cancel)
    {
        var definition = runner.Definition(draft.Dialog);
        if (draft.Asked == "text" && string.IsNullOrWhiteSpace(reading.Body))
            reading = reading with { Body = scene.Turn.Text };
        var merged = await Numbered.ResolveAsync(Fields.Merge(draft, reading, definition), reading, scene, cancel);
        var asked = merged with { Revision = merged.Revision + 1 };
        if (await Unclear.AskAsync(asked, reading, definition, scene, cancel) is { } question)
            return await DialogRunner.ShowAsync(question.Draft, question.Message, scene, open, cancel);
        return await runner.GoOnAsync(merged, scene, open, cancel);
    }

    /// <summary>The answer to a greeting or to thanks, which ask for nothing.</summary>
    private static string? Courtesy(string text, Scene scene)
    {
        return Among("help.greetings") ? scene.Say("help.greeting") : Among("help.thanks") ? scene.Say("help.welcome") : null;

        bool Among(string key) => scene.Say(key).Split(['、', ','], StringSplitOptions.TrimEntries).Any(words => TypedButton.Says(words, text));
    }

    /// <summary>One line, and the two or three likeliest readings as buttons.</summary>
    private static Reply NotUnderstood(Reading reading, Scene scene, OpenConversation open)
    {
        string[] likely =
        [
            .. reading.Alternatives.Select(a => a.Intent).Prepend(reading.Intent)
                .Where(i => i is not (Intents.Other or Intents.Supply) && (open.Draft is not null || i is not (Intents.Confirm or Intents.Dismiss)))
                .Distinct().Take(3),
        ];
        string[] offered = likely.Length > 0 ? likely : [Intents.Convene, Intents.QueryMeetings, Intents.Help];
        return new Reply(scene.Card(new Sheet(scene.Say(open.Draft is null ? "help.notUnderstood" : "help.notUnderstoodOpen"))
        {
            Actions =
            [
                .. offered.Select(i => new SheetAction(scene.Say($"help.intent.{i}"), $"intent.{i}", new() { ["text"] = scene.Turn.Text })),
            ],
        }));
    }
}
