using System.Text.Json;
using JointDesk.Assignments;
using JointDesk.Cases;
using JointDesk.Meetings;
using JointDesk.People;
using JointDesk.Scheduling;
using NodaTime;
using static JointDesk.Tests.Scheduling.Beijing;

namespace JointDesk.Tests.Assignments;

/// <summary>
/// One task of the demo desk without a store: decides on it, keeps what the decision changed, and rings its alarm. Whatever is decided
/// goes through the desk's JSON once, so that nothing is kept that could not be stored.
/// </summary>
internal sealed class TaskWorld
{
    public const string TheTask = "t1", TheMeeting = "m1";

    public static readonly Roster Roster = new(
        [
            Department("jh-intl", null, desk: true), Department("jh-cid", null), Department("lj-cid", "jh-cid"), Department("lj-econ", "jh-cid"),
            Department("lj-exit", "jh-intl"), Department("lj-legal", "jh-intl"),
        ],
        [
            Officer("zhao.min", "jh-intl", Role.Liaison, Role.Head), Officer("grace.tan", "jh-intl"), Officer("gao.feng", "jh-cid", Role.Liaison),
            Officer("ma.jun", "jh-cid", Role.Head), Officer("wang.fang", "lj-cid", Role.Liaison), Officer("wu.gang", "lj-cid", Role.Head),
            Officer("xu.lei", "lj-cid"), Officer("chen.jie", "lj-econ", Role.Liaison), Officer("luo.yi", "lj-econ", Role.Head),
            Officer("tang.bo", "lj-econ"), Officer("li.qiang", "lj-exit", Role.Liaison, Role.Head), Officer("sun.li", "lj-legal", Role.Liaison),
        ]);

    public static readonly Case Case = new("JH-2026-0618", "“6·18”案", "June 18", "lj-cid", ["lj-exit", "lj-econ"], ["XA"], Tlp.Amber);

    /// <summary>Concluded on 3 December; lj-econ owns the task, lj-exit assists, it is due on Friday, 11 December.</summary>
    public Meeting OfMeeting { get; set; } = new(
        TheMeeting, "m1@jointdesk", "2026-001", MeetingKind.Topical, Case.Number, null, "lj-cid", "wang.fang", At(12, 3, 9, 30), Duration.FromHours(2),
        "Asia/Shanghai", null, [new Seat("lj-exit", true), new Seat("lj-econ", true)], MeetingState.Concluded, 0, At(11, 23, 9));

    public Instant Now { get; set; } = At(12, 3, 11);

    public Assignment? It { get; private set; }

    public Alarm? Alarm { get; private set; }

    /// <summary>All notices so far, with the moment at which each was decided.</summary>
    public List<(Instant At, Notice Notice)> Sent { get; } = [];

    public LadderOptions Options { get; init; } = new();

    public static Deadline Due(int month, int day, LocalTime? time = null) => new(new LocalDate(2026, month, day), time, "Asia/Shanghai");

    public static AssignTask Assign { get; } = new(TheMeeting, "调取三家支付机构流水", "lj-econ", ["lj-exit"], Due(12, 11));

    /// <summary>A world in which the task has been given, and accepted.</summary>
    public static TaskWorld Accepted(Deadline? due = null)
    {
        var world = new TaskWorld();
        world.Do("wang.fang", Assign with { Due = due ?? Assign.Due });
        world.Do("chen.jie", new AcceptAssignment(TheTask));
        world.Sent.Clear();
        return world;
    }

    /// <summary>What comes of the command; a decision is kept.</summary>
    public Outcome Try(string officer, Command command)
    {
        var outcome = Decide(new Caller(officer), command);
        if (outcome is Decision decision)
            Keep(decision);
        return outcome;
    }

    public Decision Do(string officer, Command command) => Assert.IsType<Decision>(Try(officer, command));

    /// <summary>Lets the clock go on to the moment, ringing each alarm when it is due, or as much later as the delays say, one each.</summary>
    public void GoTo(Instant moment, params IEnumerable<Duration> delays)
    {
        var late = new Queue<Duration>(delays);
        while (Alarm is { } alarm && alarm.Due <= moment)
            Ring(alarm.Due + (late.TryDequeue(out var delay) ? delay : Duration.Zero));
        Now = Instant.Max(Now, moment);
    }

    /// <summary>The alarm rings at that moment, and is gone unless it is set again.</summary>
    public Decision Ring(Instant at)
    {
        var command = Alarm!.Command;
        (Now, Alarm) = (Instant.Max(Now, at), null);
        return Do(Caller.Desk.Id, command);
    }

    /// <summary>Notices of a kind sent so far: to whom and when.</summary>
    public IEnumerable<(Instant At, string To, T Notice)> Of<T>() where T : Notice =>
        Sent.Where(s => s.Notice is T).Select(s => (s.At, s.Notice.To.Id, (T)s.Notice));

    public IEnumerable<string> ToWhom<T>() where T : Notice => Of<T>().Select(n => n.To).Order(StringComparer.Ordinal);

    private Outcome Decide(Caller caller, Command command)
    {
        var moment = new Moment(Now, () => TheTask);
        var one = new OneAssignment(Roster, It, It is null ? null : Case, Options);
        return Stored(command) switch
        {
            AssignTask c => AssignTask.Decide(new AssignTask.Loaded(new OneMeeting(Roster, OfMeeting), Case, Options), c, caller, moment),
            AcceptAssignment c => AcceptAssignment.Decide(one, c, caller, moment),
            ReportProgress c => ReportProgress.Decide(one, c, caller, moment),
            ReportDone c => ReportDone.Decide(one, c, caller, moment),
            SignOffAssignment c => SignOffAssignment.Decide(one, c, caller, moment),
            ReturnAssignment c => ReturnAssignment.Decide(one, c, caller, moment),
            RequestExtension c => RequestExtension.Decide(one, c, caller, moment),
            AnswerExtension c => AnswerExtension.Decide(one, c, caller, moment),
            RemindAssignee c => RemindAssignee.Decide(one, c, caller, moment),
            _ => throw new ArgumentException(command.ToString(), nameof(command)),
        };
    }

    private void Keep(Decision decision)
    {
        foreach (var change in decision.Changes)
        {
            switch (change.Document)
            {
                case Assignment assignment:
                    Assert.NotEmpty(change.Kind.IndexesOf(assignment));
                    It = Assignment.Documents.Read(change.Kind.Write(assignment));
                    break;
                case Meeting meeting:
                    OfMeeting = meeting;
                    break;
            }
        }

        Assert.All(decision.Facts, f => Assert.Equal(Json(f), Json(Stored(f))));
        Sent.AddRange(decision.Notices.Select(n => (Now, Stored(n))));
        Assert.All(decision.Alarms, a => Assert.Equal($"assignment/{TheTask}", a.Id));
        if (decision.CancelledAlarms.Contains($"assignment/{TheTask}"))
            Alarm = null;
        Alarm = decision.Alarms.SingleOrDefault() ?? Alarm;
    }

    private static string Json<T>(T record) => JsonSerializer.Serialize(record, DeskJson.Options);

    private static T Stored<T>(T record) => JsonSerializer.Deserialize<T>(Json(record), DeskJson.Options)!;

    private static Department Department(string id, string? superior, bool desk = false) => new(
        id, id, id, id, id, Tier.City, superior, desk, "Asia/Shanghai", new LocalTime(8, 30), new LocalTime(17, 30), null);

    private static Officer Officer(string id, string department, params Role[] roles) => new(id, id, id, department, roles, "zh-CN", null);
}
