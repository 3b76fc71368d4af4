namespace JointDesk.Acceptance.Stories;

/// <summary>Every story beside this file, played against the whole desk.</summary>
public sealed class StoryTests(ITestOutputHelper output)
{
    public static TheoryData<string> Files => [.. StoryPlay.Files("*.md")];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Holds(string story) => Assert.NotEmpty((await StoryPlay.Plain(story, output)).Heard);
}

/// <summary>SIGKILL and a restart between the steps; in the end everyone has heard the same as without.</summary>
public sealed class ChineseStoriesKilledTests(ITestOutputHelper output)
{
    public static TheoryData<string> Files => [.. StoryPlay.Files("*.zh.md")];

    [Theory]
    [MemberData(nameof(Files))]
    public Task Holds_when_the_desk_is_killed_between_the_steps(string story) => StoryPlay.SurvivesKills(story, output);
}

/// <summary>A class of its own, since the tests of one class wait for each other.</summary>
public sealed class EnglishStoriesKilledTests(ITestOutputHelper output)
{
    public static TheoryData<string> Files => [.. StoryPlay.Files("*.en.md")];

    [Theory]
    [MemberData(nameof(Files))]
    public Task Holds_when_the_desk_is_killed_between_the_steps(string story) => StoryPlay.SurvivesKills(story, output);
}
