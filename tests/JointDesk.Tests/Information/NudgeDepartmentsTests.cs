using JointDesk.Information;
using JointDesk.Meetings;
using JointDesk.Tests.Meetings;
using NodaTime;

namespace JointDesk.Tests.Information;

public sealed class NudgeDepartmentsTests
{
    [Fact]
    public async Task Those_are_told_who_owe_an_answer_or_case_information()
    {
        var demo = await DemoDesk.OpenAsync();
        var meeting = await demo.ConvenedAsync();
        await demo.SendAsync("li", new AnswerInvitation(meeting.Id, SeatResponse.Accepted, null, 0));
        Assert.Equal(["li", "chen"], await NudgedAsync(demo, meeting));

        await demo.SendAsync("li", new DeclineInformation(InformationRequest.IdOf(meeting.Id, "exit"), null));
        demo.Clock.Advance(NudgeDepartments.Pause);
        Assert.Equal(["chen"], await NudgedAsync(demo, meeting));
    }

    [Fact]
    public async Task Nobody_is_told_twice_within_four_hours()
    {
        var demo = await DemoDesk.OpenAsync();
        var meeting = await demo.ConvenedAsync();
        await NudgedAsync(demo, meeting);

        demo.Clock.Advance(NudgeDepartments.Pause - Duration.FromSeconds(1));
        Assert.Equal(new NudgedAlready(meeting.Number, DemoDesk.Now, meeting.Zone), await demo.SendAsync("wang", new NudgeDepartments(meeting.Id)));
        demo.Clock.Advance(Duration.FromSeconds(1));
        Assert.NotEmpty(await NudgedAsync(demo, meeting));
    }

    [Fact]
    public async Task The_lead_and_the_desk_office_may_and_nobody_where_nothing_is_owed()
    {
        var demo = await DemoDesk.OpenAsync();
        var meeting = await demo.ConvenedAsync();
        Assert.IsType<MayNotConvene>(await demo.SendAsync("li", new NudgeDepartments(meeting.Id)));
        Assert.IsType<UnknownMeeting>(await demo.SendAsync("he", new NudgeDepartments(meeting.Id)));

        foreach (var (officer, department) in new[] { ("li", "exit"), ("chen", "econ") })
        {
            await demo.SendAsync(officer, new AnswerInvitation(meeting.Id, SeatResponse.Declined, null, 0));
            await demo.SendAsync(officer, new DeclineInformation(InformationRequest.IdOf(meeting.Id, department), null));
        }

        Assert.Equal(new NothingOwed(meeting.Number), await demo.SendAsync("zhao", new NudgeDepartments(meeting.Id)));
        await demo.SendAsync("wang", new CancelMeeting(meeting.Id));
        Assert.IsType<MeetingNotOpen>(await demo.SendAsync("wang", new NudgeDepartments(meeting.Id)));
    }

    private static async Task<IReadOnlyList<string>> NudgedAsync(DemoDesk demo, Meeting meeting) =>
        [.. Assert.IsType<Decision>(await demo.SendAsync("wang", new NudgeDepartments(meeting.Id))).Notices.Select(n => n.To.Id)];
}
