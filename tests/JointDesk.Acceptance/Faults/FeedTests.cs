using System.Net;
using JointDesk.Acceptance.Chats;
using JointDesk.Acceptance.Host;
using JointDesk.Calendaring.Tests;

namespace JointDesk.Acceptance.Faults;

/// <summary>The calendar feed, as calendar programs fetch it: without a token, knowing only its address.</summary>
public sealed class FeedTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_feed_shows_the_meetings_of_its_owner_and_those_only()
    {
        await using var desk = await DeskProcess.Start(Cancel);
        await Conversing.Convene(desk, "出入境管理支队、经侦支队", Cancel);

        var invited = Assert.Single(await Feed(desk, "li.qiang"));
        Assert.Equal(0, invited.Sequence);
        Assert.Equal(DateTimeOffset.Parse("2026-12-02T15:00+08:00", null), DateTimeOffset.Parse(invited.Start!, null));
        Assert.Equal(invited.Uid, Assert.Single(await Feed(desk, "wang.fang")).Uid);
        Assert.Empty(await Feed(desk, "he.ping"));
    }

    [Fact]
    public async Task Its_address_is_secret_and_stays_over_a_restart()
    {
        await using var desk = await DeskProcess.Start(Cancel);
        var one = await Address(desk, "li.qiang");
        var other = await Address(desk, "chen.jie");
        Assert.NotEqual(one, other);
        Assert.True(Path.GetFileNameWithoutExtension(new Uri(desk.Address, one).AbsolutePath).Length >= 22, $"{one} can be guessed");

        await desk.Restart(Cancel);
        Assert.Equal(one, await Address(desk, "li.qiang"));
        using var answer = await desk.Http.GetAsync(new Uri(desk.Address, one), Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/calendar", answer.Content.Headers.ContentType?.MediaType);
    }

    private static async Task<string> Address(DeskProcess desk, string officer) =>
        (string)(await (await DeskClient.SignIn(desk, officer, Cancel)).Api("api/v1/me", Cancel))["feed"]!;

    private static async Task<List<ReadEvent>> Feed(DeskProcess desk, string officer)
    {
        var bytes = await desk.Http.GetByteArrayAsync(new Uri(desk.Address, await Address(desk, officer)), Cancel);
        return [.. (await IndependentReaders.Agreed(("feed.ics", bytes)))["feed.ics"]];
    }
}
