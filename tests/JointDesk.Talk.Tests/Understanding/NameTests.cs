using JointDesk.Cases;
using JointDesk.People;
using JointDesk.Talk.Understanding;
using NodaTime;

namespace JointDesk.Talk.Tests.Understanding;

/// <summary>Departments, officers and cases by any name that officers use, and what happens to a name that nobody has.</summary>
public sealed class NameTests
{
    private static readonly Lexicon Province = new(
        new Roster(
        [
            Unit("prov-cid", "江海省公安厅刑侦总队", "刑侦总队", "Criminal Investigation Corps", Tier.Province, null),
            Unit("a-cid", "临江市公安局刑侦支队", "刑侦支队", "Linjiang City Criminal Investigation Division", Tier.City, "prov-cid", "猎豹", "Hunters"),
            Unit("a-exit", "临江市公安局出入境管理支队", "出入境管理支队", "Linjiang City Exit-Entry Administration Division", Tier.City, "prov-cid"),
            Unit("b-cid", "海州市公安局刑侦支队", "刑侦支队", "Haizhou City Criminal Investigation Division", Tier.City, "prov-cid"),
            Unit("b-exit", "海州市公安局出入境管理支队", "出入境管理支队", "Haizhou City Exit-Entry Administration Division", Tier.City, "prov-cid"),
            Unit("qs", "青石县公安局治安大队", "治安大队", "Qingshi County Public Order Brigade", Tier.County, "a-cid"),
        ],
        [
            new Officer("wang.fang", "王芳", "Wang Fang", "a-cid", [Role.Liaison], "zh-CN", null),
            new Officer("wang.fang2", "王芳", "Wang Fang", "b-exit", [], "zh-CN", null),
            new Officer("li.qiang", "李强", "Li Qiang", "a-exit", [], "zh-CN", null),
        ]),
        [
            new Case("A-1", "“6·18”诈骗案", "June 18 fraud", "a-cid", [], [], Tlp.Amber),
            new Case("B-1", "“6·18”偷渡案", "June 18 smuggling", "b-cid", ["b-exit"], [], Tlp.Amber),
        ]);

    private static Department Unit(string id, string name, string shortName, string nameEn, Tier tier, string? superior, params string[] aliases) =>
        new(id, name, shortName, nameEn, nameEn, tier, superior, false, "Asia/Shanghai", new LocalTime(8, 30), new LocalTime(17, 30), null, aliases);

    private static Reading Read(string text, string? own) => Corpus.Understander.Read(text, new Surroundings(Corpus.Monday, Province, own));

    [Theory]
    [InlineData("明天下午三点跟猎豹开会", "a-exit", "a-cid")]
    [InlineData("meet with Hunters tomorrow at 3pm", "a-exit", "a-cid")]
    [InlineData("召集xzzd明天下午三点开会", "a-exit", "a-cid")]
    [InlineData("请CRJ和刑侦明天开会", "b-cid", "b-exit b-cid")]
    [InlineData("召集海州刑侦明天开会", "a-exit", "b-cid")]
    [InlineData("召集crjzd、hzxz明天开会", "a-cid", "a-exit b-cid")]
    public void By_alias_pinyin_initials_and_place(string text, string own, string ids) =>
        Assert.Equal(ids, string.Join(' ', Read(text, own).Departments.Select(d => string.Join('|', d.Ids))));

    [Theory]
    [InlineData("a-exit", "a-cid")]
    [InlineData("b-exit", "b-cid")]
    [InlineData("qs", "a-cid")]
    [InlineData("prov-cid", "prov-cid")]
    [InlineData(null, "prov-cid|a-cid|b-cid")]
    public void Of_equals_the_nearest_up_the_tiers_is_meant_and_else_the_bot_asks(string? own, string ids) =>
        Assert.Equal(ids, string.Join('|', Read("召集刑侦明天开会", own).Departments[0].Ids));

    [Theory]
    [InlineData("a-exit", "跟省厅刑侦明天开会", "省厅刑侦", "prov-cid")]
    [InlineData("prov-cid", "跟市局刑侦明天开会", "市局刑侦", "a-cid|b-cid")]
    [InlineData("qs", "跟市局刑侦明天开会", "市局刑侦", "a-cid")]
    [InlineData("qs", "跟市局刑侦支队明天开会", "市局刑侦支队", "a-cid")]
    public void The_seat_before_a_name_says_which_tier_is_meant(string own, string text, string written, string ids)
    {
        var mention = Assert.Single(Read(text, own).Departments);

        Assert.Equal((written, ids), (mention.Text, string.Join('|', mention.Ids)));
    }

    [Theory]
    [InlineData("请网安明早九点来支队会商", "网安")]
    [InlineData("经侦查，资金流入境外", "")]
    [InlineData("经侦查账户去向", "经侦")]
    [InlineData("核查两名嫌疑人行踪", "")]
    [InlineData("到市局开会，请省厅参加", "省厅")]
    [InlineData("new lead: the suspect uses a second passport", "")]
    [InlineData("he crossed the border by bus", "")]
    [InlineData("ask customs and legal to check the cargo", "customs legal")]
    [InlineData("narcotics leads on the lab search, forensics supports, by the 10th", "narcotics forensics")]
    public void What_only_looks_like_a_department_is_none(string text, string departments) =>
        Assert.Equal(departments, string.Join(' ', Corpus.Understander.Read(text, Corpus.Alone).Departments.Select(d => d.Text)));

