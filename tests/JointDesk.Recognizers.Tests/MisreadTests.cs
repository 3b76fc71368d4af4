using NodaTime;

namespace JointDesk.Recognizers.Tests;

/// <summary>Sentences that were once read wrongly, by what was wrong with them.</summary>
public sealed partial class MisreadTests
{
    [Theory]
    [InlineData("二月三十号上午九点开会", "二月三十号")]
    [InlineData("11月31日前反馈", "11月31日")]
    [InlineData("2027年2月29日开会", "2027年2月29日")]
    [InlineData("本月31号下午碰头", "本月31号")]
    [InlineData("let's meet on 31 November at 3pm", "31 November")]
    [InlineData("due February 30th", "February 30th")]
    public void A_day_that_no_calendar_has_is_said_back_and_bent_into_no_other(string text, string words)
    {
        var reading = Read(text);

        var span = Assert.NotNull(reading.NoSuchDay);
        Assert.Equal(words, text.Substring(span.Start, span.Length));
        Assert.Null(reading.Start);
        Assert.Null(reading.Date);
        Assert.Null(reading.Due?.Date);
    }

    [Theory]
    [InlineData("2月29日上午十点开会")]
    [InlineData("31号之前交材料")]
    [InlineData("签收 2026-001-4")]
    [InlineData("the 30th of January")]
    public void A_day_that_some_year_has_or_that_was_not_said_is_not(string text) => Assert.Null(Read(text).NoSuchDay);

    [Theory]
    [InlineData("每周一上午九点开例会", "2026-11-30T09:00")]
    [InlineData("every Monday at 9am", "2026-11-30T09:00")]
    [InlineData("每天上午九点零一分点名", "2026-11-23T09:01")]
    [InlineData("每天晚上八点", "2026-11-23T20:00")]
    public void A_series_begins_at_a_moment_that_is_yet_to_come(string text, string start) => Assert.Equal(start, Start(text));

    [Theory]
    [InlineData("后天上午十点，不对，十一点半", "2026-11-25T11:30")]
    [InlineData("周四下午两点到四点，说错了，三点到五点", "2026-11-26T15:00")]
    [InlineData("周四下午三点，更正，周五", "2026-11-27T15:00")]
    [InlineData("Wednesday at 4pm, no, Thursday", "2026-11-26T16:00")]
    [InlineData("Friday at 2, sorry, make it 3", "2026-11-27T15:00")]
    [InlineData("Saturday 10am, sorry for the weekend", "2026-11-28T10:00")]
    public void What_is_said_again_takes_the_place_of_what_was_said(string text, string start) => Assert.Equal(start, Start(text));

