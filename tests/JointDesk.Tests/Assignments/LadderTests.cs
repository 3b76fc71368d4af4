using CsCheck;
using JointDesk.Assignments;
using JointDesk.Cases;
using NodaTime;
using static JointDesk.Tests.Assignments.TaskWorld;
using static JointDesk.Tests.Scheduling.Beijing;

namespace JointDesk.Tests.Assignments;

public class LadderTests
{
    [Fact]
    public void Reminds_and_then_escalates()
    {
        var world = Accepted();
        world.GoTo(At(12, 31, 9));

        Assert.Equal(
            [
                (At(12, 8, 9), RoundKind.Ahead, 3), (At(12, 10, 9), RoundKind.Ahead, 1), (At(12, 11, 9), RoundKind.DueToday, 0),
                (At(12, 14, 9), RoundKind.Overdue, 1), (At(12, 16, 9), RoundKind.Overdue, 3), (At(12, 18, 9), RoundKind.Overdue, 5),
            ],
            world.Of<AssignmentReminderNotice>().Select(r => (r.At, r.Notice.Kind, r.Notice.WorkingDays)));
        Assert.All(world.ToWhom<AssignmentReminderNotice>(), to => Assert.Equal("chen.jie", to));
        Assert.Equal(
            [
                (At(12, 14, 9), "luo.yi", 1, 1), // the owner's head
                (At(12, 16, 9), "wang.fang", 2, 3), (At(12, 16, 9), "wu.gang", 2, 3), // the lead department
                (At(12, 16, 9), "gao.feng", 2, 3), (At(12, 16, 9), "ma.jun", 2, 3), // the owner's superior
                (At(12, 18, 9), "zhao.min", 3, 5), // the desk office
            ],
            world.Of<AssignmentEscalatedNotice>().Select(e => (e.At, e.To, e.Notice.Level, e.Notice.WorkingDays)));
        Assert.Equal(3, world.It!.Escalation);
        Assert.Null(world.Alarm);
    }

    [Fact]
    public void A_task_that_nobody_accepted_climbs_it_too()
    {
        var world = new TaskWorld();
        world.Do("wang.fang", Assign);
        world.GoTo(At(12, 14, 9));

        Assert.Equal((AssignmentState.Assigned, 1), (world.It!.State, world.It.Escalation));
    }

    [Fact]
    public void Holidays_are_waited_for() // due on the last day before National Day: overdue by one is the eighth
    {
        var world = new TaskWorld { Now = At(9, 21, 10) };
        world.Do("wang.fang", Assign with { Due = Due(9, 30) });
        world.GoTo(At(10, 31, 9));

        Assert.Equal(
            [At(9, 24, 9), At(9, 29, 9), At(9, 30, 9), At(10, 8, 9), At(10, 10, 9), At(10, 13, 9)], // 25–27 September: Mid-Autumn; 10 October is worked
            world.Of<AssignmentReminderNotice>().Select(r => r.At));
    }

    [Fact]
    public void Due_on_a_day_off_the_last_working_morning_before_is_the_last_reminder()
    {
        var world = Accepted(Due(12, 12)); // a Saturday
        world.GoTo(At(12, 14, 12));

        Assert.Equal(
            [(At(12, 9, 9), RoundKind.Ahead, 3), (At(12, 11, 9), RoundKind.Ahead, 1), (At(12, 14, 9), RoundKind.Overdue, 1)],
            world.Of<AssignmentReminderNotice>().Select(r => (r.At, r.Notice.Kind, r.Notice.WorkingDays)));
    }

    [Theory]
    [InlineData(12, 8, 21, 0, 12, 9)] // at night
    [InlineData(12, 12, 11, 0, 12, 14)] // on a Saturday
    public void Quiet_hours_now_wait_for_the_next_working_morning(int month, int day, int hour, int minute, int toMonth, int toDay)
    {
        var world = Accepted();
        world.Now = At(month, day, hour, minute);
        var decision = world.Do("desk", new RemindAssignee(TheTask));

        Assert.Empty(world.Sent);
        Assert.Empty(decision.Facts);
        Assert.Equal(At(toMonth, toDay, 9), world.Alarm!.Due);
    }

