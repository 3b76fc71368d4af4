using JointDesk.Talk.Wording;

namespace JointDesk.Talk.Dialogs;

/// <summary>Takes a draft one step on: asks, shows, or lets the desk act, and keeps what the conversation knows.</summary>
internal sealed class DialogRunner
{
    private readonly Dictionary<string, (DialogDefinition Definition, IDialog Dialog)> dialogs = [];
    private readonly Dictionary<string, string> byIntent = [];

    public DialogRunner(Texts texts)
    {
        Add(texts, "convene", d => new ConveneDialog(d));
        Add(texts, "move", d => new MoveDialog(d));
        Add(texts, "invite", d => new InviteDialog(d));
        Add(texts, "propose", d => new ProposeDialog(d));
        Add(texts, "cancel", d => new CancelDialog(d));
        Add(texts, "answer", d => new AnswerDialog(d));
        Add(texts, "inform", d => new InformDialog(d));
        Add(texts, "nudge", d => new NudgeDialog(d));
        Add(texts, "resolve", d => new ResolveDialog(d));
        Add(texts, "assign", d => new AssignDialog(d));
        foreach (var name in (string[])["accept", "report", "extend", "answer-extension", "sign-off"])
            Add(texts, name, d => new TaskDialog(d));
    }

    public DialogDefinition Definition(string dialog) => dialogs[dialog].Definition;

    /// <summary>The dialog that an intent opens, or null for those that only ask.</summary>
    public string? DialogOf(string intent) => byIntent.GetValueOrDefault(intent);

    public static Draft Start(string dialog, string intent, Scene scene) =>
        new(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(scene.Turn.Id)))[..8], dialog) { Intent = intent };

    public async ValueTask<Reply> GoOnAsync(Draft draft, Scene scene, OpenConversation open, CancellationToken cancel)
    {
        draft = draft with { Revision = draft.Revision + 1, Ready = false };
        var step = await dialogs[draft.Dialog].Dialog.NextAsync(draft, scene, cancel);
        switch (step)
        {
            case Step.Ask ask:
                return await ShowAsync(ask.Draft, ask.Message, scene, open, cancel);
            case Step.Confirm confirm:
                return await ShowAsync(confirm.Draft, confirm.Message, scene, open, cancel);
            case Step.Act act:
                return await ActAsync(act.Draft, act.Command, scene, open, cancel);
            case Step.Say say:
                scene.Memo.Open = open with { Draft = null };
                return new Reply([.. say.Messages]);
            default:
                throw new InvalidOperationException($"No such step: {step}");
        }
    }

    /// <summary>Keeps the draft with the buttons of what is shown of it, as they can be typed too.</summary>
    public static async ValueTask<Reply> ShowAsync(Draft draft, Message message, Scene scene, OpenConversation open, CancellationToken cancel)
    {
        scene.Memo.Open = open with { Draft = draft with { Buttons = TypedButton.Of(message.Card) } };
        return new Reply(message);
    }

    /// <summary>The officer's word to a draft that was shown.</summary>
    public async ValueTask<Reply> ConfirmAsync(Draft draft, Scene scene, OpenConversation open, CancellationToken cancel) =>
        await ActAsync(draft, await dialogs[draft.Dialog].Dialog.CommandAsync(draft, scene, cancel), scene, open, cancel);

    /// <summary>Sends the command, and forgets the draft in the same commit: what was accepted cannot be confirmed a second time.</summary>
    private async ValueTask<Reply> ActAsync(Draft draft, Command command, Scene scene, OpenConversation open, CancellationToken cancel)
    {
        var call = new DeskCall(scene.Turn.Id, scene.Caller, command) { Alongside = [Change.Put(OpenConversation.Documents, open with { Draft = null })] };
        var answer = await scene.Desk.HandleAsync(call, cancel);
        if (answer.Outcome is Refusal refusal)
        {
            // A change that is refused takes nothing from what was shown before it.
            scene.Memo.Open = open with { Draft = open.Draft is { Ready: true } shown && shown.Id == draft.Id && shown.Revision < draft.Revision ? shown : null };
            return new Reply(new Message(RefusalWords.Say(refusal, scene.Words, scene.Now)));
        }

        // It was committed alongside.
        scene.Memo.Open = null;
        var after = scene with { Read = scene.Desk.Read() };
        return new Reply([.. await dialogs[draft.Dialog].Dialog.DoneAsync(draft, (Decision)answer.Outcome, after, cancel)]);
    }

    private void Add(Texts texts, string name, Func<DialogDefinition, IDialog> make)
    {
        var definition = DialogDefinition.Read(texts, name);
        dialogs.Add(name, (definition, make(definition)));
        foreach (var intent in definition.Intents)
            byIntent.Add(intent, name);
    }
}
