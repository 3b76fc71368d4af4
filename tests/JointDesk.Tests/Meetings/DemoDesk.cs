using JointDesk.Cases;
using JointDesk.Information;
using JointDesk.Meetings;
using JointDesk.People;
using JointDesk.Store.InMemory;
using NodaTime;
using NodaTime.Testing;

namespace JointDesk.Tests.Meetings;

/// <summary>A small desk over the in-memory store: two city divisions, their liaisons, a plain officer, and the desk office.</summary>
internal sealed class DemoDesk
{
    private int ids;

    private DemoDesk(IDeskStore store)
    {
        Store = store;
        Desk = new Desk(store, new DeskRoutes()
            .AddCases()
            .On<ConveneMeeting, ConveneMeeting.Loaded>(ConveneMeeting.Load, ConveneMeeting.Decide)
            .On<MoveMeeting, OneMeeting>(MoveMeeting.Load, MoveMeeting.Decide)
            .On<InviteDepartments, OneMeeting>(InviteDepartments.Load, InviteDepartments.Decide)
            .On<CancelMeeting, OneMeeting>(CancelMeeting.Load, CancelMeeting.Decide)
            .On<AnswerInvitation, OneMeeting>(AnswerInvitation.Load, AnswerInvitation.Decide)
            .On<ProposeTime, OneMeeting>(ProposeTime.Load, ProposeTime.Decide)
            .On<KeepTime, OneMeeting>(KeepTime.Load, KeepTime.Decide)
            .On<ContributeInformation, OneRequest>(ContributeInformation.Load, ContributeInformation.Decide)
            .On<DeclineInformation, OneRequest>(DeclineInformation.Load, DeclineInformation.Decide)
            .On<NudgeDepartments, NudgeDepartments.Loaded>(NudgeDepartments.Load, NudgeDepartments.Decide)
            .On<ReadContribution, ReadContribution.Loaded>(ReadContribution.Load, ReadContribution.Decide)
            .When<MeetingConvened, AskForInformation.Loaded>(AskForInformation.Load, AskForInformation.WhenConvened)
            .When<DepartmentsInvited, AskForInformation.Loaded>(AskForInformation.Load, AskForInformation.WhenInvited)
            .When<MeetingMoved, AskForInformation.Loaded>(AskForInformation.Load, AskForInformation.WhenMoved), Clock, () => $"id{Interlocked.Increment(ref ids)}");
    }

    public static readonly Instant Now = Instant.FromUtc(2026, 11, 23, 1, 5);

    /// <summary>Wednesday 2 December, 15:00 in Beijing.</summary>
    public static readonly Instant Wednesday = Instant.FromUtc(2026, 12, 2, 7, 0);

    public FakeClock Clock { get; } = new(Now);

    public IDeskStore Store { get; }

    public Desk Desk { get; }

    public static async Task<DemoDesk> OpenAsync()
    {
        var demo = new DemoDesk(new InMemoryStore());
        var kept = await demo.Desk.KeepAsync(demo.Desk.Read(),
        [
            .. Departments.Select(d => Change.Put(Department.Kind, d)),
            .. Officers.Select(o => Change.Put(Officer.Kind, o)),
            Change.Put(Case.Kind, TheCase),
        ]);
        Assert.True(kept);
        return demo;
    }

    public static Case TheCase { get; } = new("JH-1", "一案", "Case one", "cid", ["exit", "econ"], [], Tlp.Amber);

    public static IReadOnlyList<Department> Departments { get; } =
        [Unit("cid"), Unit("exit"), Unit("econ"), Unit("other"), Unit("office") with { DeskOffice = true }];

    public static IReadOnlyList<Officer> Officers { get; } =
    [
        Person("wang", "cid", Role.Liaison), Person("xu", "cid"), Person("li", "exit", Role.Liaison), Person("chen", "econ", Role.Liaison),
        Person("he", "other", Role.Liaison), Person("zhao", "office", Role.Liaison, Role.Head),
    ];

    public static ConveneMeeting Convene(Instant? start = null) =>
        new("JH-1", null, MeetingKind.Topical, null, ["exit"], ["econ"], start ?? Wednesday, Duration.FromHours(2), "Asia/Shanghai", null);

    public async Task<Outcome> SendAsync(string officer, Command command, string? id = null) =>
        (await Desk.HandleAsync(new DeskCall(id ?? Guid.NewGuid().ToString("N"), new Caller(officer), command))).Outcome;

    public async Task<Meeting> ConvenedAsync()
    {
        var decision = Assert.IsType<Decision>(await SendAsync("wang", Convene()));
        return await MeetingAsync(decision.Facts.OfType<MeetingConvened>().Single().Meeting);
    }

    public async Task<Meeting> MeetingAsync(string id) => (await Desk.Read().FindAsync(Meeting.Documents, id))!;

    private static Department Unit(string id) => new(
        id, id, id, id, id, Tier.City, null, false, "Asia/Shanghai", new LocalTime(8, 30), new LocalTime(17, 30), $"{id}@desk.example");

    private static Officer Person(string id, string department, params Role[] roles) => new(id, id, id, department, roles, "zh-CN", null);
}
