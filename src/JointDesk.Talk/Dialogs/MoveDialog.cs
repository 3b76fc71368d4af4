using JointDesk.Meetings;
using JointDesk.Recognizers;
using JointDesk.Scheduling;
using JointDesk.Talk.Wording;
using NodaTime;
using NodaTime.Calendars;

namespace JointDesk.Talk.Dialogs;

/// <summary>改期、改地点.</summary>
internal sealed class MoveDialog(DialogDefinition definition) : IDialog
{
    public string Name => definition.Name;

    public async ValueTask<Step> NextAsync(Draft draft, Scene scene, CancellationToken cancel)
    {
        var open = (await scene.MeetingsAsync(Duration.Zero, cancel)).Where(m => m.State == MeetingState.Convened).ToList();
        (draft, var question) = await MeetingChoice.ResolveAsync(draft, scene.LedElseAll(open), "move.askMeeting", "move.noMeeting", scene, cancel);
        if (question is not null)
            return question;

        var meeting = (await scene.Read.FindAsync(Meeting.Documents, draft.Meeting!, cancel))!;
        if (draft.Sequence is { } shown && shown != meeting.Sequence)
            return new Step.Say(new Message(scene.Say("shared.outdated")));
        draft = Resolve(draft, meeting, scene);
        if (ProposeDialog.MayOnlyPropose(meeting, scene))
            return await ProposeDialog.InsteadOfMovingAsync(draft, meeting, scene, cancel);
        var isTimeOpen = draft is { Start: null, Date: not null } or { Start: null, Window: not null };
        if (isTimeOpen || draft is { Start: null, Place: null, Minutes: null })
            return await Slots.AskForMoveAsync(draft, meeting, scene, cancel);

        var command = (MoveMeeting)await CommandAsync(draft, scene, cancel);
        return await scene.Desk.TryAsync(scene.Caller, command, cancel) switch
        {
            TimeInThePast past => scene.Ask(draft with { Start = null }, "start", RefusalWords.Say(past, scene.Words, scene.Now), []),
            Refusal { IsAccess: true } => new Step.Act(draft, command),
            Refusal refusal => new Step.Say(new Message(RefusalWords.Say(refusal, scene.Words, scene.Now))),
            _ => await ConfirmAsync(draft, command, meeting, scene, cancel),
        };
    }

    public ValueTask<Command> CommandAsync(Draft draft, Scene scene, CancellationToken cancel) => ValueTask.FromResult<Command>(new MoveMeeting(
        draft.Meeting!, draft.Start is { } start ? scene.InstantOf(start) : null,
        draft.Minutes is { } minutes ? Duration.FromMinutes(minutes) : null, draft.Place)
    {
        Shown = draft.Sequence,
    });

    public async ValueTask<IReadOnlyList<Message>> DoneAsync(Draft draft, Decision decision, Scene scene, CancellationToken cancel)
    {
        var meeting = (await scene.Read.FindAsync(Meeting.Documents, decision.Facts.OfType<MeetingMoved>().First().Meeting, cancel))!;
        var @case = await scene.CaseAsync(meeting.CaseNumber, cancel);
        return
        [
            new Message(scene.Say("move.done", ("number", meeting.Number), ("time", scene.Words.Span(meeting.Start, meeting.Length, meeting.Zone, scene.Now)), ("n", meeting.Seats.Count)))
            {
                Calendar = CalendarEvents.FileOf(meeting, @case, scene.Words, null),
            },
        ];
    }

    /// <summary>A shift, a day or a clock time alone, or a bare weekday is meant from the time that holds now: 推迟到14号 keeps the hour, 改到周四 is the Thursday of that week.</summary>
    private static Draft Resolve(Draft draft, Meeting meeting, Scene scene)
    {
        var start = scene.LocalOf(meeting.Start);
        var working = WorkingHours.Of(scene.Roster, meeting.Lead);
        if (draft.Weekday is { } weekday)
            draft = InWeekOf(start.Date, weekday, draft, scene);
        return draft switch
        {
            { Shift: { } shift } => draft with { Start = Shifted(start, shift, working), Shift = null },
            { Start: null, Clock: { } clock } => draft with { Start = (draft.Date ?? start.Date) + clock, Clock = null },
            { Start: null, Date: { } date, PartOfDay: null } => draft with { Start = date + start.TimeOfDay, Date = null },
            _ => draft,
        };
    }

    private static Draft InWeekOf(LocalDate meeting, IsoDayOfWeek weekday, Draft draft, Scene scene)
    {
        var day = LocalDate.FromWeekYearWeekAndDay(WeekYearRules.Iso.GetWeekYear(meeting), WeekYearRules.Iso.GetWeekOfWeekYear(meeting), weekday);
        return day < scene.Local.Date ? draft with { Weekday = null } : draft with
        {
            Weekday = null,
            Start = draft.Start is { } start ? day + start.TimeOfDay : null,
            Date = draft.Date is null ? null : day,
        };
    }

    private static LocalDateTime Shifted(LocalDateTime start, TimeShift shift, WorkingTime working) =>
        (shift.WorkingDays == 0 ? start.Date : working.AddWorkingDays(start.Date, shift.WorkingDays)).At(start.TimeOfDay)
            .PlusDays(shift.Days).PlusMinutes(shift.Minutes);

    private static async ValueTask<Step> ConfirmAsync(Draft draft, MoveMeeting command, Meeting meeting, Scene scene, CancellationToken cancel)
    {
        var @case = await scene.CaseAsync(meeting.CaseNumber, cancel);
        var wanted = TimeRange.Of(command.Start ?? meeting.Start, command.Length ?? meeting.Length);
        var required = meeting.RequiredSeats.ToList();
        var answer = await PreviewMeeting.AskAsync(
            scene.Read, meeting.Lead, required, [.. meeting.Seats.Where(s => !s.Required).Select(s => s.Department)], wanted, wanted.Duration,
            scene.Now, meeting.Id, cancel);
        draft = draft with { Choices = Slots.Choices(answer, scene), Ready = true, Asked = null, Sequence = meeting.Sequence };
        return new Step.Confirm(draft, scene.Card(new Sheet(scene.Say("move.draftHeading", ("number", meeting.Number)))
        {
            Subtitle = MeetingSheets.TitleOf(meeting, @case, scene.Words),
            Facts =
            [
                new(scene.Say("move.from"), scene.Words.Span(meeting.Start, meeting.Length, meeting.Zone, scene.Now)),
                new(scene.Say("move.to"), scene.Words.Span(wanted.Start, wanted.Duration, meeting.Zone, scene.Now)),
                new(scene.Say("convene.place"), command.Location ?? meeting.Location ?? scene.Say("convene.placeOpen")),
                .. Slots.Facts(answer, scene),
            ],
            Notes =
            [
                .. answer.IsWorkingTime ? [] : new[] { scene.Say("convene.outsideWork") },
                scene.Say("move.consequence", ("departments", scene.Words.Departments(meeting.Seats.Select(s => s.Department)))),
            ],
            Actions =
            [
                new(scene.Say("shared.confirm"), "meeting.confirm", scene.DraftData(draft), Primary: true),
                .. Slots.Actions(answer, draft, scene),
                new(scene.Say("shared.drop"), "meeting.cancel", scene.DraftData(draft)),
            ],
        }));
    }
}
