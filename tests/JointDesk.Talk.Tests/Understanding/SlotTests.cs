using JointDesk.Talk.Understanding;

namespace JointDesk.Talk.Tests.Understanding;

/// <summary>Places, short names of cases, who leads, and names at the end of a list that nobody knows.</summary>
public sealed class SlotTests
{
    [Theory]
    [InlineData("召集网安开会，明天下午三点，地点301", "301")]
    [InlineData("请经侦周四下午三点开会，省厅301", "省厅301")]
    [InlineData("周四下午三点在网安支队会议室开会，请法制参加", "网安支队会议室")]
    [InlineData("明天三点视频会议，请网安、法制参加", "视频会议")]
    [InlineData("周五上午十点在我们支队开会，叫上经侦", "我们支队")]
    [InlineData("会议改成腾讯会议", "腾讯会议")]
    [InlineData("meeting with Cyber on Friday at 3 at the provincial office room 301", "the provincial office room 301")]
    [InlineData("meeting with Cyber on Friday at 3, online", "online")]
    [InlineData("convene Legal and Cyber tomorrow at 10 on Teams", "on Teams")]
    [InlineData("meet Cyber in forty minutes on the third floor", "third floor")]
    [InlineData("meet Cyber in an hour room 5", "room 5")]
    public void A_place_is_read_as_it_is_written(string text, string place) => Assert.Equal(place, DemoNames.Read(text).Place);

    /// <summary>What was swallowed by a place, a department that nobody knows, or who may know.</summary>
    [Theory]
    [InlineData("下周一都给我上指挥室集合", "2026-11-30")]
    [InlineData("12月3日301会议室碰头", "2026-12-03")]
    [InlineData("周五三楼会议室碰头", "2026-11-27")]
    [InlineData("急：半小时后指挥大厅集合", "2026-11-23")]
    [InlineData("明天城关派出所碰头", "2026-11-24")]
    [InlineData("周三上午城关派出所和经侦碰头", "2026-11-25")]
    [InlineData("can we meet on Friday at 2.30pm about the scam call centre", "2026-11-27")]
    [InlineData("extend the time limit to 21 December", "2026-12-21")]
    [InlineData("remind me at 11:30 to call the airport", "2026-11-23")]
    public void A_time_is_no_part_of_its_neighbour(string text, string day)
    {
        var time = Corpus.Understander.Read(text, Corpus.Alone).Time;

        Assert.Equal(day, NodaTime.Text.LocalDatePattern.Iso.Format((time.Start?.Date ?? time.Date ?? time.Due?.Date)!.Value));
    }

    [Theory]
    [InlineData("把周四的视频会议改到三点")]
    [InlineData("报销618元，在周三开会")]
    [InlineData("会议在哪儿开")]
    public void What_only_looks_like_a_place_is_none(string text) => Assert.Null(DemoNames.Read(text).Place);

    [Fact]
    public void A_room_of_a_department_invites_nobody() =>
        Assert.Equal(["法制"], DemoNames.Read("周四下午三点在网安支队会议室开会，请法制参加").Departments.Select(d => d.Text));

    [Theory]
    [InlineData("明天上午九点开6·18的会，叫上网安")]
    [InlineData("召集网安、经侦开618的会，周四下午三点")]
    [InlineData("六一八案什么进展")]
    [InlineData("meeting about 618 with Cyber tomorrow at 3")]
    public void Figures_that_are_said_to_be_a_case_are_the_case(string text) => Assert.Equal(["JH-2026-0618"], DemoNames.Read(text).Case?.Numbers ?? []);

    [Theory]
    [InlineData("报销618元")]
    [InlineData("召集网安开会，地点618")]
    [InlineData("6.18下午三点开会")]
    public void Other_figures_are_none(string text) => Assert.Null(DemoNames.Read(text).Case);

    [Theory]
    [InlineData("周四上午召集网安、经侦和反邪教支队开会", "反邪教支队")]
    [InlineData("召集网安、缉查队开会，明天上午十点", "缉查队")]
    [InlineData("let's meet Friday at 3 with Cyber and Foobar", "Foobar")]
    public void The_last_of_a_list_is_asked_about_not_dropped(string text, string name) =>
        Assert.Empty(Assert.Single(DemoNames.Read(text).Departments, d => d.Text == name).Ids);

    [Theory]
    [InlineData("周四召集网安和两个大队开会")]
    [InlineData("召集网安和兄弟单位开会")]
    public void What_only_counts_is_no_name(string text) => Assert.Equal(["网安"], DemoNames.Read(text).Departments.Select(d => d.Text));

    [Fact]
    public void Long_words_may_be_cut() =>
        Assert.Equal([["lj-cyber"], ["lj-econ"]], DemoNames.Read("let's meet tomorrow at 3 with cyber and econ crime").Departments.Select(d => d.Ids));

    [Theory]
    [InlineData("周三下午三点召集网安、法制开会，由经侦支队牵头", "经侦支队")]
    [InlineData("周三下午三点开6·18案的会，经侦支队牵头，网安参加", "经侦支队")]
    [InlineData("convene Cyber and Legal Friday 3pm, led by Economic Crime", "Economic Crime")]
    [InlineData("meeting of Cyber and Legal Friday 3pm, Economic Crime leads", "Economic Crime")]
    public void Who_is_to_lead_is_told_apart(string text, string lead) =>
        Assert.Equal(lead, Assert.Single(DemoNames.Read(text).Departments, d => d.Part == DepartmentPart.Lead).Text);
}
