namespace JointDesk.Acceptance.Host;

/// <summary>The sample of all settings, and slips in them.</summary>
public sealed class SettingsTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_example_of_all_settings_is_one_the_desk_starts_with()
    {
        var example = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "appsettings.example.json"), Cancel);
        await using var desk = await DeskProcess.StartWith(example, Cancel);
        Assert.Single(desk.Starts);
    }

    [Theory]
    [InlineData("Storage__Pfad", "Storage:Pfad")]
    [InlineData("Demo__Clok", "Demo:Clok")]
    [InlineData("Desk__Ladder__Daysbefore2", "Desk:Ladder:Daysbefore2")]
    public async Task An_unknown_key_is_an_error_that_names_it(string key, string named)
    {
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => DeskProcess.Start(Cancel, (key, "x")));
        Assert.Contains(named, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clock_that_is_none_is_an_error_in_one_line()
    {
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => DeskProcess.Start(Cancel, ("Demo__Clock", "tomorrow")));
        Assert.Contains("Demo:Clock", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", refused.Message, StringComparison.Ordinal);
    }

    /// <summary>Demo doors are not merely locked elsewhere: they are not there.</summary>
    [Fact]
    public async Task Without_the_demo_its_paths_do_not_exist()
    {
        await using var desk = await DeskProcess.Start(Cancel, ("Demo__Enabled", "false"), ("Demo__Clock", null));
        foreach (var path in new[] { "demo/sign-in", "demo/clock", "demo/officers" })
        {
            using var got = await desk.Http.GetAsync(new Uri(desk.Address, path), Cancel);
            using var posted = await desk.Http.PostAsync(new Uri(desk.Address, path), null, Cancel);
            Assert.Equal((404, 404), ((int)got.StatusCode, (int)posted.StatusCode));
        }
        using var message = await desk.Http.PostAsync("api/messages", new StringContent("{\"type\":\"message\",\"text\":\"帮助\"}"), Cancel);
        Assert.Equal(401, (int)message.StatusCode);
    }

    [Fact]
    public async Task A_second_desk_on_the_same_data_ends_with_one_line()
    {
        await using var desk = await DeskProcess.Start(Cancel);
        var (exit, _, errors) = await desk.Verb(Cancel, "--urls", "http://127.0.0.1:0");
        Assert.Equal(1, exit);
        Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        using var still = await desk.Http.GetAsync("readyz", Cancel);
        Assert.Equal(200, (int)still.StatusCode);
    }
}
