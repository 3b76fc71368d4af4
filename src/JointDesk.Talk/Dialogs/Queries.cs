using JointDesk.Assignments;
using JointDesk.Cases;
using JointDesk.Information;
using JointDesk.Meetings;
using JointDesk.People;
using JointDesk.Talk.Understanding;
using JointDesk.Talk.Wording;
using NodaTime;

namespace JointDesk.Talk.Dialogs;

/// <summary>What only asks: lists, help, the calendar's address. Everything shown went through <see cref="NeedToKnow"/>.</summary>
internal sealed class Queries(IFeedLinks feeds)
{
    private const int Most = 10;
    private const int MostCards = 3;

    public async ValueTask<Reply> AnswerAsync(Reading reading, Scene scene, OpenConversation open, CancellationToken cancel) => reading.Intent switch
    {
        _ when TaskHistory.IsAskedFor(reading) => await TaskHistory.AnswerAsync(reading.Number!, scene, cancel),
        Intents.QueryMeetings => await MeetingsAsync(reading, scene, cancel),
        Intents.ListTasks => await TasksAsync(scene, cancel),
        Intents.QueryInfo => await InformationAsync(reading, scene, cancel),
        Intents.QueryReceipts => await Receipts.AnswerAsync(scene, cancel),
        Intents.QueryAnswers => await AnswersAsync(reading, scene, cancel),
        Intents.SubscribeCalendar => await CalendarAsync(scene, cancel),
        Intents.Help => new Reply(scene.Card(Help(scene))),
        Intents.Confirm or Intents.Dismiss => new Reply(new Message(scene.Say("shared.nothingOpen"))),
        Intents.SetReminder => new Reply(new Message(scene.Say("remind.unavailable"))),
        Intents.RequestInfo => new Reply(new Message(scene.Say("request-information.automatic"))),
        Intents.RecallInfo => new Reply(new Message(scene.Say("inform.recallUnavailable"))),
        Intents.SetAgenda => new Reply(new Message(scene.Say("convene.agendaUnavailable"))),
        Intents.EndMeeting => new Reply(new Message(scene.Say("status.endUnavailable"))),
        _ => new Reply(new Message(scene.Say("help.short"))),
    };

    private static async ValueTask<Reply> MeetingsAsync(Reading reading, Scene scene, CancellationToken cancel)
    {
        var window = reading.Time.Window ?? (reading.Time.Date is { } day ? new(day, day) : null);
        var meetings = (await scene.MeetingsAsync(Duration.Zero, cancel))
            .Where(m => m.IsOpen && (window is null || (window.From <= scene.LocalOf(m.Start).Date && scene.LocalOf(m.Start).Date <= window.To)))
            .Take(Most).ToList();
        if (meetings.Count == 0)
            return new Reply(new Message(scene.Say(window is null ? "status.noMeetings" : "status.noMeetingsThen")));

        var lines = new List<(SheetLine, bool)>();
        foreach (var meeting in meetings)
        {
            var @case = await scene.CaseAsync(meeting.CaseNumber, cancel);
            var seat = meeting.SeatOf(scene.Officer.Department);
            lines.Add((new SheetLine(
                $"{meeting.Number}  {scene.Words.Span(meeting.Start, meeting.Length, meeting.Zone, scene.Now)}",
                $"{MeetingSheets.TitleOf(meeting, @case, scene.Words)} · {(meeting.Location is { } place ? place + " · " : "")}{(seat is not null ? MeetingSheets.AnswerOf(meeting, seat, scene.Words, scene.Now)
                    : meeting.Lead == scene.Officer.Department ? scene.Say("status.youLead")
                    : scene.Say("status.leads", ("department", scene.Words.Department(meeting.Lead))))}"),
                scene.MayShow(meeting)));
        }

