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
        ("nudge.nudge", Intents.Nudge), ("accept.accept", Intents.AcceptTask), ("report.progress", Intents.ReportProgress), ("report.done", Intents.CompleteTask),
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
            if (reading.Intent == Intents.Confirm)
                return await runner.GoOnAsync(draft, scene, open, cancel);
            if (reading.Intent == Intents.Dismiss || (reading is { Intent: Intents.Cancel, Number: null } && draft.Dialog == "convene" && !HasTime(reading)))
                return await DropAsync(scene, open, cancel);
            if (GoesOn(reading, draft) || (draft.Asked == "required" && draft.Dialog == "convene" && ConveneDialog.NamesAll(scene)))
                return await MergeAsync(reading, draft, scene, open, cancel);
        }

        if (NoticeButtons.FirstOrDefault(b => TypedButton.Says(scene.Say(b.Title), text)).Intent is { } typed)
            return await OpenAsync(reading with { Intent = typed, Body = null }, scene, open, cancel);
        if (Courtesy(text, scene) is { } courtesy)
            return new Reply(new Message(courtesy));
        if (IsUnsure(reading) || reading.Intent == Intents.Other)
            return NotUnderstood(reading, scene, open, scene.Turn.Place.IsPersonal && await Context.IsAskedAsync(scene, cancel));
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
        scene.Memo.Open = open with { Draft = null };
        return new Reply(new Message(scene.Say("shared.dropped")));
    }

    /// <summary>What acts at once must be surer, and more than a question; more time may be asked for.</summary>
    private static bool IsUnsure(Reading reading)
    {
        bool acts = ActsAtOnce(reading.Intent);
        return Sureness(reading) < (acts ? Reading.SureToAct : Reading.Sure) || reading.Confidence < Reading.Sure
            || (acts && reading.Asks && reading.Intent != Intents.ExtendDeadline);
    }

    /// <summary>That it is a report on a task is sure also where it is less so whether the task is done with it.</summary>
    private static double Sureness(Reading reading) => reading.Intent is Intents.CompleteTask or Intents.ReportProgress
        ? reading.Confidence + reading.Alternatives.Where(a => a.Intent is Intents.CompleteTask or Intents.ReportProgress).Sum(a => a.Confidence)
        : reading.Confidence;

    /// <summary>These reach another department with no card before.</summary>
    private static bool ActsAtOnce(string intent) => intent is Intents.RsvpYes or Intents.RsvpNo or Intents.RsvpTentative or Intents.Resolve
        or Intents.AcceptTask or Intents.ReportProgress or Intents.CompleteTask or Intents.ExtendDeadline or Intents.GrantExtension
        or Intents.RefuseExtension or Intents.SignOff or Intents.ReturnTask or Intents.DeclineInfo;

    /// <summary>More of what is open: said as such, of the same intent, or the very text that was asked for.</summary>
    private static bool GoesOn(Reading reading, Draft draft) =>
        reading.Intent == Intents.Supply
        || (reading.Intent == draft.Intent && draft.Dialog is "convene" or "move" or "assign" or "inform" && !StandsAlone(reading))
        || (draft.Dialog == "inform" && reading.Handling is not null)
        || (draft.Asked == "text" && reading.Confidence < 0.9)
        || (draft.Asked is "start" or "minutes" or "due" && HasTime(reading) && reading.Intent is Intents.Other or Intents.Convene or Intents.Reschedule)
        || (draft.Asked is "required" or "case" && (reading.Departments.Count > 0 || reading.Case is not null) && reading.Confidence < 0.9);

    /// <summary>Says who and when: a new wish, not more of the one before.</summary>
    private static bool StandsAlone(Reading reading) => reading.Departments.Count > 0 && HasTime(reading);

    private static bool HasTime(Reading reading) => reading.Time.Spans.Count > 0;

    private async ValueTask<Reply> MergeAsync(Reading reading, Draft draft, Scene scene, OpenConversation open, CancellationToken cancel)
    {
        var definition = runner.Definition(draft.Dialog);
        if ((definition.Takes("start") || definition.Takes("due")) && reading.Time.NoSuchDay is { } day)
            return new Reply(new Message(scene.Say("shared.noSuchDay", ("day", (scene.Turn.Text ?? "").Substring(day.Start, day.Length)))));
        if (draft.Asked == "text" && string.IsNullOrWhiteSpace(reading.Body))
            reading = reading with { Body = scene.Turn.Text };
        if (draft is { Dialog: "inform", Ready: true } && reading.Handling is not null && reading.Intent is not (Intents.ShareInfo or Intents.Supply))
            reading = reading with { Body = null };
        if (Rewritten(draft, reading) is { } said)
            return await AskHowAsync(draft, said, scene, open, cancel);
        var merged = await Numbered.ResolveAsync(Fields.Merge(draft, reading, definition), reading, scene, cancel);
        if (reading.Number is { } number && !Numbered.IsFound(number, merged, definition))
            return new Reply(new Message(scene.Say("shared.unknownNumber", ("number", number))));
        if (await Numbered.NamesCaseWithoutMeetingAsync(merged, reading, scene, cancel))
            return new Reply(new Message(scene.Say("shared.noMeetingOfCase", ("case", reading.Case!.Text))));
        if (await Numbered.DayWithoutMeetingAsync(merged, reading, scene, cancel) is { } none)
            return new Reply(new Message(scene.Say("shared.noMeetingOnDay", ("day", scene.Words.Day(none, scene.Local.Date)))));
        var asked = merged with { Revision = merged.Revision + 1 };
        if (draft.Dialog == "assign" && SeveralTasks(reading, scene.Turn.Text ?? ""))
            return new Reply(new Message(scene.Say("assign.oneByOne")));
        if (await Unclear.AskAsync(asked, reading, definition, scene, cancel) is { } question)
            return await DialogRunner.ShowAsync(question.Draft, question.Message, scene, open, cancel);
        return await runner.GoOnAsync(merged, scene, open, cancel);
    }

    /// <summary>Behind a semicolon or on another line another department has another deadline: two tasks must not become one.</summary>
    private static bool SeveralTasks(Reading reading, string text)
    {
        for (var at = text.IndexOfAny([';', '；', '\n']); at >= 0; at = text.IndexOfAny([';', '；', '\n'], at + 1))
        {
            if (reading.Departments.Any(d => d.Span.Start < at) && reading.Departments.Any(d => d.Span.Start > at) && reading.Time.Spans.Any(s => s.Start > at))
                return true;
        }

        return false;
    }

    /// <summary>New words for a text that was shown already, such as 等一下 or 把IP去掉.</summary>
    private static string? Rewritten(Draft draft, Reading reading) =>
        draft is { Dialog: "inform", Ready: true, Text.Length: > 0 } && reading.Body is { Length: > 0 } said && said != draft.Text ? said : null;

    /// <summary>They may be meant in its place, behind it, or for the desk: nothing of what was written is lost by a guess.</summary>
    private static async ValueTask<Reply> AskHowAsync(Draft draft, string said, Scene scene, OpenConversation open, CancellationToken cancel)
    {
        var ask = (Step.Ask)scene.Ask(draft with { Revision = draft.Revision + 1 }, "text", scene.Say("inform.askHow"),
        [
            new Choice(scene.Say("inform.replace"), "text", said),
            new Choice(scene.Say("inform.append"), "text", $"{draft.Text}\n{said}"),
            new Choice(scene.Say("inform.keep"), "text", draft.Text!),
        ]);
        return await DialogRunner.ShowAsync(ask.Draft with { Asked = null }, ask.Message, scene, open, cancel);
    }

    /// <summary>The answer to a greeting or to thanks, which ask for nothing.</summary>
    private static string? Courtesy(string text, Scene scene)
    {
        return Among("help.greetings") ? scene.Say("help.greeting") : Among("help.thanks") ? scene.Say("help.welcome") : null;

        bool Among(string key) => scene.Say(key).Split(['、', ','], StringSplitOptions.TrimEntries).Any(words => TypedButton.Says(words, text));
    }

    /// <summary>One line, and the two or three likeliest readings as buttons.</summary>
    /// <param name="isAsked">Case information is being asked of the department: the words may be that.</param>
    private static Reply NotUnderstood(Reading reading, Scene scene, OpenConversation open, bool isAsked)
    {
        string[] likely =
        [
            .. reading.Alternatives.Select(a => a.Intent).Prepend(reading.Intent)
                .Where(i => i is not (Intents.Other or Intents.Supply) && (open.Draft is not null || i is not (Intents.Confirm or Intents.Dismiss)))
                .Prepend(isAsked && reading.Intent != Intents.ShareInfo ? Intents.ShareInfo : Intents.Other).Where(i => i != Intents.Other)
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
