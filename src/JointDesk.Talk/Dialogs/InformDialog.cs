using JointDesk.Cases;
using JointDesk.Information;
using JointDesk.Meetings;
using JointDesk.Talk.Understanding;
using JointDesk.Talk.Wording;

namespace JointDesk.Talk.Dialogs;

/// <summary>报送案情, or 暂无.</summary>
internal sealed class InformDialog(DialogDefinition definition) : IDialog
{
    public string Name => definition.Name;

    public async ValueTask<Step> NextAsync(Draft draft, Scene scene, CancellationToken cancel)
    {
        // What is written in a channel is read by all of it, before any handling could be asked for.
        if (!scene.Turn.Place.IsPersonal && draft.Intent != Intents.DeclineInfo)
            return new Step.Say(new Message(scene.Say("inform.personalOnly")));
        (draft, var question) = await ResolveAsync(draft, scene, cancel);
        if (question is not null)
            return question;
        if (draft.Intent == Intents.DeclineInfo)
            return new Step.Act(draft, await CommandAsync(draft, scene, cancel));
        if (string.IsNullOrWhiteSpace(draft.Text) && draft.Handling is not null)
            draft = draft with { Text = await GivenAsync(draft, scene, cancel) };
        if (definition.Missing(draft) is { } missing)
            return scene.Ask(draft, missing.Name, scene.Say(missing.Ask!), []);

        var command = (ContributeInformation)await CommandAsync(draft, scene, cancel);
        return await scene.Desk.TryAsync(scene.Caller, command, cancel) switch
        {
            HandlingNamesNobody nobody => scene.Ask(draft, "handling", RefusalWords.Say(nobody, scene.Words, scene.Now), []),
            Refusal { IsAccess: true } => new Step.Act(draft, command),
            Refusal refusal => new Step.Say(new Message(RefusalWords.Say(refusal, scene.Words, scene.Now))),
            _ => await ConfirmAsync(draft, command, scene, cancel),
        };
    }

    public ValueTask<Command> CommandAsync(Draft draft, Scene scene, CancellationToken cancel) => ValueTask.FromResult<Command>(
        draft.Intent == Intents.DeclineInfo
            ? new DeclineInformation(draft.Request!, draft.Text)
            : new ContributeInformation(draft.Request!, draft.Text!, draft.Handling ?? Handling.Default));

    public async ValueTask<IReadOnlyList<Message>> DoneAsync(Draft draft, Decision decision, Scene scene, CancellationToken cancel)
    {
        if (decision.Facts.OfType<InformationContributed>().FirstOrDefault() is not { } fact)
            return [new Message(scene.Say("inform.declined"))];
        var contribution = (await scene.Read.ContributionAsync(fact.Contribution, cancel))!;
        return [new Message(scene.Say("inform.done", ("handling", scene.Words.Label(contribution.Handling)), ("n", Readers(contribution, scene).Count)))];
    }

    /// <summary>通报改为绿色: the text that was given already, where only who may know is said anew.</summary>
    private static async ValueTask<string?> GivenAsync(Draft draft, Scene scene, CancellationToken cancel) =>
        await scene.Read.FindAsync(InformationRequest.Documents, draft.Request!, cancel) is { Contribution: { } id }
            && await scene.Read.ContributionAsync(id, cancel) is { } given && given.For(scene.Viewer) is { } shown
            ? shown.Value.Text
            : null;

    /// <summary>The open request of the own department; the one given already, to give a new version of it.</summary>
    private static async ValueTask<(Draft, Step?)> ResolveAsync(Draft draft, Scene scene, CancellationToken cancel)
    {
        if (draft.Request is not null)
            return (draft, null);
        var open = new List<(InformationRequest Request, Meeting Meeting)>();
        foreach (var request in await scene.Read.ListAsync(InformationRequest.Documents, "department", scene.Officer.Department, cancel))
        {
            if (await scene.Read.FindAsync(Meeting.Documents, request.Meeting, cancel) is { IsOpen: true } meeting)
                open.Add((request, meeting));
        }

        var waiting = open.Where(o => o.Request.State == InformationState.Asked).ToList();
        switch (waiting.Count > 0 ? waiting : open)
        {
            case []:
                return (draft, new Step.Say(new Message(scene.Say("inform.noRequest"))));
            case [var only]:
                return (draft with { Request = only.Request.Id }, null);
            case var several:
                var choices = new List<Choice>();
                foreach (var (request, meeting) in several.Take(8))
                    choices.Add(new Choice(await MeetingChoice.LabelAsync(meeting, scene, cancel), "request", request.Id));
                return (draft, scene.Ask(draft, "request", scene.Say("inform.askRequest"), choices));
        }
    }

    private static async ValueTask<Step> ConfirmAsync(Draft draft, ContributeInformation command, Scene scene, CancellationToken cancel)
    {
        var request = (await scene.Read.FindAsync(InformationRequest.Documents, command.Request, cancel))!;
        var meeting = (await scene.Read.FindAsync(Meeting.Documents, request.Meeting, cancel))!;
        var @case = await scene.CaseAsync(request.CaseNumber, cancel);
        var preview = new Contribution(
            request.Id, request.Id, request.Meeting, request.CaseNumber, request.Department, scene.Officer.Id, 1, command.Handling,
            [.. @case?.Departments ?? meeting.Departments], command.Text, scene.Now, []);
        var readers = Readers(preview, scene)
            .GroupBy(o => o.Department)
            .Select(g => scene.Say("inform.readers", ("department", scene.Words.Department(g.Key)), ("n", g.Count())));
        draft = draft with { Ready = true, Asked = null, Choices = [] };
        return new Step.Confirm(draft, scene.Card(new Sheet(scene.Say("inform.draftHeading"))
        {
            Subtitle = @case is null ? null : scene.Words.Case(@case),
            Facts =
            [
                new(scene.Say("inform.handling"), scene.Words.Label(command.Handling)),
                new(scene.Say("inform.whoWillSee"), scene.Words.List(readers)),
            ],
            Lines = [new(command.Text, null)],
            Notes = [scene.Say("inform.changeHint")],
            Actions =
            [
                new(scene.Say("inform.send"), "info.contribute", scene.DraftData(draft), Primary: true),
                new(scene.Say("shared.drop"), "meeting.cancel", scene.DraftData(draft)),
            ],
        }));
    }

    /// <summary>Officers of other departments who may know it.</summary>
    private static List<People.Officer> Readers(Contribution contribution, Scene scene) =>
        [.. scene.Roster.Officers.Where(o => o.Department != contribution.Department && contribution.For(Viewer.Of(o)) is not null)];
}
