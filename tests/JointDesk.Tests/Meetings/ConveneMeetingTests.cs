using JointDesk.Information;
using JointDesk.Meetings;
using NodaTime;

namespace JointDesk.Tests.Meetings;

public sealed class ConveneMeetingTests
{
    [Fact]
    public async Task The_lead_convenes_and_each_department_is_invited_and_asked()
    {
        var demo = await DemoDesk.OpenAsync();

        var decision = Assert.IsType<Decision>(await demo.SendAsync("wang", DemoDesk.Convene()));

        var invited = decision.Notices.OfType<InvitationNotice>().Select(n => n.To).ToList();
        Assert.Equal(
            [Recipient.Officer("li"), Recipient.Department("exit"), Recipient.Officer("chen"), Recipient.Department("econ")], invited);
        Assert.Equal(["chen", "li"], decision.Notices.OfType<InformationRequestNotice>().Select(n => n.To.Id).Order());
        var meeting = await demo.MeetingAsync(decision.Facts.OfType<MeetingConvened>().Single().Meeting);
        Assert.Equal(("2026-001", 0, MeetingState.Convened), (meeting.Number, meeting.Sequence, meeting.State));
        var request = await demo.Desk.Read().FindAsync(InformationRequest.Documents, InformationRequest.IdOf(meeting.Id, "exit"));
        Assert.Equal(new LocalDate(2026, 12, 1), request!.Due.Date);
    }

    [Theory]
    [InlineData("xu", typeof(MayNotConvene))]
    [InlineData("li", typeof(MayNotConvene))]
    [InlineData("he", typeof(UnknownCase))]
    [InlineData("nobody", typeof(UnknownOfficer))]
    public async Task Whoever_may_not_convene_is_refused_and_nothing_is_stored(string officer, Type refusal)
    {
        var demo = await DemoDesk.OpenAsync();

        Assert.IsType(refusal, await demo.SendAsync(officer, DemoDesk.Convene()));

        Assert.Empty(await demo.Desk.Read().ListAsync(Meeting.Documents, "start", long.MinValue, long.MaxValue));
        Assert.Equal(0, (await demo.Store.DepthAsync(Desk.Outbox)).Waiting);
    }

    [Fact]
    public async Task A_refused_access_is_an_audit_entry()
    {
        var demo = await DemoDesk.OpenAsync();

        await demo.SendAsync("xu", DemoDesk.Convene());

        Assert.Equal(nameof(MayNotConvene), Assert.Single(await demo.Store.ReadAuditAsync(0, 10)).Draft.Action);
    }

    public static TheoryData<ConveneMeeting, Type> Slips => new()
    {
        { DemoDesk.Convene(DemoDesk.Now), typeof(TimeInThePast) },
        { DemoDesk.Convene() with { Length = Duration.Zero }, typeof(EndBeforeStart) },
        { DemoDesk.Convene() with { Length = Duration.FromMinutes(-30) }, typeof(EndBeforeStart) },
        { DemoDesk.Convene() with { Length = Duration.FromHours(13) }, typeof(TooLong) },
        { DemoDesk.Convene() with { Required = [], Optional = [] }, typeof(OneDepartmentOnly) },
        { DemoDesk.Convene() with { Required = ["cid"], Optional = [] }, typeof(OneDepartmentOnly) },
        { DemoDesk.Convene() with { Required = ["nowhere"] }, typeof(UnknownDepartment) },
        { DemoDesk.Convene() with { CaseNumber = "JH-9" }, typeof(UnknownCase) },
    };

    [Theory]
    [MemberData(nameof(Slips), DisableDiscoveryEnumeration = true)]
    public async Task A_slip_is_refused(ConveneMeeting command, Type refusal)
    {
        var demo = await DemoDesk.OpenAsync();

        Assert.IsType(refusal, await demo.SendAsync("wang", command));
    }

    [Fact]
    public async Task Twenty_at_once_get_twenty_numbers_or_are_told_to_try_again()
    {
        var demo = await DemoDesk.OpenAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => demo.SendAsync("wang", DemoDesk.Convene()))));

        var meetings = await demo.Desk.Read().ListAsync(Meeting.Documents, "start", long.MinValue, long.MaxValue);
        Assert.Equal(outcomes.Count(o => o is Decision), meetings.Count);
        Assert.Equal(meetings.Count, meetings.Select(m => m.Number).Distinct().Count());
        Assert.All(outcomes, o => Assert.True(o is Decision or TooBusy));
    }

    [Fact]
    public async Task The_same_call_ten_times_in_parallel_has_one_effect()
    {
        var demo = await DemoDesk.OpenAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => demo.SendAsync("wang", DemoDesk.Convene(), "once"))));

        Assert.All(outcomes, o => Assert.Contains(Assert.IsType<Decision>(o).Facts, f => f is MeetingConvened));
        Assert.Single(await demo.Desk.Read().ListAsync(Meeting.Documents, "start", long.MinValue, long.MaxValue));
    }
}