        return HereAndPersonally("status.meetings", lines, scene);
    }

    private static async ValueTask<Reply> TasksAsync(Scene scene, CancellationToken cancel)
    {
        var tasks = (await scene.Read.ListAsync(Assignment.Documents, "department", scene.Officer.Department, cancel))
            .Where(a => a.State != AssignmentState.SignedOff).OrderBy(a => a.Due.Instant).Take(Most).ToList();
        return tasks.Count == 0
            ? new Reply(new Message(scene.Say("status.noTasks")))
            : HereAndPersonally(
                "status.tasks", [.. tasks.Select(a => (new SheetLine(AssignmentSheets.Line(a, scene.Words, scene.Now), null), scene.MayShow(a)))], scene);
    }

    /// <summary>What everyone who reads this chat may know is listed here, the rest in the officer's own chat.</summary>
    private static Reply HereAndPersonally(string heading, IReadOnlyList<(SheetLine Line, bool IsForAll)> lines, Scene scene)
    {
        var here = List(lines.Where(l => l.IsForAll));
        var personal = List(lines.Where(l => !l.IsForAll));
        return new Reply(personal.Count == 0 ? here : [.. here, new Message(scene.Say("information.sentPersonally"))], personal);

        IReadOnlyList<Message> List(IEnumerable<(SheetLine Line, bool)> some) =>
            some.Select(l => l.Line).ToList() is { Count: > 0 } shown ? [scene.Card(new Sheet(scene.Say(heading)) { Lines = shown })] : [];
    }

    /// <summary>What was reported and agreed: here what everyone here may know, the rest to the officer alone.</summary>
    private static async ValueTask<Reply> InformationAsync(Reading reading, Scene scene, CancellationToken cancel)
    {
        var all = await scene.Read.ContributionsAsync("all", long.MinValue, long.MaxValue, cancel);
        var asked = all.Where(c => reading.Case is not { Numbers: [var number, ..] } || c.CaseNumber == number)
            .Where(c => reading.Departments.Where(d => d.Ids.Count > 0).ToList() is not { Count: > 0 } named || named.Any(d => d.Ids.Contains(c.Department)))
            .OrderByDescending(c => c.At).ToList();
        var own = Viewer.Of(scene.Officer);
        var known = asked.Where(c => c.For(own) is not null).Take(Most).ToList();
        var agreed = reading.Departments.Count == 0 ? await Resolutions.ShownAsync(reading, scene, cancel) : (Here: [], Personal: []);
        if (known.Count + agreed.Here.Count + agreed.Personal.Count == 0)
        {
            return new Reply(new Message(scene.Say(
                "information.nothing", ("office", scene.Roster.DeskOffice is { } o ? scene.Words.Department(o.Id) : scene.Say("shared.deskOffice")))));
        }

        var here = new List<Message>(agreed.Here);
        var personal = new List<Message>(agreed.Personal);
        foreach (var contribution in known)
        {
            var @case = await scene.CaseAsync(contribution.CaseNumber, cancel) is { } its && (NeedToKnow.ShowAmong(its, its.Departments, scene.Viewer) is not null) ? its : null;
            if (contribution.For(scene.Viewer) is { } shown)
                here.Add(scene.Card(InformationSheets.Contribution(shown, @case, scene.Words, scene.Now)) with { Discloses = contribution.Id });
            else
                personal.Add(scene.Card(InformationSheets.Contribution(contribution.For(own)!, await OwnCaseAsync(contribution, scene, cancel), scene.Words, scene.Now)) with { Discloses = contribution.Id });
        }

        if (personal.Count > 0)
            here.Add(new Message(scene.Say("information.sentPersonally")));
        return new Reply(here, personal);
    }

    private static async ValueTask<Case?> OwnCaseAsync(Contribution contribution, Scene scene, CancellationToken cancel) =>
        await scene.CaseAsync(contribution.CaseNumber, cancel) is { } @case && @case.Departments.Contains(scene.Officer.Department) ? @case : null;

    /// <summary>Of the meeting that is named; else of those that the own department leads; else of those in which it sits.</summary>
    private static async ValueTask<Reply> AnswersAsync(Reading reading, Scene scene, CancellationToken cancel)
    {
        var draft = await Numbered.ResolveAsync(new Draft("", "status"), reading, scene, cancel);
        var open = (await scene.MeetingsAsync(Duration.FromDays(1), cancel)).Where(m => m.IsOpen).ToList();
        List<Meeting> asked = draft.Meeting is { } id && await scene.Read.FindAsync(Meeting.Documents, id, cancel) is { } named ? [named]
            : open.Where(m => scene.Here is { } here && here.Number == m.CaseNumber).ToList() is { Count: > 0 } inThisCase ? inThisCase
            : [.. scene.LedElseAll(open)];
        if (asked.Count == 0)
            return new Reply(new Message(scene.Say("status.noMeetings")));

        var shown = asked.Where(scene.MayShow).Take(MostCards).ToList();
        var replies = new List<Message>();
        foreach (var meeting in shown)
            replies.Add(await AnswersAsync(meeting, scene, cancel));
        if (shown.Count == 0)
            replies.Add(new Message(scene.Say("shared.notHere")));
        return new Reply(replies);
    }

    private static async ValueTask<Message> AnswersAsync(Meeting meeting, Scene scene, CancellationToken cancel)
    {
        var @case = await scene.CaseAsync(meeting.CaseNumber, cancel);
        var requests = await scene.Read.ListAsync(InformationRequest.Documents, "meeting", meeting.Id, cancel);
        var missing = requests.Where(r => r.State == InformationState.Asked).Select(r => r.Department).ToList();
        var sheet = MeetingSheets.Answers(meeting, @case, scene.Words, scene.Now);
        var count = requests.Count(r => r.State == InformationState.Contributed);
        var note = missing.Count == 0
            ? scene.Say("status.informationAll", ("n", count), ("of", requests.Count))
            : scene.Say("status.informationMissing", ("n", count), ("of", requests.Count), ("departments", scene.Words.Departments(missing)));
        var mayNudge = Authority.MayLead(scene.Officer, meeting.Lead, scene.Roster) && meeting.State == MeetingState.Convened
            && NudgeDepartments.Owing(meeting, requests).Count > 0;
        return scene.Card(sheet with
        {
            Notes = [.. sheet.Notes, note],
            Actions = mayNudge ? [new(scene.Say("nudge.nudge"), "meeting.nudge", new() { ["meeting"] = meeting.Id })] : [],
        });
    }

    /// <summary>The address is a secret of the officer: never in a channel.</summary>
    private async ValueTask<Reply> CalendarAsync(Scene scene, CancellationToken cancel)
    {
        var message = new Message(scene.Say("calendar.feed", ("url", await feeds.OfOfficerAsync(scene.Officer.Id, cancel))));
        return scene.Turn.Place.IsPersonal ? new Reply(message) : new Reply([new Message(scene.Say("calendar.sentPersonally"))], [message]);
    }

    private static Sheet Help(Scene scene) => new(scene.Say("help.heading"))
    {
        Lines =
        [
            .. ((string[])["convene", "move", "answer", "inform", "assign", "report", "signOff", "status"])
                .Select(k => new SheetLine(scene.Say($"help.{k}.what"), scene.Say($"help.{k}.example"))),
        ],
        Notes = [scene.Say("help.languages")],
    };
}
