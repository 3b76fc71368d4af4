using JointDesk.Meetings;
using NodaTime;

namespace JointDesk.Tests.Meetings;

public sealed class MeetingLifeTests
{
    [Fact]
    public async Task A_move_keeps_the_uid_raises_the_sequence_and_asks_everyone_anew()
    {
        var demo = await DemoDesk.OpenAsync();
        var meeting = await demo.ConvenedAsync();
        await demo.SendAsync("li", new AnswerInvitation(meeting.Id, SeatResponse.Accepted, null, 0));

        var decision = Assert.IsType<Decision>(await demo.SendAsync("wang", new MoveMeeting(meeting.Id, meeting.Start + Duration.FromHours(1), null, null)));

        var moved = await demo.MeetingAsync(meeting.Id);
        Assert.Equal((meeting.Uid, 1), (moved.Uid, moved.Sequence));
        Assert.All(moved.Seats, s => Assert.Equal(SeatResponse.NeedsAction, s.Response));
        Assert.Equal(4, decision.Notices.OfType<MovedNotice>().Count());
    }

    [Fact]
    public async Task An_answer_to_the_time_before_the_move_does_not_count()
    {
        var demo = await DemoDesk.OpenAsync();
        var meeting = await demo.ConvenedAsync();
        await demo.SendAsync("wang", new MoveMeeting(meeting.Id, meeting.Start + Duration.FromHours(1), null, null));

        Assert.IsType<OutdatedInvitation>(await demo.SendAsync("li", new AnswerInvitation(meeting.Id, SeatResponse.Accepted, null, 0)));
    }

    [Fact]
    public async Task Two_answers_at_the_same_moment_are_both_kept()
    {
        var demo = await DemoDesk.OpenAsync();
        var meeting = await demo.ConvenedAsync();

        await Task.WhenAll(
            Task.Run(() => demo.SendAsync("li", new AnswerInvitation(meeting.Id, SeatResponse.Accepted, null, 0))),
            Task.Run(() => demo.SendAsync("chen", new AnswerInvitation(meeting.Id, SeatResponse.Declined, "出差", 0))));

        var seats = (await demo.MeetingAsync(meeting.Id)).Seats;
        Assert.Equal(SeatResponse.Accepted, seats.Single(s => s.Department == "exit").Response);
        Assert.Equal((SeatResponse.Declined, "出差"), (seats.Single(s => s.Department == "econ").Response, seats.Single(s => s.Department == "econ").Reason));
    }

    [Theory]
    [InlineData("li", typeof(MayNotConvene))]
    [InlineData("xu", typeof(MayNotConvene))]
    [InlineData("he", typeof(UnknownMeeting))]
    public async Task Only_the_lead_moves_and_cancels(string officer, Type refusal)
    {
        var demo = await DemoDesk.OpenAsync();
        var meeting = await demo.ConvenedAsync();

        Assert.IsType(refusal, await demo.SendAsync(officer, new MoveMeeting(meeting.Id, meeting.Start + Duration.FromHours(1), null, null)));
        Assert.IsType(refusal, await demo.SendAsync(officer, new CancelMeeting(meeting.Id)));
    }

    [Fact]
    public async Task Cancelling_raises_the_sequence_and_ends_it()
    {
        var demo = await DemoDesk.OpenAsync();
        var meeting = await demo.ConvenedAsync();

        await demo.SendAsync("wang", new CancelMeeting(meeting.Id));

        var cancelled = await demo.MeetingAsync(meeting.Id);
        Assert.Equal((MeetingState.Cancelled, 1), (cancelled.State, cancelled.Sequence));
        Assert.IsType<MeetingNotOpen>(await demo.SendAsync("li", new AnswerInvitation(meeting.Id, SeatResponse.Accepted, null, null)));
        Assert.IsType<MeetingNotOpen>(await demo.SendAsync("wang", new CancelMeeting(meeting.Id)));
        Assert.Null(await demo.Store.NextDueAsync(Desk.Alarms));
    }

    [Fact]
    public async Task Nobody_answers_for_a_department_without_a_seat_or_without_the_office()
    {
        var demo = await DemoDesk.OpenAsync();
        var meeting = await demo.ConvenedAsync();

        Assert.IsType<NoSeat>(await demo.SendAsync("he", new AnswerInvitation(meeting.Id, SeatResponse.Accepted, null, null)));
        Assert.IsType<NoSeat>(await demo.SendAsync("xu", new AnswerInvitation(meeting.Id, SeatResponse.Accepted, null, null)));
    }
}
