using JointDesk.Cases;
using JointDesk.Talk.Understanding;

namespace JointDesk.Talk.Tests.Understanding;

/// <summary>Who may know, as officers say it.</summary>
public sealed class HandlingTests
{
    [Theory]
    [InlineData("仅限刑侦支队知悉", Tlp.AmberStrict, "lj-cid")]
    [InlineData("for CID only", Tlp.AmberStrict, "lj-cid")]
    [InlineData("TLP:RED for Wang Fang", Tlp.Red, "wang.fang")]
    [InlineData("红色(王芳)", Tlp.Red, "wang.fang")]
    [InlineData("只给王芳看", Tlp.Red, "wang.fang")]
    [InlineData("TLP:AMBER", Tlp.Amber, "")]
    [InlineData("琥珀", Tlp.Amber, "")]
    [InlineData("绿色", Tlp.Green, "")]
    [InlineData("改成TLP:RED，只给王芳", Tlp.Red, "wang.fang")]
    [InlineData("把通报改成红色，只给王芳看", Tlp.Red, "wang.fang")]
    [InlineData("TLP:RED 只给王芳", Tlp.Red, "wang.fang")]
    [InlineData("change it to TLP:RED, only for Wang Fang", Tlp.Red, "wang.fang")]
    [InlineData("only Wang Fang", Tlp.Red, "wang.fang")]
    [InlineData("visible to CID, Legal and Cyber", Tlp.AmberStrict, "lj-cid,lj-legal,lj-cyber")]
    [InlineData("仅限刑侦支队，法制支队知悉", Tlp.AmberStrict, "lj-cid,lj-legal")]
    public void Handling_as_said(string text, Tlp label, string name)
    {
        var handling = DemoNames.Read(text, "inform").Handling!;

        Assert.Equal(label, handling.Label);
        Assert.Equal(name, string.Join(',', handling.Departments.Concat(handling.Officers)));
    }

    [Theory]
    [InlineData("TLP:RED 证人住址在西山，只给王芳看", "证人住址在西山", Tlp.Red)]
    [InlineData("证人住址在西山 TLP:RED 只给王芳", "证人住址在西山", Tlp.Red)]
    [InlineData("知悉范围：绿色。证人已转移", "证人已转移", Tlp.Green)]
    [InlineData("仅限刑侦支队，法制支队知悉：证人已转移", "证人已转移", Tlp.AmberStrict)]
    [InlineData("TLP:GREEN 证人已转移，只给王芳看", "证人已转移", Tlp.Red)]
    [InlineData("红色通缉令3名嫌疑人已落网，仅限刑侦支队知悉", "红色通缉令3名嫌疑人已落网", Tlp.AmberStrict)]
    [InlineData("改成TLP:RED，只给王芳", null, Tlp.Red)]
    public void The_label_and_the_readers_are_no_part_of_what_is_told_and_the_narrower_counts(string text, string? body, Tlp label)
    {
        var reading = DemoNames.Read(text, "inform");

        Assert.Equal(body, reading.Body);
        Assert.Equal(label, reading.Handling!.Label);
    }

    [Theory]
    [InlineData("只给王芳和张三看", "张三")]
    [InlineData("仅限 王芳 张三 知悉", "张三")]
    [InlineData("only for Wang Fang and Zhang San", "Zhang San")]
    [InlineData("for CID and the tax office only", "tax office")]
    public void Who_is_not_known_is_not_lost(string text, string name) => Assert.Equal([name], DemoNames.Read(text, "inform").Handling!.Unknown);

    [Fact]
    public void A_department_behind_the_readers_that_does_something_is_no_reader() =>
        Assert.Equal(["lj-cid"], DemoNames.Read("only for CID, Legal will check the records", "inform").Handling!.Departments);

    [Fact]
    public void A_contribution_is_its_text_without_who_may_know()
    {
        var reading = DemoNames.Read("三名嫌疑人近半年出入境记录已核，两人持他人证件出境。仅限刑侦支队知悉");

        Assert.Equal(Intents.ShareInfo, reading.Intent);
        Assert.Equal("三名嫌疑人近半年出入境记录已核，两人持他人证件出境。", reading.Body);
        Assert.Equal(["lj-cid"], reading.Handling!.Departments);
        Assert.Empty(reading.Departments);
    }
}
