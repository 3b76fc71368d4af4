using JointDesk.Recognizers;
using JointDesk.Scheduling;
using JointDesk.Server.Settings;
using JointDesk.Talk.Understanding;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace JointDesk.Server.Tests;

/// <summary>What the settings say about reading messages holds in the desk that runs.</summary>
public sealed class UnderstandingTests
{
    private static readonly Surroundings Monday =
        new(new TimeContext(new LocalDateTime(2026, 11, 23, 9, 0), HolidayCalendar.China.IsWorkingDay), Lexicon.Empty);

    [Theory]
    [InlineData("true", Reader.Library)]
    [InlineData("false", Reader.Grammar)]
    public async Task TheSecondReaderIsAskedOnlyWhereItIsOn(string on, Reader by)
    {
        await using var desk = await RunningDesk.StartAsync(settings: ["--Understanding:SecondReader", on, "--Understanding:SecondReaderLimit", "00:00:10"]);

        var reading = desk.Services.GetRequiredService<Understander>().Read("光棍节召集经侦支队开会", Monday);

        Assert.Equal(by, reading.Time.By);
        Assert.Equal(by == Reader.Library, reading.Time.Spans.Count > 0);
    }

    [Fact]
    public void TheSecondReaderWaitsAsLongAsIsSet() => Assert.Equal(TimeSpan.FromSeconds(2), new UnderstandingOptions { SecondReaderLimit = TimeSpan.FromSeconds(2) }.ToReader()!.Limit);

    [Fact]
    public void TheBuildHasLearntThePhrasesOfThisBuild()
    {
        using var learnt = typeof(TalkSetup).Assembly.GetManifestResourceStream("intents.model");
        Assert.NotNull(learnt);
        Assert.NotNull(IntentModel.Read(learnt));
    }
}
