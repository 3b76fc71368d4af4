using System.Text.Json;
using JointDesk.Assignments;
using JointDesk.Auditing;
using JointDesk.Meetings;
using JointDesk.People;
using JointDesk.Store;
using JointDesk.Store.InMemory;
using JointDesk.Store.LiteDb;
using NodaTime;
using NodaTime.Testing;
using static JointDesk.Tests.Assignments.TaskWorld;
using static JointDesk.Tests.Scheduling.Beijing;

namespace JointDesk.Tests.Assignments;

/// <summary>The room behind the real desk: what is decided is committed, and what was committed is found again.</summary>
public abstract class AssignmentDeskTests : IAsyncLifetime
{
    private readonly FakeClock clock = new(At(11, 23, 9));
    private readonly IDeskStore store;
    private Desk desk;
    private string meeting = "";
    private int ids, calls;

    private protected AssignmentDeskTests(Func<IClock, IDeskStore> open)
    {
        store = open(clock);
        desk = Open();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await desk.KeepAsync(desk.Read(),
            [
                .. TaskWorld.Roster.Departments.Select(d => Change.Put(Department.Kind, d)),
                .. TaskWorld.Roster.Officers.Select(o => Change.Put(Officer.Kind, o)),
                Change.Put(Cases.Case.Kind, Case),
            ],
            Cancel);
        await Do("wang.fang", new ConveneMeeting(
            Case.Number, null, MeetingKind.Topical, null, ["lj-exit", "lj-econ"], [], At(12, 3, 9, 30), Duration.FromHours(2),
            "Asia/Shanghai", null));
        meeting = (await desk.Read().ListByPrefixAsync(Meeting.Documents, "number", "2026", Cancel)).Single().Id;
        await RingUntil(At(12, 3, 12));
    }

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return store.DisposeAsync();
    }

    [Fact]
    public async Task From_the_assignment_to_the_sign_off()
    {
        var id = await Given();
        await Do("chen.jie", new AcceptAssignment(id));
        await RingUntil(At(12, 16, 10));

        var it = (await Find(id))!;
        Assert.Equal((AssignmentState.Accepted, 2), (it.State, it.Escalation));
        Assert.Single(await desk.Read().ListAsync(Assignment.Documents, "department", "jh-cid", Cancel)); // escalated to it
        Assert.Equal(At(12, 18, 9), await store.NextDueAsync(Desk.Alarms, Cancel));

        await Do("chen.jie", new ReportDone(id, "已全部调取"));
        Assert.Null(await store.NextDueAsync(Desk.Alarms, Cancel));
        await Do("wang.fang", new SignOffAssignment(id, null));

        Assert.Equal(AssignmentState.SignedOff, (await Find(id))!.State);
        var notices = await Outbox();
        Assert.Equal(5, notices.OfType<AssignmentReminderNotice>().Count()); // 3 and 1 before, due, 1 and 3 over
        Assert.Equal(5, notices.OfType<AssignmentEscalatedNotice>().Count());
        Assert.Equal(4, notices.OfType<EscalationRecalledNotice>().Count());
        Assert.Single(notices.OfType<AssignmentReportedDoneNotice>());
        Assert.Equal(["chen.jie", "li.qiang"], notices.OfType<AssignmentSignedOffNotice>().Select(n => n.To.Id).Order());
        await AuditIsWhole(id,
            nameof(TaskAssigned), nameof(AssignmentAccepted), nameof(AssigneeReminded), nameof(AssigneeReminded), nameof(AssigneeReminded),
            nameof(AssigneeReminded), nameof(AssignmentEscalated), nameof(AssigneeReminded), nameof(AssignmentEscalated), nameof(DoneReported),
            nameof(EscalationRecalled), nameof(AssignmentSignedOff));
    }

    [Fact]
    public async Task A_desk_that_was_down_for_two_weeks_sends_one_message()
    {
        var id = await Given();
        clock.Reset(At(12, 19, 3)); // a Saturday night
        desk = Open();
        await RingUntil(At(12, 21, 12));

        var notices = await Outbox();
        Assert.Equal(6, notices.OfType<AssignmentReminderNotice>().Single().WorkingDays);
        Assert.Equal((3, 5), ((await Find(id))!.Escalation, (await Find(id))!.Round));
        Assert.Null(await store.NextDueAsync(Desk.Alarms, Cancel));
    }

    [Fact]
    public async Task Two_tasks_given_at_the_same_moment_have_two_numbers()
    {
        await Task.WhenAll(
            Task.Run(() => Do("wang.fang", Assign with { Meeting = meeting }), Cancel),
            Task.Run(() => Do("wu.gang", Assign with { Meeting = meeting }), Cancel));

        var given = await desk.Read().ListAsync(Assignment.Documents, "meeting", meeting, Cancel);
        Assert.Equal(["2026-001-1", "2026-001-2"], given.Select(a => a.Number).Order());
    }

    [Fact]
    public async Task Two_reports_at_the_same_moment_are_both_kept()
    {
        var id = await Given();
        await Do("chen.jie", new AcceptAssignment(id));
        await Task.WhenAll(
            Task.Run(() => Do("chen.jie", new ReportProgress(id, "两家已调取")), Cancel),
            Task.Run(() => Do("li.qiang", new ReportProgress(id, "协查函已发")), Cancel));

        Assert.Equal(["两家已调取", "协查函已发"], (await Find(id))!.History.Where(h => h.Note is not null).Select(h => h.Note).Order());
    }

    [Fact]
    public async Task The_same_message_twice_assigns_once()
    {
        var call = new DeskCall("activity-1", new Caller("wang.fang"), Assign with { Meeting = meeting });
        Assert.False((await desk.HandleAsync(call, Cancel)).Repeated);
        Assert.True((await desk.HandleAsync(call, Cancel)).Repeated);

        Assert.Single(await desk.Read().ListAsync(Assignment.Documents, "meeting", meeting, Cancel));
        Assert.Equal(1, (await store.DepthAsync(Desk.Alarms, Cancel)).Waiting);
    }

    [Fact]
    public async Task Who_may_not_leaves_a_trace_and_nothing_else()
    {
        var id = await Given();
        var before = await store.AuditHeadAsync(Cancel);
        var answer = await desk.HandleAsync(new DeskCall("x", new Caller("sun.li"), new ReportDone(id, null)), Cancel);

        Assert.IsType<UnknownAssignment>(answer.Outcome);
        Assert.Equal(nameof(UnknownAssignment), (await store.ReadAuditAsync(before.Sequence, 10, Cancel)).Single().Draft.Action);
        Assert.Equal(AssignmentState.Assigned, (await Find(id))!.State);
    }

    [Fact]
    public async Task A_due_day_in_a_year_without_holidays_is_told_to_the_desk_office_once()
    {
        await Do("wang.fang", Assign with { Meeting = meeting, Due = new(new LocalDate(2031, 1, 10), null, "Asia/Shanghai") });
        await Do("wang.fang", Assign with { Meeting = meeting, Due = new(new LocalDate(2031, 1, 12), null, "Asia/Shanghai") });

        var told = Assert.Single((await Outbox()).OfType<MissingHolidaysNotice>());
        Assert.Equal((2031, "zhao.min"), (told.Year, told.To.Id));
    }

    private Desk Open() => new(store, Routes(), clock, () => $"id{Interlocked.Increment(ref ids)}");

    private static DeskRoutes Routes() => new DeskRoutes()
        .On<ConveneMeeting, ConveneMeeting.Loaded>(ConveneMeeting.Load, ConveneMeeting.Decide)
        .On<AdvanceMeeting, Meeting?>(AdvanceMeeting.Load, AdvanceMeeting.Decide)
        .AddAssignments(new LadderOptions());

    private async Task<string> Given() =>
        Assert.IsType<TaskAssigned>((await Do("wang.fang", Assign with { Meeting = meeting })).Facts[0]).Assignment;

    private async Task<Decision> Do(string officer, Command command)
    {
        var call = new DeskCall($"call-{Interlocked.Increment(ref calls)}", new Caller(officer), command);
        return Assert.IsType<Decision>((await desk.HandleAsync(call, Cancel)).Outcome);
    }

    /// <summary>What the alarm clock does: claims what is due, hands it in, and settles it in the same commit.</summary>
    private async Task RingUntil(Instant until)
    {
        while (await store.NextDueAsync(Desk.Alarms, Cancel) is { } due && due <= until)
        {
            clock.Reset(Instant.Max(due, clock.GetCurrentInstant()));
            foreach (var item in await store.ClaimAsync(Desk.Alarms, clock.GetCurrentInstant(), 10, Duration.FromMinutes(1), Cancel))
            {
                var command = JsonSerializer.Deserialize<Command>(item.Payload.Span, DeskJson.Options)!;
                await desk.HandleAsync(new DeskCall($"alarm/{item.Id}/{item.Fence}", Caller.Desk, command)
                {
                    Settles = new QueueSettle(item.Queue, item.Id, item.Fence, new Settlement.Completed()),
                }, Cancel);
            }
        }

        clock.Reset(until);
    }

    private ValueTask<Assignment?> Find(string id) => desk.Read().FindAsync(Assignment.Documents, id, Cancel);

    private async Task<IReadOnlyList<Notice>> Outbox()
    {
        var items = await store.ClaimAsync(Desk.Outbox, clock.GetCurrentInstant(), 500, Duration.FromMinutes(1), Cancel);
        return [.. items.Select(i => JsonSerializer.Deserialize<Notice>(i.Payload.Span, DeskJson.Options)!)];
    }

    private async Task AuditIsWhole(string subject, params string[] actions)
    {
        var head = new AuditHead(0, AuditChain.Genesis);
        var found = new List<string>();
        foreach (var entry in await store.ReadAuditAsync(0, 500, Cancel))
        {
            Assert.Null(AuditChain.Fault(head, entry));
            head = new AuditHead(entry.Sequence, entry.Hash);
            if (entry.Draft.Subject == subject)
                found.Add(entry.Draft.Action);
        }

        Assert.Equal(actions, found);
    }
}

public sealed class AssignmentsInMemory() : AssignmentDeskTests(clock => new InMemoryStore(clock));

public sealed class AssignmentsInLiteDb : AssignmentDeskTests
{
    private readonly DirectoryInfo folder;

    public AssignmentsInLiteDb() : this(Directory.CreateTempSubdirectory("jointdesk-assignments-"))
    {
    }

    private AssignmentsInLiteDb(DirectoryInfo folder)
        : base(clock => LiteDbStore.Open(new StoreOptions(Path.Combine(folder.FullName, "desk.db")) { Clock = clock })) => this.folder = folder;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
