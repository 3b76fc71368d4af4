using NodaTime;

namespace JointDesk.Recognizers.Tests;

public sealed partial class MisreadTests
{
    [Theory]
    [InlineData("Mon/Wed/Fri 8am briefing", "FREQ=WEEKLY;BYDAY=MO,WE,FR", "2026-11-25T08:00")]
    [InlineData("周一/三/五上午九点例会", "FREQ=WEEKLY;BYDAY=MO,WE,FR", "2026-11-25T09:00")]
    [InlineData("周二、周四、周六上午十点值班", "FREQ=WEEKLY;BYDAY=TU,TH,SA", "2026-11-24T10:00")]
    [InlineData("every tu. and thurs. at 9am", "FREQ=WEEKLY;BYDAY=TU,TH", "2026-11-24T09:00")]
    [InlineData("每月初五号上午十点", "FREQ=MONTHLY;BYMONTHDAY=5", "2026-12-05T10:00")]
    public void Days_of_a_series_in_another_spelling(string text, string rule, string start) => Assert.Equal((rule, start), (Read(text).Rrule, Start(text)));

    [Theory]
    [InlineData("Tue/Thu at 3pm")]
    [InlineData("周二、周四下午三点开会")]
    public void Two_days_side_by_side_are_offered(string text) => Assert.Equal((null, 2), (Read(text).Rrule, Read(text).Candidates.Count));

    [Theory]
    [InlineData("每周二上午十点，12月3日那周停一次", 1)]
    [InlineData("every Tuesday at 10, except the week of 3 December", 1)]
    [InlineData("每周一、周二上午九点，11月30日那个星期不开", 30)]
    public void A_week_that_is_left_out_leaves_out_its_occurrences(string text, int first) => Assert.Equal(first, Read(text).Exclude[0].Day);

    [Fact]
    public void A_series_that_spares_holidays_does_not_begin_on_one() => Assert.Equal(
        new LocalDateTime(2026, 11, 25, 9, 0),
        TimeRecognizer.Read("每个工作日上午九点，节假日除外", new TimeContext(Sentences.Monday.Now, d => d.Day != 24)).Start);

    [Theory]
    [InlineData("会议从下午三点开始", 15)]
    [InlineData("start the next meeting from 3pm", 15)]
    [InlineData("make that 4 30", 16)]
    [InlineData("make my two o'clock a three o'clock", 15)]
    [InlineData("does 2 work", 14)]
    [InlineData("delay my 4 o'clock until 5 30", 17)]
    [InlineData("和王小明晚上十点的会", 22)]
    [InlineData("昆明晚上八点连线", 20)]
    public void An_hour_of_no_day(string text, int hour) => Assert.Equal((null, hour), (Read(text).Start, Read(text).Time?.Hour));

    [Theory]
    [InlineData("他说明天交", "2026-11-24")]
    [InlineData("请方案明天交", "2026-11-24")]
    public void Tomorrow_behind_a_word_that_ends_a_name_elsewhere(string text, string day) => Assert.Equal(day, NodaTime.Text.LocalDatePattern.Iso.Format(Read(text).Date!.Value));

    [Theory]
    [InlineData("push the trip of 16 July out 5 days", 5, 0)]
    [InlineData("bump the meeting by an hour", 0, 60)]
    [InlineData("start fifteen minutes late", 0, 15)]
    [InlineData("路上堵，会议迟二十分钟开", 0, 20)]
    public void How_far_a_meeting_is_pushed_out(string text, int days, int minutes) => Assert.Equal(new TimeShift(days, minutes, 0), Read(text).Shift);

    [Theory]
    [InlineData("postpone it till after Christmas")]
    [InlineData("周三以后都行")]
    [InlineData("春节后再说")]
    [InlineData("下班后碰一下")]
    [InlineData("会开到十二点")]
    [InlineData("会议四点结束")]
    [InlineData("三点之前不行")]
    [InlineData("end the meeting at 4")]
    [InlineData("三四点钟吧")]
    [InlineData("这两年案子多")]
    public void A_time_that_is_not_said_is_none(string text) =>
        Assert.Equal((null, null, null, null, null, null), (Read(text).Start, Read(text).Date, Read(text).Time, Read(text).Due, Read(text).Shift, Read(text).Window));

    [Theory]
    [InlineData("每周五下午四点前报送周报", 27, 16)]
    [InlineData("每天17:30前报一次", 23, 17)]
    public void The_first_deadline_of_a_series_of_them(string text, int day, int hour) => Assert.Equal(new DayTime(new LocalDate(2026, 11, day), new LocalTime(hour, hour == 17 ? 30 : 0)), Read(text).Due);

