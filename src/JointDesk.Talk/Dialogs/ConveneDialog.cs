using System.Text.Json.Nodes;
using JointDesk.Cases;
using JointDesk.Information;
using JointDesk.Meetings;
using JointDesk.People;
using JointDesk.Scheduling;
using JointDesk.Talk.Wording;
using NodaTime;

namespace JointDesk.Talk.Dialogs;

/// <summary>召集联席会议.</summary>
internal sealed class ConveneDialog(DialogDefinition definition) : IDialog
{
    private const int UsualMinutes = 60;

    public string Name => definition.Name;

    public async ValueTask<Step> NextAsync(Draft draft, Scene scene, CancellationToken cancel)
    {
        draft = await GuessAsync(draft, scene, cancel);
        var @case = await scene.CaseAsync(draft.Case, cancel);
        var lead = draft.Lead ?? @case?.Lead ?? scene.Officer.Department;
        if (@case is not null && !scene.Turn.Place.IsPersonal && NeedToKnow.ShowAmong(@case, @case.Departments, scene.Viewer) is null)
            return MeetingChoice.NotHere(scene);

        // Whoever may not convene is told at once, before any question; the desk refuses it, so that the audit knows.
        if (!Authority.MayLead(scene.Officer, lead, scene.Roster))
            return new Step.Act(draft, await CommandAsync(draft with { Start = draft.Start ?? scene.Local }, scene, cancel));

        if (definition.Missing(draft) is { } missing)
            return missing.Name switch
            {
                "case" => scene.Ask(draft, "case", scene.Say(missing.Ask!), await CasesAsync(scene, cancel)),
                "required" => scene.Ask(draft, "required", scene.Say(missing.Ask!), OfferDepartments(@case, lead, scene)),
                "start" => await Slots.AskAsync(draft, lead, missing.Ask!, scene, cancel),
                _ => scene.Ask(draft, missing.Name, scene.Say(missing.Ask!), []),
            };

        var command = (ConveneMeeting)await CommandAsync(draft, scene, cancel);
        if (await scene.Desk.TryAsync(scene.Caller, command, cancel) is Refusal refusal)
            return AskAgain(draft, refusal, scene);
        return await ConfirmAsync(draft, command, @case, lead, scene, cancel);
    }

    public async ValueTask<Command> CommandAsync(Draft draft, Scene scene, CancellationToken cancel)
    {
        var @case = await scene.CaseAsync(draft.Case, cancel);
        var lead = draft.Lead ?? @case?.Lead ?? scene.Officer.Department;
        return new ConveneMeeting(
            draft.Case is { Length: > 0 } number ? number : null, null, KindOf(draft), lead, [.. draft.Required.Where(d => d != lead)],
            [.. draft.Optional.Where(d => d != lead)], scene.InstantOf(draft.Start!.Value), Duration.FromMinutes(draft.Minutes ?? UsualMinutes),
            scene.Zone, draft.Place);
    }

    public async ValueTask<IReadOnlyList<Message>> DoneAsync(Draft draft, Decision decision, Scene scene, CancellationToken cancel)
    {
        var fact = decision.Facts.OfType<MeetingConvened>().First();
        var meeting = (await scene.Read.FindAsync(Meeting.Documents, fact.Meeting, cancel))!;
        var @case = await scene.CaseAsync(meeting.CaseNumber, cancel);
        return
        [
            new Message(scene.Say("convene.done", ("number", meeting.Number), ("n", meeting.Seats.Count)))
            {
                Calendar = CalendarEvents.FileOf(meeting, @case, scene.Words, null),
            },
        ];
    }

    private static MeetingKind KindOf(Draft draft) => draft.Kind switch
    {
        "plenary" => MeetingKind.Plenary,
        "liaison" => MeetingKind.Liaison,
        _ => MeetingKind.Topical,
    };

    /// <summary>The case of the channel, or the only one that the own department leads; an hour where nothing was said, and the card says so.</summary>
    private static async ValueTask<Draft> GuessAsync(Draft draft, Scene scene, CancellationToken cancel)
    {
        if (draft.Case is null)
        {
            var own = await scene.Read.ListAsync(Case.Kind, "department", scene.Officer.Department, cancel);
            var here = own.FirstOrDefault(c => scene.Here?.Number == c.Number);
            if ((here ?? (own.Where(c => c.Lead == scene.Officer.Department).ToList() is [var only] ? only : null)) is { } guess)
                draft = draft with { Case = guess.Number };
        }

        if (draft.Required.Count == 0 && NamesAll(scene) && await scene.CaseAsync(draft.Case, cancel) is { } @case)
            draft = draft with { Required = [.. @case.Departments.Where(d => d != @case.Lead && !draft.Optional.Contains(d))] };
        return draft.Minutes is null ? draft with { Minutes = UsualMinutes, MinutesGuessed = true } : draft;
    }

