using JointDesk.Assignments;
using JointDesk.Meetings;
using JointDesk.Talk.Understanding;
using NodaTime;

namespace JointDesk.Talk.Dialogs;

/// <summary>Finds the meeting or the task that a sentence names by its number, its case, its day or its hour.</summary>
internal static class Numbered
{
    public static async ValueTask<Draft> ResolveAsync(Draft draft, Reading reading, Scene scene, CancellationToken cancel)
    {
        if (reading.Number is { } number)
            draft = await ResolveAsync(draft, number, scene, cancel);

        if (draft is { Meeting: null, Dialog: "move" or "cancel" or "answer" or "nudge" or "invite" } && Said.Of(reading, draft.Dialog) is { IsNothing: false } said
            && (await OpenAsync(scene, cancel)).Where(m => said.Fits(m, scene)).ToList() is [var only])
            draft = draft with { Meeting = only.Id };

        return draft;
    }

    /// <summary>The meeting of a case that has none must never become the only meeting there is.</summary>
    public static async ValueTask<bool> NamesCaseWithoutMeetingAsync(Draft draft, Reading reading, Scene scene, CancellationToken cancel) =>
        draft is { Meeting: null, Dialog: "move" or "cancel" or "answer" or "nudge" or "invite" } && reading.Case is { Numbers: [var number] }
        && (await OpenAsync(scene, cancel)).All(m => m.CaseNumber != number);

    /// <summary>周四那个会往后挪半小时, where on Thursday there is none: the day. The only meeting there is must not become it.</summary>
    public static async ValueTask<LocalDate?> DayWithoutMeetingAsync(Draft draft, Reading reading, Scene scene, CancellationToken cancel) =>
        draft is { Meeting: null, Dialog: "move" or "cancel" or "nudge" or "invite" } && reading.Time.TargetDate is { } day
        && (await OpenAsync(scene, cancel)).All(m => scene.LocalOf(m.Start) is var start && start.Date != day && start.DayOfWeek != reading.Weekday) ? day : null;

    private static async ValueTask<IEnumerable<Meeting>> OpenAsync(Scene scene, CancellationToken cancel) =>
        (await scene.MeetingsAsync(Duration.FromDays(1), cancel)).Where(m => m.IsOpen);

    /// <summary>What a sentence says of a meeting that stands: 9·07案的会, 明天下午的会取消, 把周四的会改到下周二, 参加9点的会.</summary>
    private readonly record struct Said(string? Case, LocalDate? Day, IsoDayOfWeek? Weekday, LocalTime? Clock)
    {
        public bool IsNothing => this is { Case: null, Day: null, Clock: null };

        /// <summary>Where a meeting is moved, only the day that is marked as the old one is its own.</summary>
        public static Said Of(Reading reading, string dialog)
        {
            var time = reading.Time;
            bool moves = dialog == "move" || reading.OffersAnother;
            return new Said(
                reading.Case is { Numbers: [var number] } ? number : null, time.TargetDate ?? (moves ? null : time.Date ?? time.Start?.Date ?? (dialog == "answer" ? Fields.RuledOut(time) : null)),
                moves ? null : reading.Weekday, moves ? null : time.Time ?? time.Start?.TimeOfDay);
        }

        /// <summary>A bare weekday is that of any week: 参加周三的会.</summary>
        public bool Fits(Meeting meeting, Scene scene)
        {
            var start = scene.LocalOf(meeting.Start);
            return (Case is null || meeting.CaseNumber == Case) && (Day is null || start.Date == Day || start.DayOfWeek == Weekday)
                && (Clock is not { } at || start.TimeOfDay == at || start.TimeOfDay == at.PlusHours(12));
        }
    }

    public static async ValueTask<Draft> ResolveAsync(Draft draft, string number, Scene scene, CancellationToken cancel)
    {
        if (draft.Meeting is null && await MeetingAsync(number, scene, cancel) is { } meeting)
            draft = draft with { Meeting = meeting.Id };
        return draft.Assignment is null && await AssignmentAsync(number, scene, cancel) is { } assignment ? draft with { Assignment = assignment.Id } : draft;
    }

    /// <summary>2026-001-1, not 2026-001.</summary>
    public static bool IsTask(string number) => number.Count(c => c == '-') > 1;

    /// <summary>A number that names nothing the officer may know must never become the only thing there is.</summary>
    public static bool IsFound(string number, Draft draft, DialogDefinition definition) =>
        IsTask(number)
            ? draft.Assignment is not null || !definition.Takes("assignment")
            : draft.Meeting is not null || !(definition.Takes("meeting") || definition.Takes("assignment"));

    private static async ValueTask<Meeting?> MeetingAsync(string number, Scene scene, CancellationToken cancel) =>
        (await scene.Read.ListAsync(Meeting.Documents, "number", number, cancel))
            .FirstOrDefault(m => m.Departments.Contains(scene.Officer.Department) || scene.Roster.DeskOffice?.Id == scene.Officer.Department);

    private static async ValueTask<Assignment?> AssignmentAsync(string number, Scene scene, CancellationToken cancel) =>
        (await scene.Read.ListAsync(Assignment.Documents, "number", number, cancel))
            .FirstOrDefault(a => a.For(Cases.Viewer.Of(scene.Officer), scene.Roster) is not null);
}
