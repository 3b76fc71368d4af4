using JointDesk.Cases;
using JointDesk.People;

namespace JointDesk.Tests.Knowing;

public sealed class NeedToKnowTests
{
    private static readonly string[] Participants = ["cid", "exit", "econ"];

    private static Viewer Officer(string id, string department) => Viewer.Of(new Officer(id, id, id, department, [], "zh-CN", null));

    [Theory]
    [InlineData(Tlp.Red, "named", "econ", true)]
    [InlineData(Tlp.Red, "other", "econ", false)]
    [InlineData(Tlp.Red, "author", "exit", true)]
    [InlineData(Tlp.AmberStrict, "anyone", "cid", true)]
    [InlineData(Tlp.AmberStrict, "anyone", "econ", false)]
    [InlineData(Tlp.AmberStrict, "anyone", "exit", true)]
    [InlineData(Tlp.Amber, "anyone", "econ", true)]
    [InlineData(Tlp.Amber, "anyone", "stranger", false)]
    [InlineData(Tlp.Green, "anyone", "stranger", true)]
    [InlineData(Tlp.Clear, "anyone", "stranger", true)]
    public void An_officer_may_know(Tlp label, string officer, string department, bool may)
    {
        var handling = new Handling(label, label == Tlp.AmberStrict ? ["cid"] : [], label == Tlp.Red ? ["named"] : []);

        Assert.Equal(may, NeedToKnow.Allows(handling, "exit", Participants, Officer(officer, department)));
    }

    [Theory]
    [InlineData(Tlp.Red, "exit", false)]
    [InlineData(Tlp.AmberStrict, "cid", true)]
    [InlineData(Tlp.AmberStrict, "cid,econ", false)]
    [InlineData(Tlp.AmberStrict, "cid,exit", false)]
    [InlineData(Tlp.Amber, "cid,econ", true)]
    [InlineData(Tlp.Amber, "cid,stranger", false)]
    [InlineData(Tlp.Green, "cid,stranger", true)]
    [InlineData(Tlp.Green, "", false)]
    public void A_channel_may_know_only_what_each_of_its_departments_may_and_those_who_join_it_later(Tlp label, string departments, bool may)
    {
        var handling = new Handling(label, label == Tlp.AmberStrict ? ["cid"] : [], label == Tlp.Red ? ["named"] : []);
        var channel = Viewer.Channel(departments.Split(',', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(may, NeedToKnow.Allows(handling, "exit", Participants, channel));
    }
}
