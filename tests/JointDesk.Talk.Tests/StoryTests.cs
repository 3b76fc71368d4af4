namespace JointDesk.Talk.Tests;

/// <summary>The story of the first issue, as talk alone: quick to run and quick to read.</summary>
public sealed class StoryTests
{
    [Fact]
    public async Task From_convening_to_signing_off_in_Chinese()
    {
        var desk = await TalkDesk.OpenAsync();

        var draft = await desk.SayAsync("wang.fang", "下周三下午三点召集出入境管理支队、经侦支队开“6·18”案联席会议，两个小时");
        Contains(draft, "“6·18”跨境电信网络诈骗案", "牵头：刑侦支队", "必到：出入境管理支队、经侦支队", "12月2日（周三）15:00–17:00（北京时间）", "地点：未定", "12月1日（周二）前报送");
        Assert.Empty(desk.Box("p.li.qiang"));
        Contains(await desk.SayAsync("wang.fang", "地点在支队三楼会议室，法制支队列席"), "地点：支队三楼会议室", "列席：法制支队", "15:00–17:00");
        Contains(await desk.SayAsync("wang.fang", "确认"), "2026-001", "3 个单位");

        Contains(desk.All("p.li.qiang"), "会议通知 2026-001", "12月2日（周三）15:00–17:00", "〔参加〕", "案情征集", "12月1日（周二）前");
        Contains(desk.All("d.lj-exit"), "会议通知 2026-001");
        Assert.NotNull(desk.Box("p.li.qiang")[0].Calendar);
        Contains(await desk.SayAsync("li.qiang", "参加"), "已登记参加", "还差案情通报");
        Contains(await desk.SayAsync("chen.jie", "不参加，当天有专项行动"), "已登记不参加");
        Contains(desk.Last("wang.fang"), "经侦支队：不参加：当天有专项行动", "出入境管理支队：参加");

        Contains(await desk.SayAsync("li.qiang", "三名嫌疑人近半年出入境记录已核，两人持他人证件出境。仅限刑侦支队知悉"),
            "TLP:AMBER+STRICT：刑侦支队", "刑侦支队 3 人", "三名嫌疑人近半年出入境记录已核，两人持他人证件出境");
        Contains(await desk.SayAsync("li.qiang", "报送"), "已报送", "刑侦支队");
        Contains(desk.Last("wang.fang"), "出入境管理支队的案情通报", "两人持他人证件出境");
        Assert.DoesNotContain("他人证件", desk.All("p.chen.jie"), StringComparison.Ordinal);
        Contains(await desk.SayAsync("chen.jie", "出入境报了什么"), "没有您可以查看的相关内容");

        Contains(await desk.SayAsync("wang.fang", "推迟一个小时"), "15:00–17:00", "12月2日（周三）16:00–18:00");
        Contains(await desk.SayAsync("wang.fang", "确认"), "16:00–18:00", "3 个单位");
        Contains(desk.Last("chen.jie"), "会议改期 2026-001", "16:00–18:00");
        Assert.Equal(1, desk.Box("p.chen.jie")[^1].Calendar!.Event.Sequence);

        await desk.GoToAsync(12, 2, 18, 5);
        Contains(desk.Last("wang.fang"), "已结束");
        Contains(await desk.SayAsync("wang.fang", "决议：由经侦支队牵头固定资金链证据"), "记下了：决议 1");
        Contains(await desk.SayAsync("wang.fang", "任务：经侦支队12月11日前调取三家支付机构流水，出入境管理支队协办"),
            "2026-001-1", "调取三家支付机构流水", "主办：经侦支队", "协办：出入境管理支队", "12月11日（周五）");
        Contains(await desk.SayAsync("wang.fang", "交办"), "已交办 2026-001-1");
        Contains(desk.Last("chen.jie"), "新任务 2026-001-1", "〔签收〕");
        Contains(await desk.SayAsync("chen.jie", "签收"), "已签收 2026-001-1");

        await desk.GoToAsync(12, 8, 9, 30);
        Contains(desk.Last("chen.jie"), "还有 3 个工作日", "调取三家支付机构流水");
        await desk.GoToAsync(12, 14, 9, 30);
        Contains(desk.All("p.chen.jie"), "今天到期", "已逾期 1 个工作日");
        await desk.GoToAsync(12, 16, 9, 30);
        Contains(desk.Last("zhao.min"), "逾期提级", "3 个工作日", "经侦支队");

        Contains(await desk.SayAsync("chen.jie", "办结，三家流水已全部调取"), "已报办结 2026-001-1", "刑侦支队");
        Contains(desk.Last("zhao.min"), "撤回");
        Contains(desk.Last("wang.fang"), "申请销号 2026-001-1", "三家流水已全部调取", "〔销号〕");
        Contains(await desk.SayAsync("wang.fang", "销号"), "已销号 2026-001-1");
        Contains(desk.Last("chen.jie"), "已销号");
    }