    [Fact]
    public void Missed_rounds_fold_into_the_highest()
    {
        var world = Accepted();
        world.Ring(At(12, 18, 14)); // down since before the first

        Assert.Equal((RoundKind.Overdue, 5), world.Of<AssignmentReminderNotice>().Select(r => (r.Notice.Kind, r.Notice.WorkingDays)).Single());
        Assert.Equal( // and nobody is passed over whose own round was missed
            ["gao.feng", "luo.yi", "ma.jun", "wang.fang", "wu.gang", "zhao.min"], world.ToWhom<AssignmentEscalatedNotice>());
        Assert.Null(world.Alarm);
    }

    [Fact]
    public void A_round_that_comes_late_counts_the_days_of_the_day_it_comes()
    {
        var world = Accepted();
        world.Ring(At(12, 9, 11));

        Assert.Equal(2, world.Of<AssignmentReminderNotice>().Single().Notice.WorkingDays);
        Assert.Equal(At(12, 10, 9), world.Alarm!.Due);
    }

    [Fact]
    public void An_alarm_that_comes_twice_reminds_once()
    {
        var world = Accepted();
        world.GoTo(At(12, 8, 9));
        var decision = world.Do("desk", new RemindAssignee(TheTask));

        Assert.Empty(decision.Notices);
        Assert.Equal(At(12, 10, 9), world.Alarm!.Due);
        Assert.Single(world.Sent);
    }

    [Fact]
    public void A_task_that_is_done_reminds_nobody()
    {
        var world = Accepted();
        world.Do("chen.jie", new ReportDone(TheTask, null));
        Assert.Null(world.Alarm);
        world.Sent.Clear();
        world.Now = At(12, 14, 10);

        Assert.Same(Decision.Nothing, world.Do("desk", new RemindAssignee(TheTask))); // an alarm on its way when it was reported
        Assert.Same(Decision.Nothing, new TaskWorld().Do("desk", new RemindAssignee(TheTask)));
    }

    [Fact]
    public void Rounds_before_it_was_given_do_not_fire()
    {
        var world = new TaskWorld { Now = At(12, 14, 10) };
        world.Do("wang.fang", Assign with { Due = Due(12, 17) });

        Assert.Equal(At(12, 16, 9), world.Alarm!.Due); // and not the next morning for the one that has just gone by
    }

    [Fact]
    public void Reporting_done_calls_back_what_was_escalated()
    {
        var world = Accepted();
        world.GoTo(At(12, 16, 10));
        world.Sent.Clear();
        var decision = world.Do("chen.jie", new ReportDone(TheTask, "已全部调取"));

        Assert.Equal(["gao.feng", "luo.yi", "ma.jun", "wu.gang"], world.ToWhom<EscalationRecalledNotice>());
        Assert.Equal(["wang.fang"], world.ToWhom<AssignmentReportedDoneNotice>()); // which says as much
        Assert.Equal(5, decision.Facts.OfType<EscalationRecalled>().Single().Officers.Count);
        Assert.Equal((0, 0), (world.It!.Escalation, world.It.Told.Count));
    }

    [Fact]
    public void A_desk_office_that_is_the_superior_is_told_as_both()
    {
        var world = new TaskWorld();
        world.Do("wang.fang", Assign with { Lead = "lj-exit", Assisting = [] });
        world.GoTo(At(12, 31, 9));

        Assert.Equal(
            [(At(12, 16, 9), 2), (At(12, 18, 9), 3)],
            world.Of<AssignmentEscalatedNotice>().Where(e => e.To == "zhao.min").Select(e => (e.At, e.Notice.Level)));
    }

