using JointDesk.Talk.Understanding;
using NodaTime;

namespace JointDesk.Talk.Tests.Understanding;

/// <summary>The sentences of the story and of the contract's "Conversation", against the demo desk.</summary>
public sealed class StoryTests
{
    [Theory]
    [InlineData(null, "下周三下午三点召集出入境管理支队、经侦支队开“6·18”案联席会议，两个小时", Intents.Convene)]
    [InlineData("convene", "地点在支队三楼会议室，法制支队列席", Intents.Supply)]
    [InlineData("convene", "9点半", Intents.Supply)]
    [InlineData("move", "9点半", Intents.Supply)]
    [InlineData("convene", "改到周四上午", Intents.Supply)]
    [InlineData(null, "这次去不了，能改到周四上午吗", Intents.Reschedule)]
    [InlineData(null, "谁还没回", Intents.QueryAnswers)]
    [InlineData(null, "决议：由经侦支队牵头固定资金链证据", Intents.Resolve)]
    [InlineData(null, "两家已调取，第三家要求补材料，申请延期到12月16日", Intents.ExtendDeadline)]
    [InlineData(null, "6·18案什么进展", Intents.QueryInfo)]
    [InlineData(null, "出入境报了什么", Intents.QueryInfo)]
    [InlineData("inform", "嫌疑人于12月1日下午从口岸离境，同行两人", Intents.ShareInfo)]
    public void Story(string? dialog, string text, string intent) => Assert.Equal(intent, DemoNames.Read(text, dialog).Intent);

    [Theory]
    [InlineData("确认", Intents.Confirm)]
    [InlineData("confirm", Intents.Confirm)]
    [InlineData("报送", Intents.Confirm)]
    [InlineData("交办", Intents.Confirm)]
    [InlineData("发", Intents.Confirm)]
    [InlineData("ok", Intents.Confirm)]
    [InlineData("Yes", Intents.Confirm)]
    [InlineData("send", Intents.Confirm)]
    [InlineData("取消", Intents.Dismiss)]
    [InlineData("cancel", Intents.Dismiss)]
    [InlineData("参加", Intents.RsvpYes)]
    [InlineData("accept", Intents.RsvpYes)]
    [InlineData("不参加", Intents.RsvpNo)]
    [InlineData("Decline", Intents.RsvpNo)]
    [InlineData("待定", Intents.RsvpTentative)]
    [InlineData("tentative", Intents.RsvpTentative)]
    [InlineData("签收", Intents.AcceptTask)]
    [InlineData("accept task", Intents.AcceptTask)]
    [InlineData("办结", Intents.CompleteTask)]
    [InlineData("done", Intents.CompleteTask)]
    [InlineData("销号", Intents.SignOff)]
    [InlineData("sign off", Intents.SignOff)]
    [InlineData("退回", Intents.ReturnTask)]
    [InlineData("return", Intents.ReturnTask)]
    [InlineData("暂无", Intents.DeclineInfo)]
    public void Commands_are_certain(string text, string intent)
    {
        var reading = DemoNames.Read(text);

        Assert.Equal(intent, reading.Intent);
        Assert.True(reading.Confidence > 0.95);
    }

    [Theory]
    [InlineData("任务：经侦支队12月11日前调取三家支付机构流水，出入境管理支队协办", "调取三家支付机构流水")]
    [InlineData("task: Economic Crime to pull the payment records of three providers by 11 December, Immigration assisting", "pull the payment records of three providers")]
    public void A_task_is_told_from_who_and_when(string text, string title)
    {
        var reading = DemoNames.Read(text);

        Assert.Equal(Intents.AssignTask, reading.Intent);
        Assert.Equal(title, reading.Body);
        Assert.Equal(new LocalDate(2026, 12, 11), reading.Time.Due!.Date);
        Assert.Collection(reading.Departments,
            d => Assert.Equal(("lj-econ", DepartmentPart.Required), (d.Ids[0], d.Part)),
            d => Assert.Equal(("lj-exit", DepartmentPart.Assisting), (d.Ids[0], d.Part)));
    }