    [Theory]
    [InlineData("下周三的例会停一次", 2)]
    [InlineData("delete the event on 2 December", 2)]
    [InlineData("stand down the meeting of 2 December", 2)]
    public void A_meeting_that_is_called_off_is_the_one_that_is_meant(string text, int day) => Assert.Equal(day, Read(text).TargetDate?.Day);

    [Fact]
    public void Days_of_one_month_with_the_article() => Assert.Equal(new DayWindow(new LocalDate(2027, 1, 5), new LocalDate(2027, 1, 9)), Read("from the 5th to the 9th of January").Window);

    [Fact]
    public void A_limit_of_days_is_a_deadline() => Assert.Equal(new LocalDate(2026, 11, 26), Read("期限三天").Due?.Date);

    [Fact]
    public void The_end_of_a_range_that_runs_hours_and_minutes_together() => Assert.Equal(new LocalDateTime(2026, 12, 5, 18, 45), Read("5 December, 5-645 in the evening").End);

    [Theory]
    [InlineData("remind me to see joe for lunch tomorrow", null)]
    [InlineData("let's talk tomorrow p.m.", PartOfDay.Afternoon)]
    [InlineData("move tomorrow's call to the afternoon", PartOfDay.Afternoon)]
    [InlineData("把明天的会改到下午", PartOfDay.Afternoon)]
    public void A_day_without_an_hour_keeps_what_part_was_said(string text, PartOfDay? part) => Assert.Equal((new LocalDate(2026, 11, 24), part), (Read(text).Date, Read(text).PartOfDay));

    [Theory]
    [InlineData("每月报送一次", "FREQ=MONTHLY")]
    [InlineData("每周报送两次，周一、周四", "FREQ=WEEKLY;BYDAY=MO,TH")]
    [InlineData("自下月起每月25日报到", "FREQ=MONTHLY;BYMONTHDAY=25")]
    [InlineData("每天气象会商九点", "FREQ=DAILY")]
    public void A_unit_is_no_part_of_the_word_behind_it(string text, string rule) => Assert.Equal(rule, Read(text).Rrule);

    [Theory]
    [InlineData("下周边检三队开会", 30)]
    [InlineData("下周全体会议", 30)]
    [InlineData("下周报给我", 30)]
    public void A_week_is_no_part_of_the_word_behind_it(string text, int from) => Assert.Equal(from, Read(text).Window?.From.Day);

    [Theory]
    [InlineData("三天内部署到位", 26)]
    [InlineData("11月30日前报送", 30)]
    public void A_deadline_is_no_part_of_the_word_behind_it(string text, int due) => Assert.Equal(due, Read(text).Due?.Date.Day);

    [Theory]
    [InlineData("零八年端午", 2008)]
    [InlineData("二六年国庆", 2026)]
    [InlineData("一七年三月五号", 2017)]
    public void A_year_of_two_digits(string text, int year) => Assert.Equal(year, Read(text).Date?.Year);

    [Theory]
    [InlineData("门禁密码0915")]
    [InlineData("快递单号0412-0830，收件人不详")]
    [InlineData("车架号后四位0945")]
    [InlineData("手机尾号是0800的那个")]
    [InlineData("the entry code is 0915")]
    [InlineData("his card ending 0745 was used twice")]
    [InlineData("parcel 0412-0830 was opened")]
    [InlineData("engine number 0945, plate unknown")]
    [InlineData("payments of 5 to 6 thousand each")]
    [InlineData("现场去3到5人")]
    public void Figures_that_say_which_one_are_no_time(string text) => Assert.Empty(Read(text).Spans);

    [Theory]
    [InlineData("a joint meeting on Case 7-12 on Tuesday from 10:00 to 12:00", "2026-11-24T10:00")]
    [InlineData("Op 4-15: briefing tomorrow at 8", "2026-11-24T08:00")]
    [InlineData("tomorrow at 3 room 5", "2026-11-24T15:00")]
    [InlineData("half past midnight on Wednesday", "2026-11-25T00:30")]
    [InlineData("quarter past midnight tonight", "2026-11-24T00:15")]
    [InlineData("今晚零点三十集合", "2026-11-24T00:30")]
    [InlineData("3 December, 8.30 in the evening", "2026-12-03T20:30")]
    [InlineData("9.45 in the morning on the 10th", "2026-12-10T09:45")]
    [InlineData("we meet 3.30 on Friday", "2026-11-27T15:30")]
    [InlineData("12.30 tonight", "2026-11-24T00:30")]
    public void An_hour_beside_figures_of_another_kind(string text, string start) => Assert.Equal(start, Start(text));

