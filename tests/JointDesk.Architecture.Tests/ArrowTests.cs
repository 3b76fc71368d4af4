namespace JointDesk.Architecture.Tests;

/// <summary>Projects are walls that keep packages out, and their references only point down.</summary>
public sealed class ArrowTests
{
    private static readonly Dictionary<string, string[]> MayName = new(StringComparer.Ordinal)
    {
        ["JointDesk"] = [],
        ["JointDesk.Recognizers"] = [],
        ["JointDesk.BotFramework"] = [],
        ["JointDesk.Calendaring"] = ["JointDesk"],
        ["JointDesk.Store"] = ["JointDesk"],
        ["JointDesk.Talk"] = ["JointDesk", "JointDesk.Recognizers"],
        ["JointDesk.Learning"] = ["JointDesk.Talk"],
        ["JointDesk.Server"] = ["JointDesk", "JointDesk.Talk", "JointDesk.Store", "JointDesk.Calendaring", "JointDesk.BotFramework"],
    };

    /// <summary>What each wall is there for.</summary>
    private static readonly Dictionary<string, string> KeptIn = new(StringComparer.Ordinal)
    {
        ["LiteDB"] = "JointDesk.Store",
        ["Npgsql"] = "JointDesk.Store",
        ["Ical.Net"] = "JointDesk.Calendaring",
        ["MailKit"] = "JointDesk.Calendaring",
        ["Microsoft.Recognizers.Text.DateTime"] = "JointDesk.Recognizers",
    };

    public static TheoryData<string> Projects => [.. Repository.Files("src", "*.csproj")];

    [Theory]
    [MemberData(nameof(Projects))]
    public void References_only_point_down(string project)
    {
        var name = Repository.NameOf(project);
        Assert.True(MayName.TryGetValue(name, out var allowed), $"{name} has no place in the house yet: give it one here and in the design.");
        Assert.Empty(Repository.Items(project, "ProjectReference").Except(allowed!));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Packages_stay_behind_their_wall(string project) =>
        Assert.DoesNotContain(
            Repository.Items(project, "PackageReference"),
            package => KeptIn.TryGetValue(package, out var wall) && wall != Repository.NameOf(project));

    [Fact]
    public void The_rules_need_no_package_but_time() =>
        Assert.Equal(
            ["Microsoft.CodeAnalysis.BannedApiAnalyzers", "NodaTime", "NodaTime.Serialization.SystemTextJson"],
            Repository.Items("src/JointDesk/JointDesk.csproj", "PackageReference").Order(StringComparer.Ordinal));
}