    [Theory]
    [InlineData("把网安支队从会议里去掉")]
    [InlineData("会议不用通知网安支队了")]
    [InlineData("网安支队就不来了")]
    [InlineData("drop Cyber from the meeting")]
    public void Who_is_taken_out_is_not_invited(string text) => Assert.Equal(DepartmentPart.Removed, Assert.Single(DemoNames.Read(text).Departments).Part);

    [Theory]
    [InlineData("我去不了，周四可以")]
    [InlineData("周三我不行，周四可以")]
    [InlineData("不能参加，周五上午可以")]
    [InlineData("we can't make Wednesday, Thursday works")]
    public void A_refusal_with_another_day_is_no_acceptance(string text) => Assert.Equal(Intents.RsvpNo, DemoNames.Read(text).Intent);

    [Theory]
    [InlineData("决议：由经侦支队牵头固定资金链证据", "由经侦支队牵头固定资金链证据")]
    [InlineData("不参加，当天有专项行动", "当天有专项行动")]
    [InlineData("decline, we have an operation that day", "we have an operation that day")]
    [InlineData("我去不了，周四可以", "周四可以")]
    [InlineData("周三去不了", null)]
    [InlineData("we can't make it, Thursday works", "Thursday works")]
    [InlineData("办结，三家流水已全部调取", "三家流水已全部调取")]
    [InlineData("退回，缺第三家", "缺第三家")]
    [InlineData("两家已调取，第三家要求补材料，申请延期到12月16日", "两家已调取，第三家要求补材料")]
    [InlineData("派给网安支队：下周三前固定电子证据", "固定电子证据")]
    [InlineData("ask Cyber to preserve the evidence before next Wednesday", "preserve the evidence")]
    public void The_matter_itself(string text, string? body) => Assert.Equal(body, DemoNames.Read(text).Body);

    [Theory]
    [InlineData("lj-econ", "lj-cid")]
    [InlineData("lj-cid", "lj-cid")]
    [InlineData("qs-cid", "qs-cid")]
    [InlineData("jh-intl", "jh-cid")]
    public void Among_equals_the_own_place_wins(string own, string meant) =>
        Assert.Equal([meant], DemoNames.Read("召集刑侦明天开会", own: own).Departments[0].Ids);

    [Fact]
    public void A_department_that_is_not_known_has_neighbours_and_no_id()
    {
        var mention = Assert.Single(DemoNames.Read("两个小时后跟禁毒支队开会").Departments);

        Assert.Equal("禁毒支队", mention.Text);
        Assert.Empty(mention.Ids);
        Assert.NotEmpty(mention.Nearest);
    }

    [Theory]
    [InlineData("“6·18”案什么进展")]
    [InlineData("6.18案什么进展")]
    [InlineData("JH-2026-0618什么进展")]
    [InlineData("how is the June 18 case going")]
    public void A_case_by_any_of_its_names(string text)
    {
        var reading = DemoNames.Read(text);

        Assert.Equal(["JH-2026-0618"], reading.Case!.Numbers);
        Assert.Empty(reading.Time.Spans);
    }

    [Theory]
    [InlineData("2026-001-1办结", "2026-001-1")]
    [InlineData("2026-001号会议改到周五上午十点", "2026-001")]
    public void Numbers_are_no_dates(string text, string number)
    {
        var reading = DemoNames.Read(text);

        Assert.Equal(number, reading.Number);
        Assert.NotEqual(2001, reading.Time.Date?.Year);
    }

    [Theory]
    [InlineData("2", 2)]
    [InlineData("第二个", 2)]
    [InlineData("选3", 3)]
    public void A_bare_number_is_a_choice(string text, int choice) => Assert.Equal(choice, DemoNames.Read(text, "convene").Choice);

    [Theory]
    [InlineData("地点在支队三楼会议室，法制支队列席", "支队三楼会议室")]
    [InlineData("place: HQ room 3", "HQ room 3")]
    [InlineData("in the third-floor room", "the third-floor room")]
    public void Places(string text, string place) => Assert.Equal(place, DemoNames.Read(text, "convene").Place);
}
