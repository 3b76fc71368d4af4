using JointDesk.Assignments;
using JointDesk.Information;
using JointDesk.Meetings;
using JointDesk.Talk.Understanding;

namespace JointDesk.Talk.Dialogs;

/// <summary>What is waited for decides what words mean that could mean several things.</summary>
internal sealed class Context(Understander understander, Surroundings surroundings)
{
    public async ValueTask<Reading> ReadAsync(Reading reading, string text, Draft? open, Scene scene, CancellationToken cancel)
    {
        if (open is { Asked: "handling" } && reading is { Handling: null, Intent: not Intents.Dismiss })
            return AsReaders(reading, text);
        if (TaskHistory.IsAskedFor(reading))
            return reading with { Confidence = Math.Min(1, TaskHistory.Sureness(reading)) };
        // 任务2026-001-1改到12月14日: what has a task's number is no meeting, and its owner asks for more time.
        if (reading is { Intent: Intents.Reschedule, Number: { } number } && Numbered.IsTask(number))
            return understander.Read(text, surroundings, Intents.ExtendDeadline) with { Confidence = reading.Confidence, Alternatives = reading.Alternatives };
        if (open is null && scene.Turn.Place.IsPersonal && await IsContributionAsync(reading, scene, cancel))
            return understander.Read(text, surroundings, Intents.ShareInfo) with { Confidence = Reading.SureToAct, Alternatives = reading.Alternatives };
        return reading;
    }

    /// <summary>The department has been asked for its case information, before a meeting that is still open.</summary>
    public static async ValueTask<bool> IsAskedAsync(Scene scene, CancellationToken cancel) => (await RequestsAsync(scene, cancel)).Any(r => r.IsOpen);

    /// <summary>What the department was asked, before meetings that are still open; answered or not.</summary>
    private static async ValueTask<IReadOnlyList<InformationRequest>> RequestsAsync(Scene scene, CancellationToken cancel)
    {
        var found = new List<InformationRequest>();
        foreach (var request in await scene.Read.ListAsync(InformationRequest.Documents, "department", scene.Officer.Department, cancel))
        {
            if (await scene.Read.FindAsync(Meeting.Documents, request.Meeting, cancel) is { IsOpen: true })
                found.Add(request);
        }

        return found;
    }

    /// <summary>王芳, where it was asked who may know, is 仅限王芳知悉.</summary>
    private Reading AsReaders(Reading reading, string text)
    {
        var named = understander.Read(reading.Language == "zh" ? $"仅限{text.Trim()}知悉" : $"only for {text.Trim()}", surroundings);
        return named.Handling is { } handling ? reading with { Intent = Intents.Supply, Confidence = 1, Handling = handling, Body = null } : reading;
    }

    /// <summary>
    /// Who says who may know gives information, or changes who may know what was given, whatever else the words are like; and a report on a
    /// task, where the department has none, is the answer to what it was asked. All are shown before they are sent.
    /// </summary>
    private static async ValueTask<bool> IsContributionAsync(Reading reading, Scene scene, CancellationToken cancel)
    {
        var names = reading.Handling is not null && reading.Intent is not (Intents.ShareInfo or Intents.Confirm or Intents.Dismiss or Intents.Help
            or Intents.QueryInfo or Intents.QueryMeetings or Intents.QueryAnswers or Intents.QueryReceipts);
        var reports = reading.Intent is Intents.ReportProgress or Intents.CompleteTask;
        if (!names && !reports)
            return false;
        var requests = await RequestsAsync(scene, cancel);
        return names ? requests.Count > 0 : requests.Any(r => r.IsOpen) && !await HasTaskAsync(scene, cancel);
    }

    private static async ValueTask<bool> HasTaskAsync(Scene scene, CancellationToken cancel) =>
        (await scene.Read.ListAsync(Assignment.Documents, "department", scene.Officer.Department, cancel)).Any(a =>
            a.State != AssignmentState.SignedOff && (a.Lead == scene.Officer.Department || a.Assisting.Contains(scene.Officer.Department)));
}
