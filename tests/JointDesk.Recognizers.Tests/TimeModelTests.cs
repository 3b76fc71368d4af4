using JointDesk.Recognizers.Library;
using Microsoft.Recognizers.Text.DataTypes.TimexExpression;

namespace JointDesk.Recognizers.Tests;

public sealed class TimeModelTests
{
    [Theory]
    [InlineData("下周三下午三点开会", "下周三下午三点", "datetime", "2026-12-02T15", "2026-12-02 15:00:00")]
    [InlineData("let's meet on Friday at noon", "Friday at noon", "datetime", "XXXX-WXX-5T12", "2026-11-27 12:00:00")]
    [InlineData("90分钟就够", "90分钟", "duration", "PT90M", "5400")]
    [InlineData("by 3 December", "by 3 December", "daterange", "XXXX-12-03", null)]
    public void Results_have_the_library_s_shape(string text, string stretch, string type, string timex, string? value)
    {
        var result = Assert.Single(new TimeModel(Sentences.Monday).Parse(text));

        Assert.Equal((stretch, "datetimeV2." + type), (result.Text, result.TypeName));
        Assert.Equal(stretch, text[result.Start..(result.End + 1)]);
        var values = (IEnumerable<Dictionary<string, string>>)result.Resolution["values"];
        Assert.Equal((timex, value), (values.First()["timex"], values.First().GetValueOrDefault("value")));
        Assert.Equal(timex, new TimexProperty(timex).TimexValue);
    }

    [Fact]
    public void The_library_is_asked_where_the_grammar_is_silent_and_only_there()
    {
        var second = new SecondReader(TimeSpan.FromSeconds(20));
        var model = new TimeModel(Sentences.Monday, second);

        Assert.Single(model.Parse("明天下午三点"));
        Assert.Equal(0, second.Asked);
        Assert.NotEmpty(model.Parse("光棍节聚餐"));
        Assert.Equal(1, second.Asked);
        Assert.Empty(new TimeModel(Sentences.Monday).Parse("光棍节聚餐"));
    }
}