    /// <summary>全体单位, all departments: those of the case.</summary>
    internal static bool NamesAll(Scene scene) => scene.Turn.Text is { } text
        && scene.Say("convene.allWords").Split(['、', ','], StringSplitOptions.TrimEntries).Any(words => text.Contains(words, StringComparison.OrdinalIgnoreCase));

    private static async ValueTask<IReadOnlyList<Choice>> CasesAsync(Scene scene, CancellationToken cancel) =>
    [
        .. (await scene.Read.ListAsync(Case.Kind, "department", scene.Officer.Department, cancel))
            .Where(c => c.Lead == scene.Officer.Department || scene.Roster.DeskOffice?.Id == scene.Officer.Department)
            .Take(8).Select(c => new Choice(scene.Words.Case(c), "case", c.Number)),
        new Choice(scene.Say("convene.noCase"), "case", ""),
    ];

    private static Choice[] OfferDepartments(Case? @case, string lead, Scene scene) => @case is null ? [] :
    [
        new Choice(scene.Say("convene.allParticipants"), "required", string.Join(';', @case.Departments.Where(d => d != lead))),
        .. @case.Departments.Where(d => d != lead).Take(8).Select(d => new Choice(scene.Words.Department(d), "required", d)),
    ];

    /// <summary>What was wrong is asked anew; the rest stays as it was said.</summary>
    private static Step AskAgain(Draft draft, Refusal refusal, Scene scene)
    {
        var said = RefusalWords.Say(refusal, scene.Words, scene.Now);
        return refusal switch
        {
            TimeInThePast => scene.Ask(draft with { Start = null }, "start", said, []),
            EndBeforeStart or TooLong => scene.Ask(draft with { Minutes = null }, "minutes", said, []),
            OneDepartmentOnly => scene.Ask(draft with { Required = [] }, "required", said, []),
            _ => new Step.Say(new Message(said)),
        };
    }

    private static async ValueTask<Step> ConfirmAsync(
        Draft draft, ConveneMeeting command, Case? @case, string lead, Scene scene, CancellationToken cancel)
    {
        var words = scene.Words;
        var wanted = TimeRange.Of(command.Start, command.Length);
        var answer = await PreviewMeeting.AskAsync(
            scene.Read, lead, command.Required, command.Optional, wanted, command.Length, scene.Now, cancel: cancel);
        draft = draft with { Choices = Slots.Choices(answer, scene), Ready = true, Asked = null };

        var outside = command.Required.Concat(command.Optional).Where(d => @case is not null && !@case.Departments.Contains(d)).ToList();
        var due = AskForInformation.DueFor(scene.Roster, lead, command.Start, command.Zone, scene.Now);
        var sheet = new Sheet(scene.Say("convene.draftHeading"))
        {
            Subtitle = @case is null ? MeetingSheets.KindOf(command.Kind, words) : $"{words.Case(@case)} {MeetingSheets.KindOf(command.Kind, words)}",
            Facts =
            [
                new(scene.Say("convene.lead"), words.Department(lead)),
                new(scene.Say("convene.required"), command.Required.Count == 0 ? scene.Say("convene.none") : words.Departments(command.Required)),
                .. command.Optional.Count == 0 ? [] : new SheetFact[] { new(scene.Say("convene.optional"), words.Departments(command.Optional)) },
                new(scene.Say("convene.time"), words.Span(command.Start, command.Length, command.Zone, scene.Now)),
                new(scene.Say("convene.length"), words.Length(command.Length) + (draft.MinutesGuessed ? scene.Say("convene.guessed") : "")),
                new(scene.Say("convene.place"), command.Location ?? scene.Say("convene.placeOpen")),
                .. Slots.Facts(answer, scene),
            ],
            Notes =
            [
                .. answer.IsWorkingTime ? [] : new[] { scene.Say("convene.outsideWork") },
                .. draft.IsSeries ? new[] { scene.Say("convene.onlyOnce") } : [],
                .. outside.Count == 0 ? [] : new[] { scene.Say("convene.outsideCase", ("departments", words.Departments(outside))) },
                .. command.Location is null ? new[] { scene.Say("convene.missingPlace") } : [],
                scene.Say("convene.consequence", ("n", command.Required.Count + command.Optional.Count), ("due", words.Due(due, scene.Now))),
            ],
            Actions =
            [
                new(scene.Say("shared.confirm"), "meeting.confirm", scene.DraftData(draft), Primary: true),
                .. Slots.Actions(answer, draft, scene),
                new(scene.Say("convene.otherTime"), "meeting.change", Change(draft, "start", scene)),
                new(scene.Say("convene.otherDepartments"), "meeting.change", Change(draft, "required", scene)),
                new(scene.Say("shared.cancel"), "meeting.cancel", scene.DraftData(draft)),
            ],
        };
        return new Step.Confirm(draft, scene.Card(sheet));
    }

    private static JsonObject Change(Draft draft, string field, Scene scene)
    {
        var data = scene.DraftData(draft);
        data["field"] = field;
        return data;
    }
}
