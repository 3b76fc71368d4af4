using JointDesk.People;
using JointDesk.Tests.Meetings;

namespace JointDesk.Tests.People;

public sealed class ReportUnreachableTests
{
    private static readonly Roster Everyone = new(DemoDesk.Departments, DemoDesk.Officers);
    private static readonly Moment Moment = new(DemoDesk.Now, () => "id");

    [Fact]
    public void The_desk_offices_liaisons_are_told_and_the_chain_knows()
    {
        var decision = Assert.IsType<Decision>(ReportUnreachable.Decide(Everyone, new("li", "BotNotInConversationRoster"), Caller.Desk, Moment));
        Assert.Equal(new OfficerUnreachable("li", "exit", "BotNotInConversationRoster"), Assert.Single(decision.Facts));
        Assert.Equal(new UnreachableNotice("li") { To = Recipient.Officer("zhao") }, Assert.Single(decision.Notices));
        Assert.Equal(["exit"], decision.Facts[0].Departments);
    }

    [Fact]
    public void Nobody_but_the_desk_reports_it_and_only_of_its_officers()
    {
        Assert.IsType<UnknownOfficer>(ReportUnreachable.Decide(Everyone, new("li", "x"), new Caller("wang"), Moment));
        Assert.IsType<UnknownOfficer>(ReportUnreachable.Decide(Everyone, new("nobody", "x"), Caller.Desk, Moment));
    }
}
