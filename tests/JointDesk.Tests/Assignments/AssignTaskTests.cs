using JointDesk.Assignments;
using JointDesk.Cases;
using JointDesk.Meetings;
using NodaTime;
using static JointDesk.Tests.Assignments.TaskWorld;
using static JointDesk.Tests.Scheduling.Beijing;

namespace JointDesk.Tests.Assignments;

public class AssignTaskTests
{
    private readonly TaskWorld world = new();

    [Fact]
    public void Is_numbered_after_its_meeting_and_given_to_owner_and_helpers()
    {
        var decision = world.Do("wang.fang", Assign);

        var it = world.It!;
        Assert.Equal(("2026-001-1", "lj-cid", "wang.fang", "lj-econ"), (it.Number, it.Assigner, it.AssignedBy, it.Lead));
        Assert.Equal((AssignmentState.Assigned, 0, "JH-2026-0618"), (it.State, it.Escalation, it.CaseNumber));
        Assert.Equal(1, world.OfMeeting.Assignments);
        Assert.Equal(["chen.jie", "li.qiang", "lj-econ", "lj-exit"], world.ToWhom<AssignmentGivenNotice>());
        Assert.Equal(["li.qiang", "lj-exit"], world.Of<AssignmentGivenNotice>().Where(n => n.Notice.Assists).Select(n => n.To));
        Assert.Equal(["lj-cid", "lj-econ", "lj-exit"], Assert.IsType<TaskAssigned>(decision.Facts.Single()).Departments);
        Assert.Equal(At(12, 8, 9), world.Alarm!.Due);
    }

    [Fact]
    public void The_next_one_of_the_meeting_has_the_next_number()
    {
        world.Do("wang.fang", Assign);
        world.Do("zhao.min", Assign);

        Assert.Equal("2026-001-2", world.It!.Number);
        Assert.Equal(("lj-cid", "zhao.min"), (world.It.Assigner, world.It.AssignedBy)); // the desk office gives it in the lead's name
    }

    [Fact]
    public void Whoever_owns_it_does_not_assist_as_well()
    {
        world.Do("wang.fang", Assign with { Assisting = ["lj-exit", "lj-econ", "lj-exit"] });

        Assert.Equal(["lj-exit"], world.It!.Assisting);
    }

    public static TheoryData<string, AssignTask, Refusal> Refused => new()
    {
        { "nobody", Assign, new UnknownOfficer("nobody") },
        { "sun.li", Assign, new UnknownMeeting(TheMeeting) }, // has no seat
        { "chen.jie", Assign, new MayNotConvene("lj-cid") },
        { "xu.lei", Assign, new MayNotConvene("lj-cid") }, // of the lead, but no liaison
        { "wang.fang", Assign with { Title = "  " }, new EmptyText() },
        { "wang.fang", Assign with { Lead = "lj-none" }, new UnknownDepartment("lj-none") },
        { "wang.fang", Assign with { Assisting = ["lj-legal"] }, new DepartmentNotInvolved("lj-legal") },
        { "wang.fang", Assign with { Due = Due(12, 2) }, new DueInThePast(Due(12, 2)) },
        { "wang.fang", Assign with { Due = Due(12, 3, new LocalTime(11, 0)) }, new DueInThePast(Due(12, 3, new LocalTime(11, 0))) },
        { "wang.fang", Assign with { Due = new(new LocalDate(2062, 12, 11), null, "Asia/Shanghai") },
            new DueTooFar(new(new LocalDate(2062, 12, 11), null, "Asia/Shanghai"), 5) },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Refuses_with_a_record(string officer, AssignTask command, Refusal refusal)
    {
        Assert.Equal(refusal, world.Try(officer, command));
        Assert.Null(world.It);
    }

    [Fact]
    public void A_cancelled_meeting_gives_no_tasks()
    {
        world.OfMeeting = world.OfMeeting with { State = MeetingState.Cancelled };

        Assert.Equal(new MeetingNotOpen(TheMeeting, "2026-001", MeetingState.Cancelled), world.Try("wang.fang", Assign));
    }

    [Theory]
    [InlineData("xu.lei", true)] // any officer of a department that takes part
    [InlineData("li.qiang", true)]
    [InlineData("grace.tan", true)] // the desk office, which may sign off
    [InlineData("sun.li", false)]
    [InlineData("gao.feng", false)] // the owner's superior, while nothing was escalated
    public void Is_shown_to_those_who_take_part(string officer, bool shown)
    {
        world.Do("wang.fang", Assign);

        Assert.Equal(shown, world.It!.For(Viewer.Of(Roster.Officer(officer)!), Roster) is not null);
    }

    [Fact]
    public void A_channel_with_others_in_it_does_not_show_it()
    {
        world.Do("wang.fang", Assign);

        Assert.NotNull(world.It!.For(Viewer.Channel(["lj-econ", "lj-cid"]), Roster));
        Assert.Null(world.It.For(Viewer.Channel(["lj-econ", "lj-legal"]), Roster));
    }
}
