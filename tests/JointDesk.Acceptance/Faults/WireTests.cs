using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using JointDesk.Acceptance.Chats;
using JointDesk.Acceptance.Host;

namespace JointDesk.Acceptance.Faults;

/// <summary>What does not come from a well-behaved client: refused or ignored, never an error of the desk.</summary>
public sealed class WireTests(SharedDesk shared) : IClassFixture<SharedDesk>
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    /// <summary>What the desk is sent, and whether it is to be refused (else it may also be ignored with 2xx).</summary>
    public static TheoryData<string, bool> Bodies => new()
    {
        { "{", true },
        { "", true },
        { "[]", true },
        { "null", true },
        { "\"text\"", true },
        { "{\"type\":17}", true },
        { "{\"text\":\"no type\"}", true },
        { "{\"type\":\"message\",\"text\":{\"a\":1}}", true },
        { new string('[', 100_000), true },
        { "{\"type\":\"message\",\"text\":\"" + new string('会', 100_000) + "\"}", true },
        { "{\"type\":\"aKindOfActivityNobodyKnows\",\"id\":\"x1\"}", false },
        { "{\"type\":\"message\",\"id\":\"x2\"}", false },
        { "{\"type\":\"message\",\"value\":[1,2,3],\"channelData\":{\"postBack\":true}}", false },
        { "{\"type\":\"message\",\"value\":{\"verb\":\"meeting.confirm\",\"draft\":17}}", false },
        { "{\"type\":\"message\",\"value\":{\"verb\":\"choice.999999999999\"}}", false },
        { "{\"type\":\"message\",\"value\":{\"verb\":\"rsvp.accept\",\"meeting\":\"no-such\",\"sequence\":\"x\"}}", false },
        { "{\"type\":\"message\",\"text\":\"\\u0000\\ud83d\",\"locale\":\"x-nowhere\",\"entities\":[null,{\"type\":\"odd\"}],\"attachments\":[null]}", false },
        { "{\"type\":\"event\",\"name\":null}", false },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Odd_activities_on_direct_line(string body, bool refused)
    {
        var client = await DeskClient.SignIn(shared.Desk, "zhou.tao", Cancel);
        var path = $"v3/directline/conversations/{Uri.EscapeDataString(client.Personal.Id)}/activities";
        Check(await client.PostRaw(path, body, Cancel), body, refused);
        await StillAnswers(client);
    }

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Odd_activities_on_the_bot_framework_endpoint(string body, bool refused)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await shared.Desk.Http.PostAsync("api/messages", content, Cancel);
        Check(answer, body, refused);
    }

    [Theory]
    [InlineData("GET", "api/messages")]
    [InlineData("PUT", "api/messages")]
    [InlineData("GET", "v3/directline/conversations/none/activities")]
    [InlineData("POST", "v3/directline/tokens/refresh")]
    [InlineData("GET", "api/v1/meetings")]
    [InlineData("GET", "api/v1/meetings/none")]
    [InlineData("GET", "calendar/none.ics")]
    [InlineData("GET", "calendar/..%2f..%2fappsettings.json")]
    public async Task Strangers_get_a_plain_no(string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(shared.Desk.Address, path));
        using var answer = await shared.Desk.Http.SendAsync(request, Cancel);
        Assert.InRange((int)answer.StatusCode, 400, 499);
    }

    [Theory]
    [InlineData("not-a-token")]
    [InlineData("a.b.c")]
    [InlineData("")]
    public async Task A_token_that_is_none_opens_nothing(string token)
    {
        foreach (var path in new[] { "api/v1/me", "api/v1/contributions", "v3/directline/conversations/x/activities" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(shared.Desk.Address, path));
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
            using var answer = await shared.Desk.Http.SendAsync(request, Cancel);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Nobody_signs_in_who_is_not_in_the_directory()
    {
        foreach (var body in new[] { "{\"officer\":\"zhang.san\"}", "{\"officer\":null}", "{}", "{" })
        {
            using var content = new StringContent(body, Encoding.UTF8, "application/json");
            using var answer = await shared.Desk.Http.PostAsync("demo/sign-in", content, Cancel);
            Assert.InRange((int)answer.StatusCode, 400, 499);
        }
    }

    /// <summary>An officer's token opens the own chats only.</summary>
    [Fact]
    public async Task Another_officers_chat_stays_shut()
    {
        var own = await DeskClient.SignIn(shared.Desk, "he.ping", Cancel);
        var other = await DeskClient.SignIn(shared.Desk, "sun.li", Cancel);
        var path = $"v3/directline/conversations/{Uri.EscapeDataString(other.Personal.Id)}/activities";
        using var read = await own.Send(HttpMethod.Get, path, null, Cancel);
        using var write = await own.Send(HttpMethod.Post, path, new JsonObject { ["type"] = "message", ["text"] = "help" }, Cancel);
        Assert.InRange((int)read.StatusCode, 400, 499);
        Assert.InRange((int)write.StatusCode, 400, 499);
    }

    /// <summary>The clock only goes forward, and only by what can be read.</summary>
    [Theory]
    [InlineData("{\"now\":\"2020-01-01T00:00:00+08:00\"}")]
    [InlineData("{\"advance\":\"-1.00:00:00\"}")]
    [InlineData("{\"advance\":\"soon\"}")]
    [InlineData("{}")]
    [InlineData("{")]
    public async Task The_demo_clock_refuses_nonsense(string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await shared.Desk.Http.PostAsync("demo/clock", content, Cancel);
        Assert.InRange((int)answer.StatusCode, 400, 499);
    }

    private static void Check(HttpResponseMessage answer, string body, bool refused)
    {
        var status = (int)answer.StatusCode;
        Assert.True(status is >= 400 and < 500 || (!refused && status is >= 200 and < 300), $"{body[..Math.Min(80, body.Length)]} was answered {status}");
    }

    private static async Task StillAnswers(DeskClient client)
    {
        await client.Personal.Say("帮助", Cancel);
        Assert.NotNull(await client.Personal.Await(m => m.Text.Length > 0, Cancel));
    }
}
