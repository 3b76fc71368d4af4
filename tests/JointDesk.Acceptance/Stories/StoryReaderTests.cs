namespace JointDesk.Acceptance.Stories;

/// <summary>The stories' own language: a line that were read as another kind of step would claim something else than it says.</summary>
public sealed class StoryReaderTests
{
    [Fact]
    public void Headings_name_officer_chat_and_time()
    {
        var steps = StoryReader.Read(["## 陈杰（联络员） · 经侦支队频道 · 12月8日（周二）09:05", "## Wang Fang · personal chat"]);
        Assert.Equal(
            [
                new ClockMoved(1, new DateTimeOffset(2026, 12, 8, 9, 5, 0, TimeSpan.FromHours(8))),
                new Turned(1, "chen.jie", "lj-econ"),
                new Turned(2, "wang.fang", null),
            ],
            steps);
    }

    [Fact]
    public void A_wrong_weekday_or_an_unknown_name_is_an_error()
    {
        Assert.Throws<FormatException>(() => StoryReader.Read(["## 陈杰 · 个人会话 · 12月8日（周三）09:05"]));
        Assert.Throws<FormatException>(() => StoryReader.Read(["## 张三 · 个人会话"]));
        Assert.Throws<FormatException>(() => StoryReader.Read(["## 陈杰 · 交警支队频道"]));
    }

    [Fact]
    public void What_the_desk_says_is_fragments_and_buttons()
    {
        var heard = Assert.IsType<Heard>(Assert.Single(StoryReader.Read(["- ▸ 会议通知 … 15:00–17:00 〔参加〕〔待定〕"])));
        Assert.Equal(["会议通知", "15:00–17:00"], heard.Fragments);
        Assert.Equal(["参加", "待定"], heard.Buttons);
    }

    [Fact]
    public void Every_kind_of_line_has_its_step()
    {
        Assert.IsType<HeardNothing>(One("▸ （无）"));
        Assert.IsType<Repeated>(One("(delivered again)"));
        Assert.IsType<Killed>(One("(kill -9)"));
        Assert.IsType<AuditVerified>(One("audit verify"));
        Assert.Equal(new NeverHeard(1, "他人证件"), One("▸! 他人证件"));
        Assert.Equal(new Said(1, "确认"), One("确认"));
        Assert.Equal(new Said(1, "Convene a meeting (about 8 December 09:05) now"), One("Convene a meeting (about 8 December 09:05) now"));
        Assert.IsType<ClockMoved>(One("（12月8日（周二）09:05）"));
        Assert.True(Assert.IsType<Pressed>(One("〔参加〕（旧卡片）")).Oldest);
        Assert.Equal("原因", Assert.IsType<Pressed>(One("[Decline] text=原因")).Inputs["text"]);
        Assert.True(Assert.IsType<ApiShows>(One("api! /api/v1/cases: JH")).Absent);
        Assert.Equal(["\"a\":1", "b"], Assert.IsType<ApiShows>(One("api /api/v1/meetings: \"a\":1 … b")).Fragments);
        Assert.Equal("1", Assert.IsType<CalendarShows>(One(".ics: method REQUEST, sequence 1")).Claims[1].Value);

        static StoryStep One(string item) => Assert.Single(StoryReader.Read(["- " + item]));
    }
}