    [Theory]
    [InlineData("每天早7点晚6点各报一次", "FREQ=DAILY;BYHOUR=7,18", "2026-11-23T18:00")]
    [InlineData("每周二、周四上午十点和下午四点", "FREQ=WEEKLY;BYDAY=TU,TH;BYHOUR=10,16", "2026-11-24T10:00")]
    [InlineData("every weekday at 8:30am and 5:30pm", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYHOUR=8,17", "2026-11-23T17:30")]
    public void Several_hours_of_a_day_are_one_rule(string text, string rule, string start) => Assert.Equal((rule, start), (Read(text).Rrule, Start(text)));

    [Theory]
    [InlineData("每天9:00和17:30")]
    [InlineData("每周一上午十点和周四下午三点")]
    [InlineData("every day at 9:15 and 17:45")]
    public void Hours_that_no_one_rule_can_hold_are_offered(string text)
    {
        var reading = Read(text);

        Assert.NotNull(reading.Rrule);
        Assert.Null(reading.Start);
        Assert.Equal(2, reading.Candidates.Count);
    }

    [Theory]
    [InlineData("周一至周五8:30点名", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR")]
    [InlineData("Monday to Friday at 5pm", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR")]
    [InlineData("从12月1日到12月20日每天下午五点通报", "FREQ=DAILY;UNTIL=20261220T235959")]
    [InlineData("Tuesdays from January 5 to March 30 at 10am", "FREQ=WEEKLY;BYDAY=TU;UNTIL=20270330T235959")]
    [InlineData("every month on the 2nd last Friday at 10", "FREQ=MONTHLY;BYDAY=-2FR")]
    [InlineData("每月倒数第三天下午四点对账", "FREQ=MONTHLY;BYMONTHDAY=-3")]
    [InlineData("every 5th and 20th of the month at 3pm", "FREQ=MONTHLY;BYMONTHDAY=5,20")]
    [InlineData("a recurring call on the first Monday of the month at 4pm", "FREQ=MONTHLY;BYDAY=1MO")]
    [InlineData("每年母亲节上午十点", "FREQ=YEARLY;BYMONTH=5;BYDAY=2SU")]
    [InlineData("every Labor Day at noon", "FREQ=YEARLY;BYMONTH=9;BYDAY=1MO")]
    [InlineData("every Boxing Day at 3pm", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=26")]
    [InlineData("every 12th of March at 10am", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=12")]
    [InlineData("the 20th day of every month at 4", "FREQ=MONTHLY;BYMONTHDAY=20")]
    [InlineData("the last of every month, 5pm", "FREQ=MONTHLY;BYMONTHDAY=-1")]
    [InlineData("双周四下午两点例会", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH")]
    [InlineData("一周三次，周一、周三、周五上午十点", "FREQ=WEEKLY;BYDAY=MO,WE,FR")]
    [InlineData("weekdays minus Friday at 10", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH")]
    [InlineData("每月6、16、26号上午十点", "FREQ=MONTHLY;BYMONTHDAY=6,16,26")]
    [InlineData("每逢3号、13号上午九点", "FREQ=MONTHLY;BYMONTHDAY=3,13")]
    [InlineData("平日每天早上八点半", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR")]
    [InlineData("每年5月1日和10月1日上午九点", "FREQ=YEARLY;BYMONTH=5,10;BYMONTHDAY=1")]
    [InlineData("每月碰两次，第二和第四个周一下午三点", "FREQ=MONTHLY;BYDAY=2MO,4MO")]
    [InlineData("今年内每周五上午十点", "FREQ=WEEKLY;BYDAY=FR;UNTIL=20261231T235959")]
    [InlineData("每周二上午九点，为期两个月", "FREQ=WEEKLY;BYDAY=TU;UNTIL=20270123T235959")]
    [InlineData("每周二上午九点，先开六周", "FREQ=WEEKLY;BYDAY=TU;COUNT=6")]
    [InlineData("每周2、4下午三点", "FREQ=WEEKLY;BYDAY=TU,TH")]
    [InlineData("每周六日上午十点", "FREQ=WEEKLY;BYDAY=SA,SU")]
    [InlineData("每月最后一周的周三下午三点", "FREQ=MONTHLY;BYDAY=-1WE")]
    [InlineData("每周一下午两点，截止到明年二月底", "FREQ=WEEKLY;BYDAY=MO;UNTIL=20270228T235959")]
    [InlineData("weekday mornings at 9:45", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR")]
    [InlineData("semi-annually on the 10th at 9am", "FREQ=MONTHLY;INTERVAL=6;BYMONTHDAY=10")]
    [InlineData("every Thursday at 2 ending on 17 December", "FREQ=WEEKLY;BYDAY=TH;UNTIL=20261217T235959")]
    [InlineData("three times a week, Mon, Tue and Thu at 9:30", "FREQ=WEEKLY;BYDAY=MO,TU,TH")]
    [InlineData("twice a month, on the 5th and the 20th at 3pm", "FREQ=MONTHLY;BYMONTHDAY=5,20")]
    [InlineData("alternate Fridays at 11", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR")]
    [InlineData("every second and fourth Monday at 2pm", "FREQ=MONTHLY;BYDAY=2MO,4MO")]
    [InlineData("every day until Thursday at 5pm", "FREQ=DAILY;UNTIL=20261126T235959")]
    [InlineData("每周四下午三点，12月31日前循环", "FREQ=WEEKLY;BYDAY=TH;UNTIL=20261231T235959")]
    [InlineData("每两小时报一次", "FREQ=HOURLY;INTERVAL=2")]
    [InlineData("每月二十上午九点", "FREQ=MONTHLY;BYMONTHDAY=20")]
    [InlineData("两周一会，周二上午", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU")]
    [InlineData("每到周五下午四点报一次", "FREQ=WEEKLY;BYDAY=FR")]
    [InlineData("每年12月最后一天", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1")]
    [InlineData("把每周一的例会改到每周二上午九点", "FREQ=WEEKLY;BYDAY=TU")]
    [InlineData("把每周一的例会改到周二上午九点", "FREQ=WEEKLY;BYDAY=TU")]
    [InlineData("change the sync from Mondays to Wednesdays", "FREQ=WEEKLY;BYDAY=WE")]
    [InlineData("Monday-Wednesday-Friday at 10", "FREQ=WEEKLY;BYDAY=MO,WE,FR")]
    [InlineData("T/Th 2pm", "FREQ=WEEKLY;BYDAY=TU,TH")]
    [InlineData("M-F 9am", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR")]
    [InlineData("every first of the month", "FREQ=MONTHLY;BYMONTHDAY=1")]
    [InlineData("三小时一次", "FREQ=HOURLY;INTERVAL=3")]
    [InlineData("every half hour", "FREQ=MINUTELY;INTERVAL=30")]
    [InlineData("从下周一起连续五天上午九点训练", "FREQ=DAILY;COUNT=5")]
    [InlineData("每天8:30点名，周末不点", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR")]
    [InlineData("每季度首月10日前报送", "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=10")]
    public void A_series_however_it_is_said(string text, string rule) => Assert.Equal(rule, Read(text).Rrule);

    [Fact]
    public void Days_of_a_week_that_are_a_choice_are_no_series() => Assert.Null(Read("周三到周五上午十点，哪天都行").Rrule);

    [Theory]
    [InlineData("母亲节上午十点", "2027-05-09T10:00")]
    [InlineData("2027年感恩节晚上七点", "2027-11-25T19:00")]
    [InlineData("今天下午五点前到齐，六点开会", "2026-11-23T18:00")]
    [InlineData("月底最后一天下午三点对账", "2026-11-30T15:00")]
    [InlineData("明天下午五点多钟碰头", "2026-11-24T17:00")]
    [InlineData("明天3点pm到5点", "2026-11-24T15:00")]
    [InlineData("tomorrow 7 - 10pm", "2026-11-24T19:00")]
    [InlineData("friday 07:30 PM", "2026-11-27T19:30")]
    [InlineData("call at 20 to 5 tomorrow", "2026-11-24T16:40")]
    [InlineData("tomorrow at 630 in the evening", "2026-11-24T18:30")]
    [InlineData("in about three-quarters of an hour", "2026-11-23T09:45")]
    [InlineData("put a 2pm meeting down for January 20th", "2027-01-20T14:00")]
    [InlineData("4pm on 12.20.2026", "2026-12-20T16:00")]
    [InlineData("02/12/2026 at 10am", "2026-12-02T10:00")]
    [InlineData("我明天出差，周四上午十点开会", "2026-11-26T10:00")]
    [InlineData("人员12月6号到，7号上午九点提审", "2026-12-07T09:00")]
    [InlineData("I fly out Tuesday, let's meet Thursday at 10", "2026-11-26T10:00")]
    [InlineData("下周一到昆明，周二上午九点见", "2026-12-01T09:00")]
    [InlineData("明天先把材料发来，后天上午十点开会", "2026-11-25T10:00")]
    [InlineData("两周后的今天上午九点", "2026-12-07T09:00")]
    [InlineData("could you do 10 on monday", "2026-11-30T10:00")]
    [InlineData("two days before Christmas at 3", "2026-12-23T15:00")]
    [InlineData("每天下午五点半碰一次，周末照常", "2026-11-23T17:30")]
    [InlineData("元月8号上午十点", "2027-01-08T10:00")]
    [InlineData("后天 下午 3 ： 15 碰头", "2026-11-25T15:15")]
    [InlineData("原定于12月3日的会议延期至12月10日上午九点", "2026-12-10T09:00")]
    [InlineData("每周二上午十点提醒我上报，提前一刻钟", "2026-11-24T10:00")]
    [InlineData("Thursday, next week, at 3pm", "2026-12-03T15:00")]
    [InlineData("last Monday January 10am", "2027-01-25T10:00")]
    [InlineData("Friday, 8 sharp", "2026-11-27T08:00")]
    [InlineData("后天14:00，视频会，请提前一刻钟入场", "2026-11-25T14:00")]
    [InlineData("明年2月最后一个周五下午三点", "2027-02-26T15:00")]
    [InlineData("月底前最后一个工作日上午十点", "2026-11-30T10:00")]
    [InlineData("Wednesday doesn't work, Thursday at 11 does", "2026-11-26T11:00")]
    [InlineData("每季度第二个月的20号上午十点", "2027-02-20T10:00")]
    [InlineData("每年第一个周一上午九点", "2027-01-04T09:00")]
    public void An_hour_however_it_is_said(string text, string start) => Assert.Equal(start, Start(text));

    [Theory]
    [InlineData("每周五下午三点，12月25日那次不开")]
    [InlineData("每周五下午三点，12月25日停一次")]
    [InlineData("every Friday at 3, no meeting on 25 December")]
    public void A_day_of_a_series_that_is_left_out_is_not_its_first(string text)
    {
        var reading = Read(text);

        Assert.Equal([new LocalDate(2026, 12, 25)], reading.Exclude);
        Assert.Equal("2026-11-27T15:00", Start(text));
    }

    [Theory]
    [InlineData("every Easter at 10am")]
    [InlineData("每年春节上午九点慰问")]
    [InlineData("每年6月1日和12月5日上午九点")]
    [InlineData("twice a week at 9")]
    public void A_day_that_no_rule_can_tell_gets_none(string text) => Assert.Null(Read(text).Rrule);

    [Theory]
    [InlineData("预定9765号房间")]
    [InlineData("divide it by 4")]
    [InlineData("thefts are reduced by 20")]
    [InlineData("we have 1500 suspects")]
    [InlineData("multiply 45 by 23")]
    [InlineData("（2026）川0104刑初1123号")]
    [InlineData("在五一路口设卡")]
    [InlineData("版本3.2")]
    [InlineData("24/7 support")]
    [InlineData("the sun is out")]
    [InlineData("he sat down")]
    [InlineData("转账8点5万")]
    [InlineData("三号通道的打印机又坏了")]
    [InlineData("we are at 9.2")]
    public void Figures_that_count_or_number_are_no_time(string text) => Assert.Empty(Read(text).Spans);

    [Theory]
    [InlineData("12月7、8、9日上午九点", 3)]
    [InlineData("1月7日、8日", 2)]
    [InlineData("7号8号都行", 2)]
    [InlineData("周一、周二、周三下午三点开会", 3)]
    [InlineData("周五上午十点半行不行？不行就下午三点", 2)]
    [InlineData("tues thurs 3pm", 2)]
    public void Days_in_a_list_are_all_offered(string text, int days) => Assert.Equal(days, Read(text).Candidates.Count);

    [Theory]
    [InlineData("今年最后一个工作日", "2026-12-31")]
    [InlineData("本季度最后一天", "2026-12-31")]
    [InlineData("圣诞前夜", "2026-12-24")]
    [InlineData("双十二", "2026-12-12")]
    [InlineData("周三 -> 周四", "2026-11-26")]
    [InlineData("周三→周四", "2026-11-26")]
    public void A_day_however_it_is_said(string text, string date) => Assert.Equal(date, NodaTime.Text.LocalDatePattern.Iso.Format(Read(text).Date!.Value));

    [Theory]
    [InlineData("2027年第一季度", 1, 3)]
    [InlineData("明年二季度", 4, 6)]
    public void A_quarter_by_its_number(string text, int from, int to) => Assert.Equal((from, to), (Read(text).Window!.From.Month, Read(text).Window!.To.Month));

    [Fact]
    public void Which_month_is_no_length_of_a_series() => Assert.Equal("FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=10", Read("每个季度开一次，第一个月的10号").Rrule);

    [Fact]
    public void A_second_choice_is_offered_beside_the_first() => Assert.Equal(2, Read("周四下午3点，不行就周五上午10点").Candidates.Count);

    [Fact]
    public void What_becomes_of_a_series_on_holidays_moves_no_meeting() => Assert.Null(Read("每周二上午十点例会，遇节假日顺延").Shift);

    [Fact]
    public void A_delay_by_working_days_is_how_far_and_not_until_when() => Assert.Equal(new TimeShift(0, 0, 2), Read("delay it by two working days").Shift);

    [Fact]
    public void The_next_working_day_is_found_by_the_calendar_of_the_caller() =>
        Assert.Equal(new LocalDate(2026, 11, 30), TimeRecognizer.Read("下个工作日上午开会", new TimeContext(new LocalDateTime(2026, 11, 27, 9, 0), d => d.DayOfWeek <= IsoDayOfWeek.Friday)).Date);

    [Fact]
    public void A_deadline_before_a_verb_with_its_first_sign_stays_one() =>
        Assert.Equal(new DayTime(new LocalDate(2026, 12, 2), new LocalTime(17, 0)), Read("请在下周三下午5点前提交").Due);

    [Theory]
    [InlineData("later this week", 24, 29)]
    [InlineData("本周晚些时候", 24, 29)]
    [InlineData("the rest of the month", 24, 30)]
    public void The_rest_of_a_span_begins_tomorrow(string text, int from, int to) =>
        Assert.Equal(new DayWindow(new LocalDate(2026, 11, from), new LocalDate(2026, 11, to)), Read(text).Window);

    [Theory]
    [InlineData("make the meeting half an hour longer")]
    [InlineData("shorten the meeting by 15 minutes")]
    public void How_much_longer_a_meeting_is_to_be_is_not_how_long_it_is(string text) => Assert.Null(Read(text).DurationMinutes);

    [Fact]
    public void What_a_meeting_does_not_exceed_is_how_long_it_takes() => Assert.Equal(50, Read("周四下午三点开会，不超过五十分钟").DurationMinutes);

    [Fact]
    public void Of_two_meetings_that_are_called_off_none_is_chosen()
    {
        var reading = Read("周三和周五的例会取消");

        Assert.Null(reading.TargetDate);
        Assert.Equal([new LocalDate(2026, 11, 25), new LocalDate(2026, 11, 27)], reading.Candidates.Select(c => c.Date!.Value));
    }

    [Theory]
    [InlineData("every day at 9 except Sundays", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA")]
    [InlineData("daily stand-up at 9, Mondays excepted", "FREQ=WEEKLY;BYDAY=TU,WE,TH,FR,SA,SU")]
    [InlineData("daily at 9, not on Saturdays and Sundays", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR")]
    [InlineData("once a fortnight on Thursday at 4pm", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH")]
    [InlineData("every single day at 7am", "FREQ=DAILY")]
    [InlineData("every 4 December at 9am", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=4")]
    [InlineData("每周二下午三点，12月22日结束", "FREQ=WEEKLY;BYDAY=TU;UNTIL=20261222T235959")]
    [InlineData("每周四上午九点，明年一月底结束", "FREQ=WEEKLY;BYDAY=TH;UNTIL=20270131T235959")]
    [InlineData("on working days at 9:15", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR")]
    [InlineData("monthly on 20 at 10am", "FREQ=MONTHLY;BYMONTHDAY=20")]
    [InlineData("周一到周五每天上午九点", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR")]
    [InlineData("天天早上八点点名", "FREQ=DAILY")]
    [InlineData("每月10号和月底下午两点碰头", "FREQ=MONTHLY;BYMONTHDAY=10,-1")]
    [InlineData("接下来三周每周四上午十点", "FREQ=WEEKLY;BYDAY=TH;COUNT=3|FREQ=WEEKLY;BYDAY=TH;UNTIL=20261213T155959Z")]
    public void A_series_with_its_days_left_out_or_counted(string text, string rules) => Assert.Contains(Read(text).Rrule, rules.Split('|'));

    [Theory]
    [InlineData("can we do 11 tomorrow", "2026-11-24T11:00")]
    [InlineData("Thursday from 9", "2026-11-26T09:00")]
    [InlineData("换成下周四吧，还是下午两点", "2026-12-03T14:00")]
    [InlineData("这周四开不了，下周四上午九点", "2026-12-03T09:00")]
    [InlineData("每周二下午三点，12月22日结束", "2026-11-24T15:00")]
    [InlineData("年底那天下午三点", "2026-12-31T15:00")]
    [InlineData("每周五上午十点，12月4日那周停一次", "2026-11-27T10:00")]
    [InlineData("原定周四两点的会推迟到四点", "2026-11-26T16:00")]
    [InlineData("move the Friday 3pm meeting to 5pm", "2026-11-27T17:00")]
    [InlineData("every working day at 8 until 11 December", "2026-11-24T08:00")]
    [InlineData("every Friday at 4pm until May next year", "2026-11-27T16:00")]
    [InlineData("5 March at 10am, annual review", "2027-03-05T10:00")]
    [InlineData("元旦后的第一个周二上午十点", "2027-01-05T10:00")]
    [InlineData("把后天上午的会移动到周五上午九点", "2026-11-27T09:00")]
    [InlineData("例会重新安排到周四下午两点", "2026-11-26T14:00")]
    [InlineData("1530 briefing tomorrow", "2026-11-24T15:30")]
    [InlineData("meeting is 1430 on Thursday, not 1400", "2026-11-26T14:30")]
    [InlineData("brief 1000 finish 1100 tomorrow", "2026-11-24T10:00")]
    [InlineData("明天上午九点的会十点开始", "2026-11-24T10:00")]
    [InlineData("tomorrow's 9am call starts at 10", "2026-11-24T10:00")]
    [InlineData("把今天下午五点的会安排到明天晚上八点", "2026-11-24T20:00")]
    [InlineData("reschedule my 2:30 visit today for 5pm tomorrow", "2026-11-24T17:00")]
    [InlineData("3pm meeting tomorrow, at 2pm send the agenda", "2026-11-24T15:00")]
    [InlineData("planning over lunch on wednesday at 11 45 am", "2026-11-25T11:45")]
    [InlineData("squash on thursday at 8 20", "2026-11-26T08:20")]
    [InlineData("on the 8th at 6 forty p m", "2026-12-08T18:40")]
    [InlineData("see the doctor for 5 fifty next thursday", "2026-12-03T17:50")]
    [InlineData("meet jia li monday 3 20", "2026-11-30T15:20")]
    [InlineData("the team leaves 1 day 3 hours later", "2026-11-24T12:00")]
    [InlineData("培训12月7日至9日，每天上午九点开始", "2026-12-07T09:00")]
    [InlineData("下周的今天上午十点", "2026-11-30T10:00")]
    [InlineData("call tomorrow 2 to 3 30", "2026-11-24T14:00")]
    [InlineData("at 15h tomorrow", "2026-11-24T15:00")]
    [InlineData("明天2.30在局里碰头", "2026-11-24T14:30")]
    [InlineData("礼拜四后晌三点碰个头", "2026-11-26T15:00")]
    [InlineData("明儿个头晌九点", "2026-11-24T09:00")]
    [InlineData("lock in 45 minutes every Tuesday at 4:30pm", "2026-11-24T16:30")]
    [InlineData("周一二三四五8:30打卡，每周", "2026-11-24T08:30")]
    [InlineData("周二四六下午三点训练", "2026-11-24T15:00")]
    [InlineData("把会议从明天下午五点更新成下午六点", "2026-11-24T18:00")]
    public void An_hour_that_only_its_neighbour_tells(string text, string start) => Assert.Equal(start, Start(text));

    private static TimeReading Read(string text) => TimeRecognizer.Read(text, Sentences.Monday);

    private static string? Start(string text) => Read(text).Start?.ToString("uuuu-MM-dd'T'HH:mm", null);
}
