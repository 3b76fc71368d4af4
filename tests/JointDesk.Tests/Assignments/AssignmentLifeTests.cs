using JointDesk.Assignments;
using JointDesk.Meetings;
using static JointDesk.Tests.Assignments.TaskWorld;
using static JointDesk.Tests.Scheduling.Beijing;

namespace JointDesk.Tests.Assignments;

public class AssignmentLifeTests
{
    private const string Owner = "chen.jie", Helper = "li.qiang", Assigner = "wang.fang", DeskOffice = "zhao.min";

    private static readonly Dictionary<string, Command> Commands = new()
    {
        ["accept"] = new AcceptAssignment(TheTask),
        ["progress"] = new ReportProgress(TheTask, "两家已调取"),
        ["done"] = new ReportDone(TheTask, "已全部调取"),
        ["sign off"] = new SignOffAssignment(TheTask, null),
        ["return"] = new ReturnAssignment(TheTask, "缺一家"),
        ["extend"] = new RequestExtension(TheTask, Due(12, 16), "第三家要求补材料"),
        ["grant"] = new AnswerExtension(TheTask, true, null, null),
        ["refuse"] = new AnswerExtension(TheTask, false, null, null),
    };

    [Fact]
    public void The_whole_way()
    {
        var world = new TaskWorld();
        world.Do(Assigner, Assign);
        world.Do(Owner, new AcceptAssignment(TheTask));
        world.Do(Helper, new ReportProgress(TheTask, "协查函已发"));
        world.Do(Owner, new ReportDone(TheTask, "已全部调取"));
        world.Do(Assigner, new ReturnAssignment(TheTask, "缺一家"));
        world.Do(Owner, new ReportDone(TheTask, null));
        world.Do(Assigner, new SignOffAssignment(TheTask, null));

        Assert.Equal(AssignmentState.SignedOff, world.It!.State);
        Assert.Null(world.Alarm);
        Assert.Equal(
            [
                (Assigner, HistoryAction.Assigned, null), (Owner, HistoryAction.Accepted, null), (Helper, HistoryAction.Progress, "协查函已发"),
                (Owner, HistoryAction.ReportedDone, "已全部调取"), (Assigner, HistoryAction.Returned, "缺一家"),
                (Owner, HistoryAction.ReportedDone, null), (Assigner, HistoryAction.SignedOff, null),
            ],
            world.It.History.Select(h => (h.By, h.Action, h.Note)));
        Assert.Equal([Assigner], world.ToWhom<AssignmentAcceptedNotice>());
        Assert.Equal([Assigner], world.ToWhom<AssignmentProgressNotice>());
        Assert.Equal([Assigner, Assigner], world.ToWhom<AssignmentReportedDoneNotice>());
        Assert.Equal([Owner], world.ToWhom<AssignmentReturnedNotice>());
        Assert.Equal([Owner, Helper], world.ToWhom<AssignmentSignedOffNotice>());
    }

    /// <summary>Every state and every command, each by one who may: what is not in the table is refused with the state.</summary>
    [Theory]
    [InlineData(AssignmentState.Assigned, "accept extend")]
    [InlineData(AssignmentState.Accepted, "progress done extend")]
    [InlineData(AssignmentState.ReportedDone, "sign off return")]
    [InlineData(AssignmentState.SignedOff, "")]
    public void Each_state_allows_what_it_allows(AssignmentState state, string allowed)
    {
        foreach (var (name, command) in Commands.Where(c => c.Key is not ("grant" or "refuse")))
        {
            var world = In(state);
            var before = world.It;
            var outcome = world.Try(name is "sign off" or "return" ? Assigner : Owner, command);

            if (allowed.Contains(name, StringComparison.Ordinal))
                Assert.IsType<Decision>(outcome);
            else
            {
                Assert.Equal(state == AssignmentState.SignedOff
                    ? new AlreadySignedOff(TheTask, "2026-001-1")
                    : new WrongState(TheTask, "2026-001-1", state), outcome);
                Assert.Same(before, world.It);
            }
        }
    }

    [Theory]
    [InlineData("accept", "chen.jie luo.yi")] // the owner's liaison and head
    [InlineData("progress", "chen.jie luo.yi li.qiang")] // and those who assist
    [InlineData("done", "chen.jie luo.yi")]
    [InlineData("extend", "chen.jie luo.yi")]
    [InlineData("sign off", "wang.fang wu.gang zhao.min")] // the lead department and the desk office
    [InlineData("return", "wang.fang wu.gang zhao.min")]
    [InlineData("grant", "wang.fang wu.gang zhao.min")]
    [InlineData("refuse", "wang.fang wu.gang zhao.min")]
    public void Each_step_is_taken_by_those_who_may(string name, string allowed)
    {
        foreach (var officer in Roster.Officers)
        {
            var world = Before(name);
            var outcome = world.Try(officer.Id, Commands[name]);

            if (allowed.Split(' ').Contains(officer.Id))
                Assert.IsType<Decision>(outcome);
            else
            {
                var refusal = Assert.IsType<Refusal>(outcome, exactMatch: false);
                Assert.True(refusal.IsAccess, refusal.ToString());
                Assert.True(refusal is UnknownAssignment == officer.Department is "lj-legal" or "jh-cid", refusal.ToString());
                Assert.True(refusal is not MayNotSpeakFor || officer.Roles is [], refusal.ToString());
            }
        }
    }

    [Fact]
    public void A_task_that_is_not_there_looks_like_one_that_is_not_for_you()
    {
        var hidden = Assert.IsType<UnknownAssignment>(Accepted().Try("sun.li", new ReportDone(TheTask, null)));
        var none = Assert.IsType<UnknownAssignment>(new TaskWorld().Try("sun.li", new ReportDone(TheTask, null)));

        Assert.Equal(none.Assignment, hidden.Assignment);
        Assert.True(hidden.IsAccess); // but the audit knows
        Assert.False(none.IsAccess);
    }

    [Fact]
    public void Pressing_twice_does_nothing_twice()
    {
        var world = Accepted();

        Assert.Equal(new WrongState(TheTask, "2026-001-1", AssignmentState.Accepted), world.Try(Owner, new AcceptAssignment(TheTask)));
        Assert.Empty(world.Sent);
    }

    [Fact]
    public void Progress_says_something() => Assert.Equal(new EmptyText(), Accepted().Try(Owner, new ReportProgress(TheTask, " ")));

    [Fact]
    public void Who_is_not_in_the_directory_does_nothing() =>
        Assert.Equal(new UnknownOfficer("nobody"), Accepted().Try("nobody", new ReportDone(TheTask, null)));

    private static TaskWorld In(AssignmentState state)
    {
        var world = new TaskWorld();
        world.Do(Assigner, Assign);
        if (state >= AssignmentState.Accepted)
            world.Do(Owner, Commands["accept"]);
        if (state >= AssignmentState.ReportedDone)
            world.Do(Owner, Commands["done"]);
        if (state >= AssignmentState.SignedOff)
            world.Do(DeskOffice, Commands["sign off"]);
        return world;
    }

    private static TaskWorld Before(string command)
    {
        var world = In(command switch
        {
            "accept" => AssignmentState.Assigned,
            "sign off" or "return" => AssignmentState.ReportedDone,
            _ => AssignmentState.Accepted,
        });
        if (command is "grant" or "refuse")
            world.Do(Owner, Commands["extend"]);
        world.Now = At(12, 4, 10);
        return world;
    }
}
