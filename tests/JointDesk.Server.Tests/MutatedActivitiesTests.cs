using System.Net;
using JointDesk.BotFramework.Tests;

namespace JointDesk.Server.Tests;

/// <summary>Activities that went wrong on the way, posted to the whole desk. JOINTDESK_FUZZ sets the number.</summary>
public sealed class MutatedActivitiesTests
{
    private static readonly int Rounds = int.TryParse(Environment.GetEnvironmentVariable("JOINTDESK_FUZZ"), out var rounds) ? rounds : 3_000;

    [Fact]
    public async Task NoneIsAnsweredWith500()
    {
        await using var desk = await RunningDesk.StartAsync();
        var mutations = new Mutations(7);
        for (var i = 0; i < Rounds; i++)
        {
            var body = mutations.Next();
            using var answer = await desk.Http.PostAsync("/api/messages", new ByteArrayContent(body), TestContext.Current.CancellationToken);
            Assert.True(
                answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.BadRequest or HttpStatusCode.NotImplemented,
                $"{(int)answer.StatusCode} to {System.Text.Encoding.UTF8.GetString(body)}");
        }
    }
}
