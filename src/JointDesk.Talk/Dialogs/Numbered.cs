using JointDesk.Assignments;
using JointDesk.Meetings;
using JointDesk.Talk.Understanding;
using NodaTime;

namespace JointDesk.Talk.Dialogs;

/// <summary>Finds the meeting or the task that a sentence names by its number or by its day.</summary>
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

        // 明天下午的会取消, 把周四的会改到下周二: the day tells which meeting is meant.
        var day = reading.Time.TargetDate ?? (draft.Dialog == "cancel" ? reading.Time.Date ?? reading.Time.Start?.Date : null);
        if (draft is { Meeting: null, Dialog: "move" or "cancel" or "answer" } && day is { } on)
        {
            var that = (await scene.MeetingsAsync(Duration.FromDays(1), cancel)).Where(m => m.IsOpen && scene.LocalOf(m.Start).Date == on).ToList();
            if (that is [var only])
                draft = draft with { Meeting = only.Id };
        }

        return draft;
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
