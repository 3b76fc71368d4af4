using JointDesk.Information;
using JointDesk.Meetings;
using NodaTime;

namespace JointDesk.Tests.Meetings;

public sealed class InviteDepartmentsTests
{
    [Fact]
    public async Task The_new_one_alone_is_told_and_asked_and_the_others_keep_their_answers()
    {
        var demo = await DemoDesk.OpenAsync();
        var meeting = await demo.ConvenedAsync();
        await demo.SendAsync("li", new AnswerInvitation(meeting.Id, SeatResponse.Accepted, null, 0));
        demo.Clock.Advance(Duration.FromHours(1));

        var decision = Assert.IsType<Decision>(await demo.SendAsync("wang", new InviteDepartments(meeting.Id, ["other", "exit"], [])));

        Assert.Equal(["he", "other"], decision.Notices.OfType<InvitationNotice>().Select(n => n.To.Id));
        Assert.Equal(["he"], decision.Notices.OfType<InformationRequestNotice>().Select(n => n.To.Id));
        var grown = await demo.MeetingAsync(meeting.Id);
        Assert.Equal((0, SeatResponse.Accepted), (grown.Sequence, grown.SeatOf("exit")!.Response));
        Assert.True(grown.Stamp > meeting.Stamp);
        Assert.Equal(InformationState.Asked, (await demo.Desk.Read().FindAsync(InformationRequest.Documents, InformationRequest.IdOf(meeting.Id, "other")))!.State);
    }

    [Fact]
    public async Task The_lead_hears_what_the_desk_office_did()
    {
        var demo = await DemoDesk.OpenAsync();
        var meeting = await demo.ConvenedAsync();

        var decision = Assert.IsType<Decision>(await demo.SendAsync("zhao", new InviteDepartments(meeting.Id, [], ["other"])));

        Assert.Equal(("wang", true), (decision.Notices.OfType<LedMeetingNotice>().Single() is var told ? told.To.Id : "", told.Enlarged));
        Assert.False((await demo.MeetingAsync(meeting.Id)).SeatOf("other")!.Required);
    }

    [Fact]
    public async Task What_cannot_be_is_refused()
    {
        var demo = await DemoDesk.OpenAsync();
        var meeting = await demo.ConvenedAsync();

        Assert.IsType<InvitedAlready>(await demo.SendAsync("wang", new InviteDepartments(meeting.Id, ["exit", "cid"], ["econ"])));
        Assert.IsType<UnknownDepartment>(await demo.SendAsync("wang", new InviteDepartments(meeting.Id, ["nobody"], [])));
        Assert.IsType<MayNotConvene>(await demo.SendAsync("li", new InviteDepartments(meeting.Id, ["other"], [])));
        await demo.SendAsync("wang", new CancelMeeting(meeting.Id));
        Assert.IsType<MeetingNotOpen>(await demo.SendAsync("wang", new InviteDepartments(meeting.Id, ["other"], [])));
    }
}
