using System.Text.Json;

namespace JointDesk.BotFramework.Tests;

/// <summary>npm botframework-directlinejs, the client inside Web Chat, against this server.</summary>
public class OfficialClientTests
{
    private const string Package = "botframework-directlinejs@0.15.8";

    [Theory]
    [InlineData("polling")]
    [InlineData("websocket")]
    public async Task DirectLineJS_talks(string mode)
    {
        var packages = NodePackages.Install(Package);
        await using var desk = await DirectLineDesk.StartAsync();
        var lines = await RunAsync(packages, desk, mode);
        Assert.DoesNotContain(lines, line => line.TryGetProperty("error", out _));
        Assert.Equal(["first", "echo: first", "second", "echo: second"], Texts(lines));
        Assert.Equal(["c-first", "c-second"], lines.Select(l => Text(l, "client")).Where(c => c is not null).Distinct());
        Assert.All(lines.Where(l => Text(l, "text") is "first" or "second"), l => Assert.Equal(("wang", "user"), (Text(l, "from"), Text(l, "role"))));
        Assert.Contains(lines, l => l.TryGetProperty("status", out var status) && status.GetInt32() == 2);
        Assert.Equal(2, lines.Count(l => l.TryGetProperty("posted", out _)));
    }

    [Theory]
    [InlineData("polling")]
    [InlineData("websocket")]
    public async Task DirectLineJS_comes_back_to_a_conversation_and_sees_its_history(string mode)
    {
        var packages = NodePackages.Install(Package);
        await using var desk = await DirectLineDesk.StartAsync();
        desk.Backend.Rooms["team-1"] = ["wang"];
        desk.Backend.Say("team-1", Activity.Message("old one"));
        desk.Backend.Say("team-1", Activity.Message("old two"));
        Assert.Equal(["old one", "old two", "second", "echo: second"], Texts(await RunAsync(packages, desk, mode, "team-1")));
    }

    [Fact]
    public async Task DirectLineJS_uploads_a_file()
    {
        var packages = NodePackages.Install(Package);
        await using var desk = await DirectLineDesk.StartAsync();
        var lines = await RunAsync(packages, desk, "upload");
        var file = lines.Single(l => Text(l, "text") == "first").GetProperty("files")[0];
        Assert.Equal("a.txt", file.GetProperty("name").GetString());
        using var content = await desk.SendAsync("GET", file.GetProperty("contentUrl").GetString()!, null);
        Assert.Equal("file content", await content.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task DirectLineJS_finds_back_after_the_host_restarts_and_misses_nothing()
    {
        var packages = NodePackages.Install(Package);
        var backend = new MemoryBackend();
        var before = await DirectLineDesk.StartAsync(backend: backend);
        var running = RunAsync(packages, before, "listen", "personal-wang");
        backend.Say("personal-wang", Activity.Message("before"));
        while (backend.Waiting == 0 && !running.IsCompleted)
            await Task.Delay(10, TestContext.Current.CancellationToken);
        await before.DisposeAsync();
        backend.Say("personal-wang", Activity.Message("meanwhile"));
        await using var after = await DirectLineDesk.StartAsync(backend: backend, url: before.Origin);
        backend.Say("personal-wang", Activity.Message("bye"));
        Assert.Equal(["before", "meanwhile", "bye"], Texts(await running));
    }

    private static async Task<List<JsonElement>> RunAsync(string packages, DirectLineDesk desk, string mode, params string[] more)
    {
        var lines = await Task.Run(() => NodePackages.Run("directline.mjs", [packages, desk.Base, desk.TokenOf("wang"), mode, .. more]), TestContext.Current.CancellationToken);
        return [.. lines.Select(line => JsonElement.Parse(line))];
    }

    private static IEnumerable<string?> Texts(IEnumerable<JsonElement> lines) => lines.Select(l => Text(l, "text")).Where(text => text is not null);

    private static string? Text(JsonElement line, string name) =>
        line.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
