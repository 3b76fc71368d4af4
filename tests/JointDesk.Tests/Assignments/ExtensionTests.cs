using JointDesk.Assignments;
using NodaTime;
using static JointDesk.Tests.Assignments.TaskWorld;
using static JointDesk.Tests.Scheduling.Beijing;

namespace JointDesk.Tests.Assignments;

public class ExtensionTests
{
    private static readonly RequestExtension Ask = new(TheTask, Due(12, 16), "第三家要求补材料");

    private readonly TaskWorld world = Accepted();

    [Fact]
    public void Granted_the_rounds_are_counted_from_the_new_day() // the story of the eleventh and the sixteenth
    {
        world.GoTo(At(12, 8, 10));
        world.Do("chen.jie", Ask);
        Assert.Equal(Due(12, 11), world.It!.Due);
        Assert.Equal(At(12, 10, 9), world.Alarm!.Due); // until it is answered, the old ones hold
        Assert.Equal(new ExtensionAskedNotice(TheTask, 1) { To = Recipient.Officer("wang.fang") }, world.Of<ExtensionAskedNotice>().Single().Notice);

        world.Do("wang.fang", new AnswerExtension(TheTask, true, null, 1));
        Assert.Equal(Due(12, 16), world.It.Due);
        Assert.Null(world.It.Extension);
        Assert.Equal(At(12, 11, 9), world.Alarm.Due);
        Assert.Equal(["chen.jie", "li.qiang"], world.ToWhom<ExtensionAnsweredNotice>());
        Assert.True(world.Of<ExtensionAnsweredNotice>().First().Notice.Granted);
    }

    [Fact]
    public void Refused_all_stays_as_it_was()
    {
        var alarm = world.Alarm;
        world.Do("chen.jie", Ask);
        world.Do("wang.fang", new AnswerExtension(TheTask, false, "不同意", null));

        Assert.Equal((Due(12, 11), null, alarm), (world.It!.Due, world.It.Extension, world.Alarm));
        Assert.Equal(["chen.jie"], world.ToWhom<ExtensionAnsweredNotice>());
        Assert.False(world.Of<ExtensionAnsweredNotice>().Single().Notice.Granted);
    }

    [Fact]
    public void A_further_request_takes_the_place_of_the_first_whose_card_is_then_outdated()
    {
        world.Do("chen.jie", Ask);
        world.Do("chen.jie", Ask with { Due = Due(12, 18) });

        Assert.Equal(new OutdatedExtension(TheTask, "2026-001-1"), world.Try("wang.fang", new AnswerExtension(TheTask, true, null, 1)));
        world.Do("wang.fang", new AnswerExtension(TheTask, true, null, 2));
        Assert.Equal(Due(12, 18), world.It!.Due);
        Assert.Equal(new OutdatedExtension(TheTask, "2026-001-1"), world.Try("wang.fang", new AnswerExtension(TheTask, true, null, 2)));
    }

    [Fact]
    public void Nothing_asked_nothing_answered() =>
        Assert.Equal(new NoExtensionAsked(TheTask, "2026-001-1"), world.Try("wang.fang", new AnswerExtension(TheTask, true, null, null)));

    [Fact]
    public void More_time_is_later_and_ahead()
    {
        Assert.Equal(new ExtensionNotLater(Due(12, 11)), world.Try("chen.jie", Ask with { Due = Due(12, 10) }));
        Assert.Equal(new ExtensionNotLater(Due(12, 11)), world.Try("chen.jie", Ask with { Due = Due(12, 11, new LocalTime(18, 0)) }));
        Assert.Equal(new DueInThePast(Due(12, 1)), world.Try("chen.jie", Ask with { Due = Due(12, 1) }));
    }

    [Fact]
    public void Granting_a_day_that_has_passed_meanwhile_is_refused()
    {
        world.Do("chen.jie", Ask);
        world.GoTo(At(12, 17, 10));

        Assert.Equal(new DueInThePast(Due(12, 16)), world.Try("wang.fang", new AnswerExtension(TheTask, true, null, null)));
    }

    [Fact]
    public void Rounds_of_the_new_day_that_have_passed_do_not_fire()
    {
        world.GoTo(At(12, 15, 10)); // overdue by two
        world.Do("chen.jie", Ask);
        world.Do("wang.fang", new AnswerExtension(TheTask, true, null, null));

        Assert.Equal(At(12, 16, 9), world.Alarm!.Due); // 3 and 1 before have gone by
    }

    [Fact]
    public void Reporting_done_drops_the_question()
    {
        world.Do("chen.jie", Ask);
        world.Do("chen.jie", new ReportDone(TheTask, null));

        Assert.Null(world.It!.Extension);
    }
}