    [Fact]
    public void A_dot_between_hour_and_minutes_in_english() => Assert.Equal(new DayTime(new LocalDate(2026, 11, 24), new LocalTime(8, 30)), Read("all exhibits checked by 8.30 tomorrow morning").Due);

    [Theory]
    [InlineData("Monday's 2pm is off, we meet Wednesday at 10am instead", "2026-11-25T10:00")]
    [InlineData("周三的会取消，周五上午十点另开", "2026-11-27T10:00")]
    [InlineData("周四那个会取消了，改周五下午四点", "2026-11-27T16:00")]
    [InlineData("会推到周五上午九点，原来周四的作废", "2026-11-27T09:00")]
    [InlineData("the session of 1 December is cancelled and rescheduled to 4 December at 11am", "2026-12-04T11:00")]
    [InlineData("the briefing went from Tuesday to Thursday at 11", "2026-11-26T11:00")]
    [InlineData("Tuesday's call isn't happening, it's now Thursday at noon", "2026-11-26T12:00")]
    [InlineData("it was Thursday at 3, it is now Friday at 2", "2026-11-27T14:00")]
    [InlineData("原定周三下午三点，现在周四上午十点", "2026-11-26T10:00")]
    [InlineData("上次说9点太早，还是十点半吧，周四", "2026-11-26T10:30")]
    [InlineData("2pm Friday is too early, Friday half four then", "2026-11-27T16:30")]
    [InlineData("2pm clashes with court, 4pm on Friday please", "2026-11-27T16:00")]
    [InlineData("把周二的会往后放一天，周三上午九点半", "2026-11-25T09:30")]
    [InlineData("push Tuesday's meeting back a day, Wednesday 9.30 am", "2026-11-25T09:30")]
    [InlineData("推后天下午三点", "2026-11-25T15:00")]
    [InlineData("明天的会推周五上午十点", "2026-11-27T10:00")]
    [InlineData("周五的会挪周一上午九点", "2026-11-30T09:00")]
    [InlineData("周四下午没空，顺到下周二十点半", "2026-12-01T10:30")]
    [InlineData("他们那边早上9点，我们这边下午3点，周五开", "2026-11-27T15:00")]
    [InlineData("9am their time, 4pm ours, Thursday", "2026-11-26T16:00")]
    [InlineData("neither Monday nor Tuesday works, Friday at 3", "2026-11-27T15:00")]
    [InlineData("春节过完，3月1号上午九点开会", "2027-03-01T09:00")]
    [InlineData("not Thursday morning, the afternoon, half two", "2026-11-26T14:30")]
    [InlineData("不是周四上午，是下午两点半", "2026-11-26T14:30")]
    [InlineData("周四上午不行，下午两点半吧", "2026-11-26T14:30")]
    [InlineData("5th liaison meeting, 3 December, 10am", "2026-12-03T10:00")]
    [InlineData("星期五，就是12月4号，上午十点，改到这个时间", "2026-12-04T10:00")]
    [InlineData("remind me this time on Friday", "2026-11-27T09:00")]
    [InlineData("明天这个时候提醒我交材料", "2026-11-24T09:00")]
    [InlineData("提醒我明天早上八点二十去接外地来的同事", "2026-11-24T08:20")]
    [InlineData("本来约的是后天十点，法医后天要出庭，大后天下午两点吧", "2026-11-26T14:00")]
    [InlineData("通知里写的3号是错的，是4号上午9点", "2026-12-04T09:00")]
    [InlineData("别按昨天通知的9点了，10点半，明天", "2026-11-24T10:30")]
    [InlineData("Bring Thursday's meeting forward a day: Wednesday 2 pm", "2026-11-25T14:00")]
    [InlineData("the 2 o'clock becomes 4 o'clock on Tuesday", "2026-11-24T16:00")]
    [InlineData("instead of Thursday at 2 we'll do Friday at 9", "2026-11-27T09:00")]
    [InlineData("was going to be Tuesday 10am but the judge is away, so Wednesday 11am", "2026-11-25T11:00")]
    [InlineData("会议室占用到11点，我们11点15开始，明天", "2026-11-24T11:15")]
    [InlineData("嫌疑人20号凌晨三点落网，周四上午十点开会", "2026-11-26T10:00")]
    [InlineData("he was arrested at 3 am on the 20th; meeting Thursday 10 am", "2026-11-26T10:00")]
    [InlineData("监控显示23:40离开，明天上午九点开会研判", "2026-11-24T09:00")]
    [InlineData("the camera shows him leaving at 23:40, case meeting tomorrow 9 am", "2026-11-24T09:00")]
    [InlineData("昨天10点15他打过电话，明天下午两点碰头行吗", "2026-11-24T14:00")]
    [InlineData("he called at 10:15 yesterday. Can we meet at 2 tomorrow?", "2026-11-24T14:00")]
    [InlineData("航班MU2230明天下午四点落地", "2026-11-24T16:00")]
    [InlineData("今晚加班到11点，明早的会推到10点", "2026-11-24T10:00")]
    [InlineData("on duty until 11 tonight, so tomorrow's meeting moves to 10", "2026-11-24T10:00")]
    [InlineData("周六值班，8点半到单位，9点开会", "2026-11-28T09:00")]
    [InlineData("Saturday shift: in at 8.30, meeting at 9", "2026-11-28T09:00")]
    [InlineData("make tomorrow's meeting a video call, still 9.30", "2026-11-24T09:30")]
    [InlineData("flight BA0938 lands at 16:05 tomorrow", "2026-11-24T16:05")]
    [InlineData("the call has been changed from Monday to Wednesday at 10", "2026-11-25T10:00")]
    [InlineData("get the locks changed from 10:00 to 11:00 on Friday", "2026-11-27T10:00")]
    public void Of_two_times_the_one_that_holds(string text, string start)
    {
        var reading = Read(text);

        Assert.Equal(start, Start(text));
        Assert.Empty(reading.Candidates);
        Assert.Null(reading.Shift);
    }

