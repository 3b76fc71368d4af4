namespace JointDesk.Recognizers.Tests;

/// <summary>Whoever has to mend a reading is told which rule took which words for what.</summary>
public sealed class ExplainTests
{
    [Theory]
    [InlineData("周三的会改到下周四下午三点", "周三", "Composer.IsTarget", "target 2026-11-25")]
    [InlineData("材料周五下午五点前报送", "周五下午五点前", "Composer.Due", "due 2026-11-27T17:00:00")]
    [InlineData("三个工作日内反馈", "三个工作日内", "Composer.OneLength", "due 2026-11-26")]
    [InlineData("推迟两天", "两天", "Composer.Sign", "shift 2 days, 0 working days, 0 minutes")]
    [InlineData("会前一天提醒", "会前一天", "Composer.Offset", "offset -1 days, 0 working days, 0 minutes from the meeting")]
    [InlineData("every Friday at 4 until the end of December", "every Friday", "Composer.Series", "series FREQ=WEEKLY;BYDAY=FR;UNTIL=20261231T235959")]
    [InlineData("每周三上午九点，12月9日除外", "12月9日", "Composer.Uses", "exclude 2026-12-09")]
    [InlineData("Thursday afternoon or Friday morning", "Friday morning", "Composer.Choices", "candidate 2026-11-27")]
    [InlineData("定在二月三十号", "二月三十号", "NoSuchDay", "no such day ")]
    [InlineData("下周四开会", "下周四", "WeekdayPhrase", "day 2026-12-03")]
    public void Each_stretch_has_its_rule_and_its_value(string text, string words, string rule, string value) =>
        Assert.Contains((words, rule, value), TimeRecognizer.Explain(text, Sentences.Monday).Select(e => (text.Substring(e.Span.Start, e.Span.Length), e.Rule, $"{e.Type} {e.Values[0].Value}")));
}
