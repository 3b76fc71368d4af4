using JointDesk.Meetings;
using JointDesk.Scheduling;
using NodaTime;

namespace JointDesk.Tests.Meetings;

public sealed class ProposeTimeTests
{
    private static readonly TimeRange Thursday = TimeRange.Of(DemoDesk.Wednesday + Duration.FromDays(1), Duration.FromHours(2));

    [Fact]
    public async Task A_proposal_makes_the_seat_tentative_and_tells_the_convener_alone()
    {
        var demo = await DemoDesk.OpenAsync();
        var meeting = await demo.ConvenedAsync();

        var decision = Assert.IsType<Decision>(await demo.SendAsync("li", new ProposeTime(meeting.Id, Thursday)));

        var seat = (await demo.MeetingAsync(meeting.Id)).SeatOf("exit")!;
        Assert.Equal((SeatResponse.Tentative, Thursday), (seat.Response, seat.Proposed));
        Assert.Equal("wang", Assert.Single(decision.Notices).To.Id);
        Assert.Equal((meeting.Start, meeting.Sequence), ((await demo.MeetingAsync(meeting.Id)).Start, 0));
    }

    [Fact]
    public async Task A_later_answer_takes_its_place_and_a_move_ends_it()
    {
        var demo = await DemoDesk.OpenAsync();
        var meeting = await demo.ConvenedAsync();
        await demo.SendAsync("li", new ProposeTime(meeting.Id, Thursday));
        await demo.SendAsync("li", new AnswerInvitation(meeting.Id, SeatResponse.Accepted, null, 0));
        Assert.Null((await demo.MeetingAsync(meeting.Id)).SeatOf("exit")!.Proposed);

        await demo.SendAsync("li", new ProposeTime(meeting.Id, Thursday));
        await demo.SendAsync("wang", new MoveMeeting(meeting.Id, Thursday.Start, null, null));
        Assert.Null((await demo.MeetingAsync(meeting.Id)).SeatOf("exit")!.Proposed);
    }

    [Fact]
    public async Task The_lead_keeps_its_time_once_and_whoever_proposed_is_told()
    {
        var demo = await DemoDesk.OpenAsync();
        var meeting = await demo.ConvenedAsync();
        await demo.SendAsync("li", new ProposeTime(meeting.Id, Thursday));

        Assert.IsType<MayNotConvene>(await demo.SendAsync("chen", new KeepTime(meeting.Id, "exit")));
        var decision = Assert.IsType<Decision>(await demo.SendAsync("wang", new KeepTime(meeting.Id, "exit")));
        Assert.Equal("li", Assert.Single(decision.Notices).To.Id);
        Assert.IsType<NothingProposed>(await demo.SendAsync("wang", new KeepTime(meeting.Id, "exit")));
    }

    [Fact]
    public async Task What_cannot_be_proposed_is_refused()
    {
        var demo = await DemoDesk.OpenAsync();
        var meeting = await demo.ConvenedAsync();

        Assert.IsType<NoSeat>(await demo.SendAsync("he", new ProposeTime(meeting.Id, Thursday)));
        Assert.IsType<TimeInThePast>(await demo.SendAsync("li", new ProposeTime(meeting.Id, TimeRange.Of(DemoDesk.Now - Duration.FromDays(1), Duration.FromHours(2)))));
        Assert.IsType<NothingToMove>(await demo.SendAsync("li", new ProposeTime(meeting.Id, new TimeRange(meeting.Start, meeting.End))));
    }
}
