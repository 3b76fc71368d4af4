namespace JointDesk.Talk.Tests;

/// <summary>What is said of one of several meetings, and what is said of a meeting that the desk cannot do yet.</summary>
public sealed class SeveralMeetingsTests
{
    private static async Task<TalkDesk> TwoMeetingsAsync()
    {
        var desk = await TalkDesk.OpenAsync();
        await desk.SayAsync("wang.fang", "下周三上午九点召集出入境管理支队、经侦支队开“6·18”案联席会议");
        await desk.SayAsync("wang.fang", "确认");
        await desk.SayAsync("wang.fang", "下周四下午三点召集出入境管理支队、经侦支队开“6·18”案联席会议");
        await desk.SayAsync("wang.fang", "确认");
        return desk;
    }

    [Fact]
    public async Task The_hour_tells_which_meeting_is_answered()
    {
        var desk = await TwoMeetingsAsync();

        Assert.Contains("2026-001", await desk.SayAsync("li.qiang", "参加9点的会"), StringComparison.Ordinal);
        Assert.Contains("2026-002", await desk.SayAsync("chen.jie", "不参加下午三点的会"), StringComparison.Ordinal);
    }

    /// <summary>周四可以 is no word on Thursday's meeting, least of all that nobody comes to it.</summary>
    [Theory]
    [InlineData("我去不了，周四可以")]
    [InlineData("we can't make it, Thursday works")]
    public async Task A_day_that_would_do_is_not_the_meeting_that_is_declined(string text)
    {
        var desk = await TwoMeetingsAsync();

        Assert.Contains("2026-001", await desk.SayAsync("li.qiang", text), StringComparison.Ordinal);
        Assert.Contains("2026-002", desk.Last("li.qiang"), StringComparison.Ordinal);
        Assert.DoesNotContain("已登记", desk.Last("li.qiang"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_meeting_of_another_case_is_not_the_only_one_there_is()
    {
        var desk = await TwoMeetingsAsync();

        Assert.Contains("9·07案", await desk.SayAsync("li.qiang", "参加9·07案的会"), StringComparison.Ordinal);
        Assert.DoesNotContain("已登记", desk.Last("li.qiang"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("把经侦支队从会议里去掉", "重新召集")]
    [InlineData("议题是资金链研判", "决议：")]
    [InlineData("散会", "结束时间")]
    [InlineData("撤回我的通报", "再报一次")]
    [InlineData("drop Legal from the meeting", "convene it anew")]
    public async Task What_cannot_be_done_is_said_in_a_line_with_the_way_round_it(string text, string way)
    {
        var desk = await TwoMeetingsAsync();

        Assert.Contains(way, await desk.SayAsync("wang.fang", text), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_place_alone_changes_the_meeting_that_stands()
    {
        var desk = await TalkDesk.OpenAsync();
        await desk.SayAsync("wang.fang", "下周三上午九点召集出入境管理支队开“6·18”案联席会议");
        await desk.SayAsync("wang.fang", "确认");

        Assert.Contains("市局五楼", await desk.SayAsync("wang.fang", "会议地点改到市局五楼"), StringComparison.Ordinal);
        await desk.SayAsync("wang.fang", "确认");
        Assert.Contains("市局五楼", desk.Last("li.qiang"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("下周三上午九点召集经侦支队、网安支队开“6·18”案联席会议，由经侦支队牵头", "牵头单位（经侦支队）")]
    [InlineData("convene Economic Crime and Cyber on the June 18 case next Wednesday at 9am, led by Economic Crime", "Economic Crime")]
    public async Task Who_leads_is_who_was_said_to_lead(string text, string lead)
    {
        var desk = await TalkDesk.OpenAsync();

        Assert.Contains(lead, await desk.SayAsync("wang.fang", text), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_desk_office_has_another_department_lead()
    {
        var desk = await TalkDesk.OpenAsync();

        string draft = await desk.SayAsync("zhao.min", "下周三上午九点召集网安支队、法制支队开618的会，由经侦支队牵头，省厅301");

        Assert.Contains("牵头：经侦支队", draft, StringComparison.Ordinal);
        Assert.Contains("必到：网安支队、法制支队", draft, StringComparison.Ordinal);
        Assert.Contains("地点：省厅301", draft, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_owner_who_gives_a_task_back_is_told_who_can_take_it_away()
    {
        var desk = await TalkDesk.OpenAsync();
        await desk.SayAsync("wang.fang", "下周三上午九点召集出入境管理支队开“6·18”案联席会议");
        await desk.SayAsync("wang.fang", "确认");
        await desk.GoToAsync(12, 2, 10, 5);
        await desk.SayAsync("wang.fang", "任务：出入境管理支队12月11日前核对三人出入境记录");
        await desk.SayAsync("wang.fang", "交办");

        string said = await desk.SayAsync("li.qiang", "退回，不归我们管");

        Assert.Contains("2026-001-1", said, StringComparison.Ordinal);
        Assert.Contains("刑侦支队", said, StringComparison.Ordinal);
        Assert.Contains("进展", said, StringComparison.Ordinal);
    }
}
