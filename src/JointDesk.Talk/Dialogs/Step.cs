namespace JointDesk.Talk.Dialogs;

/// <summary>Where a dialog goes next.</summary>
internal abstract record Step
{
    private Step()
    {
    }

    /// <summary>Something is missing: the dialog stays open.</summary>
    public sealed record Ask(Draft Draft, Message Message) : Step;

    /// <summary>All is there: shown exactly as it will be sent, waiting for the officer's word.</summary>
    public sealed record Confirm(Draft Draft, Message Message) : Step;

    /// <summary>To the desk, at once.</summary>
    public sealed record Act(Draft Draft, Command Command) : Step;

    /// <summary>The dialog is over.</summary>
    public sealed record Say(params IReadOnlyList<Message> Messages) : Step;
}

/// <summary>A dialog: its fields come from <c>dialog.json</c>, its words from <c>texts</c>, its rule from the desk.</summary>
internal interface IDialog
{
    /// <summary>The folder below <c>dialogs/</c>.</summary>
    string Name { get; }

    /// <summary>What to ask, to show or to do with what is known.</summary>
    ValueTask<Step> NextAsync(Draft draft, Scene scene, CancellationToken cancel);

    /// <summary>The command of a draft that is ready.</summary>
    ValueTask<Command> CommandAsync(Draft draft, Scene scene, CancellationToken cancel);

    /// <summary>What to say after the desk accepted; the documents are read anew.</summary>
    ValueTask<IReadOnlyList<Message>> DoneAsync(Draft draft, Decision decision, Scene scene, CancellationToken cancel);
}