    [Theory]
    [InlineData("figures by 12 noon Friday please", "2026-11-27")]
    [InlineData("papers ready NLT December 4", "2026-12-04")]
    public void A_deadline_at_noon_or_no_later_than(string text, string due) => Assert.Equal(due, NodaTime.Text.LocalDatePattern.Iso.Format(Read(text).Due!.Date));

    [Fact]
    public void The_hour_of_each_day_that_is_offered() => Assert.Equal([10, 15], Read("Thursday 10 or Friday 3 pm, you pick").Candidates.Select(c => c.Start!.Value.Hour));

    [Fact]
    public void A_day_for_a_meeting_of_another_day() => Assert.Equal(new LocalDate(2026, 12, 9), Read("the meeting on the 3rd is now on the 9th").Date);

    [Theory]
    [InlineData("两个小时以后开个短会，限20分钟", 20)]
    [InlineData("周三上午十点再开一次会，就半小时", 30)]
    [InlineData("Friday 3pm, 20 minutes tops", 20)]
    [InlineData("周五下午四点，顶多40分钟", 40)]
    [InlineData("周五下午四点开，控制在45分钟以内", 45)]
    [InlineData("上次开了三个小时，这次一小时，周二上午十点", 60)]
    [InlineData("it lasted 3 hours last time, now one hour, Tuesday 10am", 60)]
    [InlineData("周四上午十点碰头，两分钟能说清的事别拖成半小时", null)]
    public void How_long_a_meeting_takes_beside_its_start(string text, int? minutes)
    {
        var reading = Read(text);

        Assert.Equal((minutes, true, null), (reading.DurationMinutes, reading.Start is not null, reading.Due));
    }

    [Fact]
    public void A_series_as_of_some_month() => Assert.Equal(("FREQ=WEEKLY;BYDAY=MO", "2026-12-07T09:00"), (Read("as of December, every Monday at 9").Rrule, Start("as of December, every Monday at 9")));

    [Theory]
    [InlineData("send the list by the end of Friday", 27)]
    [InlineData("let us have the figures before the end of Thursday", 26)]
    [InlineData("we need it by end of next Monday", 30)]
    public void The_end_of_a_day_is_a_deadline(string text, int day) => Assert.Equal(day, Read(text).Due?.Date.Day);

    [Theory]
    [InlineData("工作日早上八点四十开5分钟早会", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "2026-11-24T08:40")]
    [InlineData("Weekly plot review, Saturdays 1300", "FREQ=WEEKLY;BYDAY=SA", "2026-11-28T13:00")]
    [InlineData("每周三上午十点把上周的报表过一遍", "FREQ=WEEKLY;BYDAY=WE", "2026-11-25T10:00")]
    public void What_stands_around_a_series_changes_neither_its_hour_nor_its_end(string text, string rule, string start) => Assert.Equal((rule, start), (Read(text).Rrule, Start(text)));

    [Fact]
    public void An_evening_before_a_meeting_stays_one() => Assert.Equal("2026-11-24T20:00", Start("明晚会议八点"));
}
