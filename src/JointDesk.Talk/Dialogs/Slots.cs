using JointDesk.Meetings;
using JointDesk.Recognizers;
using JointDesk.Scheduling;
using JointDesk.Talk.Wording;
using NodaTime;

namespace JointDesk.Talk.Dialogs;

/// <summary>How free and busy times are offered on a card.</summary>
internal static class Slots
{
    /// <summary>Asks for a start and offers what suits all within the day, the half day or the week that was said.</summary>
    public static async ValueTask<Step> AskAsync(Draft draft, string lead, string question, Scene scene, CancellationToken cancel)
    {
        var length = Duration.FromMinutes(draft.Minutes ?? 60);
        var wanted = WantedRange(draft, length, scene);
        var answer = await PreviewMeeting.AskAsync(
            scene.Read, lead, draft.Required, draft.Optional, wanted, length, scene.Now, draft.Meeting, cancel);
        var choices = Choices(answer, scene);
        return scene.Ask(draft, "start", scene.Say(choices.Length > 0 ? $"{question}Offer" : question), choices);
    }

    /// <summary>The same for a meeting that is to be moved: from its own day on, where no day was said.</summary>
    public static ValueTask<Step> AskForMoveAsync(Draft draft, Meeting meeting, Scene scene, CancellationToken cancel)
    {
        var day = scene.LocalOf(meeting.Start).Date;
        return AskAsync(
            draft with
            {
                Minutes = (int)meeting.Length.TotalMinutes,
                Required = [.. meeting.RequiredSeats],
                Window = draft is { Date: null, Window: null } ? new DayWindow(day, day.PlusDays(7)) : draft.Window,
            },
            meeting.Lead, "move.askStart", scene, cancel);
    }

    public static Choice[] Choices(SlotAnswer answer, Scene scene) =>
        [.. answer.Nearest.Select(s => new Choice(scene.Words.Moment(s, scene.Zone, scene.Now, nameZone: false), "start", Fields.ValueOf(scene.LocalOf(s))))];

    public static IEnumerable<SheetFact> Facts(SlotAnswer answer, Scene scene) =>
    [
        new(scene.Say("convene.busy"), answer.BusyThen.Count == 0 ? scene.Say("convene.nobodyBusy") : scene.Words.Departments(answer.BusyThen)),
        .. answer.Nearest.Count == 0 ? [] : new SheetFact[]
        {
            new(scene.Say("convene.nearest"), string.Join('\n', Choices(answer, scene).Select((c, i) => $"{i + 1}. {c.Label}"))),
        },
    ];

    /// <summary>Buttons for the other times only where somebody is busy at the wanted one: six buttons are what a card can bear.</summary>
    public static IEnumerable<SheetAction> Actions(SlotAnswer answer, Draft draft, Scene scene) => answer.IsFree
        ? []
        : draft.Choices.Select((c, i) => new SheetAction($"{i + 1}. {c.Label}", $"choice.{i + 1}", scene.DraftData(draft)));

    public static TimeRange WantedRange(Draft draft, Duration length, Scene scene)
    {
        var (from, to) = draft switch
        {
            { Date: { } date } => PartOf(date, draft.PartOfDay),
            { Window: { } window } => (window.From.AtMidnight(), window.To.PlusDays(1).AtMidnight()),
            _ => (scene.Local.Date.PlusDays(1).AtMidnight(), scene.Local.Date.PlusDays(8).AtMidnight()),
        };
        var (start, end) = (scene.InstantOf(from), scene.InstantOf(to));
        return end - start > length ? new TimeRange(start, end) : TimeRange.Of(start, length);
    }

    private static (LocalDateTime From, LocalDateTime To) PartOf(LocalDate date, PartOfDay? part) => part switch
    {
        PartOfDay.Morning => (date.At(new LocalTime(8, 0)), date.At(new LocalTime(12, 0))),
        PartOfDay.Noon => (date.At(new LocalTime(11, 30)), date.At(new LocalTime(14, 0))),
        PartOfDay.Afternoon => (date.At(new LocalTime(13, 30)), date.At(new LocalTime(18, 0))),
        PartOfDay.Evening => (date.At(new LocalTime(18, 0)), date.At(new LocalTime(22, 0))),
        _ => (date.AtMidnight(), date.PlusDays(1).AtMidnight()),
    };
}