    [Fact]
    public async Task A_meeting_that_is_moved_to_another_day_keeps_its_hour()
    {
        var desk = await TalkDesk.OpenAsync();
        await desk.SayAsync("wang.fang", "下周三下午三点召集出入境管理支队、经侦支队开“6·18”案联席会议，两个小时");
        await desk.SayAsync("wang.fang", "确认");

        Contains(await desk.SayAsync("wang.fang", "12月2号的会推迟到12月4号"), "12月2日（周三）15:00–17:00", "12月4日（周五）15:00–17:00");
    }

    [Fact]
    public async Task A_day_that_does_not_exist_is_said_back_in_Chinese_figures_too()
    {
        var desk = await TalkDesk.OpenAsync();

        Contains(await desk.SayAsync("wang.fang", "二月三十号下午三点召集经侦支队开“6·18”案联席会议，两个小时"), "没有“二月三十号”这一天");
    }

    [Fact]
    public async Task From_convening_to_signing_off_in_English()
    {
        var desk = await TalkDesk.OpenAsync();

        Contains(await desk.SayAsync("wang.fang", "convene a meeting on the June 18 case with Immigration and Economic Crime next Wednesday at 3pm for two hours"),
            "June 18 cross-border telecom fraud", "Lead: CID", "Required: Immigration, Economic Crime", "Wed 2 Dec, 15:00–17:00 (Beijing time)", "Place: Not set yet");
        Contains(await desk.SayAsync("wang.fang", "confirm"), "2026-001", "2 departments");
        Contains(await desk.SayAsync("li.qiang", "accept"), "you will attend");
        Contains(await desk.SayAsync("chen.jie", "decline, we have an operation that day"), "you will not attend");
        Contains(await desk.SayAsync("li.qiang", "Two suspects left on other people's papers. For CID only"), "TLP:AMBER+STRICT: CID", "Two suspects left");
        Contains(await desk.SayAsync("li.qiang", "send"), "Sent");
        Contains(await desk.SayAsync("wang.fang", "delay it by an hour"), "16:00–18:00");
        Contains(await desk.SayAsync("wang.fang", "yes"), "16:00–18:00");
        await desk.GoToAsync(12, 2, 18, 5);
        Contains(await desk.SayAsync("wang.fang", "resolved: Economic Crime leads on the money trail"), "resolution 1");
        Contains(await desk.SayAsync("wang.fang", "task: Economic Crime to pull the payment records of three providers by 11 December, Immigration assisting"),
            "Owner: Economic Crime", "Assisting: Immigration", "Fri 11 Dec", "pull the payment records of three providers");
        Contains(await desk.SayAsync("wang.fang", "confirm"), "Assigned 2026-001-1");
        Contains(await desk.SayAsync("chen.jie", "accept task"), "Accepted 2026-001-1");
        await desk.GoToAsync(12, 16, 9, 30);
        Contains(await desk.SayAsync("chen.jie", "done, all three are pulled"), "reported done");
        Contains(await desk.SayAsync("wang.fang", "sign off"), "signed off");
    }

    private static void Contains(string text, params string[] parts)
    {
        foreach (var part in parts)
            Assert.Contains(part, text, StringComparison.Ordinal);
    }
}
