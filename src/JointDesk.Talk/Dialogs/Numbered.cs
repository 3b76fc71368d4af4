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
        {
            if (draft.Meeting is null && await MeetingAsync(number, scene, cancel) is { } meeting)
                draft = draft with { Meeting = meeting.Id };
            if (draft.Assignment is null && await AssignmentAsync(number, scene, cancel) is { } assignment)
                draft = draft with { Assignment = assignment.Id };
        }

        if (draft is { Meeting: null, Dialog: "move" or "cancel" or "answer" or "nudge" } && Said.Of(reading, draft.Dialog) is { IsNothing: false } said
            && (await OpenAsync(scene, cancel)).Where(m => said.Fits(m, scene)).ToList() is [var only])
            draft = draft with { Meeting = only.Id };

        return draft;
    }

    /// <summary>The meeting of a case that has none must never become the only meeting there is.</summary>
    public static async ValueTask<bool> NamesCaseWithoutMeetingAsync(Draft draft, Reading reading, Scene scene, CancellationToken cancel) =>
        draft is { Meeting: null, Dialog: "move" or "cancel" or "answer" or "nudge" } && reading.Case is { Numbers: [var number] }
        && (await OpenAsync(scene, cancel)).All(m => m.CaseNumber != number);

    private static async ValueTask<IEnumerable<Meeting>> OpenAsync(Scene scene, CancellationToken cancel) =>
        (await scene.MeetingsAsync(Duration.FromDays(1), cancel)).Where(m => m.IsOpen);

    /// <summary>What a sentence says of a meeting that stands: 9·07案的会, 明天下午的会取消, 把周四的会改到下周二, 参加9点的会.</summary>
    private readonly record struct Said(string? Case, LocalDate? Day, LocalTime? Clock)
    {
        public bool IsNothing => this is { Case: null, Day: null, Clock: null };

        /// <summary>Where a meeting is moved, only the day that is marked as the old one is its own.</summary>
        public static Said Of(Reading reading, string dialog)
        {
            var time = reading.Time;
            bool moves = dialog == "move";
            return new Said(
                reading.Case is { Numbers: [var number] } ? number : null, time.TargetDate ?? (moves ? null : time.Date ?? time.Start?.Date),
                moves ? null : time.Time ?? time.Start?.TimeOfDay);
        }

        public bool Fits(Meeting meeting, Scene scene) =>
            (Case is null || meeting.CaseNumber == Case) && (Day is null || scene.LocalOf(meeting.Start).Date == Day)
            && (Clock is not { } at || scene.LocalOf(meeting.Start).TimeOfDay is var start && (start == at || start == at.PlusHours(12)));
    }

    /// <summary>A number that names nothing the officer may know must never become the only thing there is.</summary>
    public static bool IsFound(string number, Draft draft, DialogDefinition definition) =>
        number.Count(c => c == '-') > 1
            ? draft.Assignment is not null || !definition.Takes("assignment")
            : draft.Meeting is not null || !(definition.Takes("meeting") || definition.Takes("assignment"));

    private static async ValueTask<Meeting?> MeetingAsync(string number, Scene scene, CancellationToken cancel) =>
        (await scene.Read.ListAsync(Meeting.Documents, "number", number, cancel))
            .FirstOrDefault(m => m.Departments.Contains(scene.Officer.Department) || scene.Roster.DeskOffice?.Id == scene.Officer.Department);

    private static async ValueTask<Assignment?> AssignmentAsync(string number, Scene scene, CancellationToken cancel) =>
        (await scene.Read.ListAsync(Assignment.Documents, "number", number, cancel))
            .FirstOrDefault(a => a.For(Cases.Viewer.Of(scene.Officer), scene.Roster) is not null);
}
