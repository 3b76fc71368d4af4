using System.Text.Json.Nodes;
using JointDesk.Assignments;

namespace JointDesk.Talk.Wording;

/// <summary>Words for what the desk sends of a task.</summary>
internal static class AssignmentNoticeWords
{
    public static async ValueTask<Message?> WordAsync(Notice notice, NoticeScene scene, CancellationToken cancel)
    {
        var (id, heading, values) = notice switch
        {
            AssignmentGivenNotice n => (n.Assignment, n.Assists ? "assign.assistHeading" : "assign.givenHeading", None),
            AssignmentAcceptedNotice n => (n.Assignment, "accept.notice", None),
            AssignmentProgressNotice n => (n.Assignment, "report.progressNotice", [("department", scene.Words.Department(n.Department))]),
            AssignmentReminderNotice n => (n.Assignment, $"assign.reminder.{n.Kind}", Days(n.WorkingDays)),
            AssignmentEscalatedNotice n => (n.Assignment, n.Level == 1 ? "assign.overdueOwn" : "assign.escalated", Days(n.WorkingDays)),
            EscalationRecalledNotice n => (n.Assignment, "assign.recalled", None),
            AssignmentReportedDoneNotice n => (n.Assignment, "sign-off.askedHeading", None),
            AssignmentSignedOffNotice n => (n.Assignment, "sign-off.notice", None),
            AssignmentReturnedNotice n => (n.Assignment, "sign-off.returnedNotice", None),
            ExtensionAskedNotice n => (n.Assignment, "extend.askedHeading", None),
            ExtensionAnsweredNotice n => (n.Assignment, n.Granted ? "extend.granted" : "extend.refused", None),
            _ => (null, "", None),
        };
        if (id is null || await scene.Read.FindAsync(Assignment.Documents, id, cancel) is not { } assignment
            || assignment.For(scene.Viewer, scene.Words.Roster) is not { } shown)
        {
            return null;
        }

        // A reminder that waited in the outbox while the task was done is a reminder of nothing.
        if (notice is AssignmentReminderNotice or AssignmentEscalatedNotice && !assignment.IsOpen)
            return null;
        if (notice is ExtensionAskedNotice asked && assignment.Extension?.Number != asked.Request)
            return null;

        var sheet = AssignmentSheets.Of(shown, scene.Words, scene.Now, heading, values);
        if (notice is not AssignmentGivenNotice && AssignmentSheets.LatestReport(assignment, scene.Words) is { } latest)
            sheet = sheet with { Facts = [.. sheet.Facts, latest] };
        return scene.Card(WithActions(sheet, notice, assignment, scene.Words, scene));
    }

    private static (string Name, object? Value)[] None => [];

    private static (string Name, object? Value)[] Days(int n) => [("n", n)];

    private static Sheet WithActions(Sheet sheet, Notice notice, Assignment assignment, Words words, NoticeScene scene) => notice switch
    {
        AssignmentGivenNotice { Assists: false } or AssignmentReminderNotice or AssignmentReturnedNotice or ExtensionAnsweredNotice =>
            sheet with { Actions = AssignmentSheets.OwnerActions(assignment, words) },
        AssignmentReportedDoneNotice when assignment.State == AssignmentState.ReportedDone => sheet with
        {
            Actions =
            [
                AssignmentSheets.Action("sign-off.signOff", "assignment.signoff", assignment, words, primary: true),
                AssignmentSheets.Action("sign-off.return", "assignment.return", assignment, words),
            ],
        },
        ExtensionAskedNotice n => sheet with
        {
            Facts =
            [
                .. sheet.Facts, new(words.Say("extend.until"), words.Due(assignment.Extension!.Due, scene.Now)),
                .. assignment.Extension.Reason is { } reason ? [new SheetFact(words.Say("extend.reason"), reason)] : Array.Empty<SheetFact>(),
            ],
            Actions =
            [
                new(words.Say("extend.grant"), "extension.grant", Extension(n), Primary: true),
                new(words.Say("extend.refuse"), "extension.refuse", Extension(n)),
            ],
        },
        _ => sheet,
    };

    private static JsonObject Extension(ExtensionAskedNotice notice) =>
        new() { ["assignment"] = notice.Assignment, ["request"] = notice.Request };
}