    [Theory]
    [InlineData("会议地点在哪", null)]
    [InlineData("预约一下周四下午三点的会议室，开案情分析会", null)]
    [InlineData("请办公室安排下周一的调度会", null)]
    [InlineData("在会议室开会", "会议室")]
    [InlineData("周三下午2点至4点，三楼，部署会", "三楼")]
    [InlineData("在江边派出所开会，明天上午九点，叫上水警支队", "江边派出所")]
    [InlineData("the meeting is at headquarters on Friday at 3", "headquarters")]
    public void A_place_is_what_is_named(string text, string? place) => Assert.Equal(place, Corpus.Understander.Read(text, Corpus.Alone).Place);

    [Theory]
    [InlineData("下午3pm开会", "")]
    [InlineData("ok，明天开会", "")]
    [InlineData("hq明天三点开会", "")]
    public void Other_short_words_are_no_initials(string text, string ids) =>
        Assert.Equal(ids, string.Join(' ', Read(text, "a-exit").Departments.Select(d => string.Join('|', d.Ids))));

    [Theory]
    [InlineData("约李强明天下午三点碰头", "李强", "li.qiang", "a-exit")]
    [InlineData("meet with Li Qiang tomorrow at 3", "Li Qiang", "li.qiang", "a-exit")]
    [InlineData("约王芳明天下午三点碰头", "王芳", "wang.fang wang.fang2", "a-cid b-exit")]
    public void An_officer_stands_for_the_own_department(string text, string name, string officers, string departments)
    {
        var mention = Assert.Single(Read(text, "qs").Departments);

        Assert.Equal((name, officers, departments), (mention.Text, string.Join(' ', mention.Officers), string.Join(' ', mention.Ids)));
    }

    [Fact]
    public void An_officer_whom_a_department_is_to_deal_with_takes_no_part()
    {
        var reading = Read("让刑侦周五前找李强核实记录", "a-exit");

        Assert.Equal("刑侦", Assert.Single(reading.Departments).Text);
        Assert.Equal("找李强核实记录", reading.Body);
    }

    [Theory]
    [InlineData("a-exit", "A-1|B-1")]
    [InlineData("a-cid", "A-1")]
    [InlineData("b-exit", "B-1")]
    public void Of_cases_that_are_called_alike_the_own_one_is_meant(string own, string numbers) =>
        Assert.Equal(numbers, string.Join('|', Read("6·18案什么进展", own).Case!.Numbers));

    [Theory]
    [InlineData("convene a meeting with Imigration and Cyber tomorrow at 3pm", "Imigration", "lj-exit")]
    [InlineData("with Imigration and Cyber", "Imigration", "lj-exit")]
    [InlineData("invite Econmic Crime and Cyber for Thursday", "Econmic Crime", "lj-econ")]
    [InlineData("invite Economic Crme and Cyber for Thursday", "Economic Crme", "lj-econ")]
    [InlineData("请出入镜管理支队、网安明天下午三点开会", "出入镜管理支队", "lj-exit")]
    [InlineData("召集出入镜、网安明天开会", "出入镜", "lj-exit")]
    [InlineData("召集京侦、网安明天开会", "京侦", "lj-econ")]
    public void A_misspelt_department_is_named_and_the_nearest_offered(string text, string written, string nearest)
    {
        var reading = DemoNames.Read(text);

        Assert.Equal(2, reading.Departments.Count);
        Assert.Equal((written, 0), (reading.Departments[0].Text, reading.Departments[0].Ids.Count));
        Assert.Equal(nearest, reading.Departments[0].Nearest[0]);
        Assert.Equal(["lj-cyber"], reading.Departments[1].Ids);
    }

    [Theory]
    [InlineData("请法制、河豚队、网安明天开会", "河豚队")]
    [InlineData("set up a call with Legal, Foobar and Cyber tomorrow at 4", "Foobar")]
    public void What_stands_in_a_list_of_departments_is_not_dropped(string text, string written)
    {
        var reading = DemoNames.Read(text);

        Assert.Equal((3, written, 0), (reading.Departments.Count, reading.Departments[1].Text, reading.Departments[1].Ids.Count));
    }

    [Theory]
    [InlineData("the count said the coast is clear")]
    [InlineData("remind me to send the finance report tomorrow")]
    [InlineData("请交接班人员明天到岗")]
    [InlineData("请法治教育基地联系学校")]
    public void Words_that_are_near_to_a_department_are_none(string text) => Assert.Empty(DemoNames.Read(text).Departments);

    [Theory]
    [InlineData("6·19案什么进展", "JH-2026-0618")]
    [InlineData("JH-2026-0816案明天开会", "JH-2026-0618")]
    [InlineData("how is the June 19 case going", "JH-2026-0618")]
    public void An_unknown_case_has_neighbours(string text, string nearest)
    {
        var reading = DemoNames.Read(text);

        Assert.Empty(reading.Case!.Numbers);
        Assert.Equal(nearest, reading.Case.Nearest[0]);
    }
}