    [Fact]
    public void An_extension_calls_it_back_too()
    {
        var world = Accepted();
        world.GoTo(At(12, 16, 10));
        world.Do("chen.jie", new RequestExtension(TheTask, Due(12, 31), null));
        world.Do("wang.fang", new AnswerExtension(TheTask, true, null, null));

        Assert.Equal(["gao.feng", "luo.yi", "ma.jun", "wang.fang", "wu.gang"], world.ToWhom<EscalationRecalledNotice>());
        Assert.Equal(0, world.It!.Escalation);
    }

    [Fact]
    public void Returned_it_goes_on_where_it_stopped_but_not_at_once()
    {
        var world = Accepted();
        world.GoTo(At(12, 14, 10));
        world.Do("chen.jie", new ReportDone(TheTask, null));
        world.GoTo(At(12, 16, 15)); // the round of the third day passes while it lies with the assigner
        world.Do("wang.fang", new ReturnAssignment(TheTask, "缺一家"));

        Assert.Equal(At(12, 17, 9), world.Alarm!.Due);
        world.GoTo(At(12, 17, 9));
        Assert.Equal((2, At(12, 18, 9)), (world.It!.Escalation, world.Alarm!.Due));
    }

    [Fact]
    public void The_superior_may_read_what_was_escalated_to_it()
    {
        var world = Accepted();
        var superior = Viewer.Of(Roster.Officer("gao.feng")!);
        Assert.Null(world.It!.For(superior, Roster));

        world.GoTo(At(12, 16, 10));
        Assert.NotNull(world.It.For(superior, Roster));
        world.Do("chen.jie", new ReportDone(TheTask, null));
        Assert.NotNull(world.It.For(superior, Roster)); // the call-back still names it
        Assert.Contains(new IndexEntry("department", "jh-cid"), Assignment.Documents.IndexesOf(world.It));
    }

    [Theory]
    [InlineData(0, 3, 5)]
    [InlineData(3, 3, 5)]
    [InlineData(1, 5, 5)]
    [InlineData(1, 3, 61)]
    public void A_ladder_must_rise(int head, int superior, int desk)
    {
        var options = new LadderOptions { HeadAfter = head, SuperiorAfter = superior, DeskOfficeAfter = desk };

        Assert.NotNull(options.Problem);
        Assert.Throws<ArgumentException>(() => new DeskRoutes().AddAssignments(options));
        Assert.NotNull(new LadderOptions { DaysBefore = [3, 0] }.Problem);
        Assert.Null(new LadderOptions().Problem);
    }

    /// <summary>Whatever the due day and however late the alarms ring: never in quiet hours, never back, each round once, and it ends.</summary>
    [Fact]
    public void Each_round_fires_once_and_only_at_work() =>
        Gen.Select(Gen.Int[1, 80], Gen.Int[0, 23], Gen.Int[0, 24 * 60 * 9].Array[0, 8]).Sample((days, hour, minutes) =>
        {
            var world = new TaskWorld { Now = At(8, 31, 10) };
            world.Do("wang.fang", Assign with { Due = new(Day(8, 31).PlusDays(days), new LocalTime(hour, 0), "Asia/Shanghai") });
            world.Sent.Clear();
            world.GoTo(At(12, 31) + Duration.FromDays(200), minutes.Select(m => Duration.FromMinutes(m)));

            Assert.Null(world.Alarm);
            Assert.Equal((3, 5), (world.It!.Escalation, world.It.Round));
            Assert.All(world.Sent, s => Assert.True(Working.IsWorkingTime(s.At)));
            var reminders = world.Of<AssignmentReminderNotice>().ToList();
            Assert.InRange(reminders.Count, 1, 6);
            Assert.Equal(reminders.Count, reminders.Select(r => r.At).Distinct().Count());
            Assert.Equal(3, world.Of<AssignmentEscalatedNotice>().Max(e => e.Notice.Level));
            Assert.Equal( // each of those above once, though the desk office's own round is told in any case
                ["gao.feng", "luo.yi", "ma.jun", "wang.fang", "wu.gang", "zhao.min"], world.ToWhom<AssignmentEscalatedNotice>());
        }, iter: 300);
}
