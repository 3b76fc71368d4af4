using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace JointDesk.BotFramework.Tests;

public class TokenTests
{
    private readonly FakeTimeProvider _time = new(DateTimeOffset.Parse("2026-11-23T08:00:00Z", System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void A_token_holds_user_and_scope_and_outlives_a_restart()
    {
        var token = new DirectLineTokens(DirectLineDesk.Key, _time).Issue(new("wang.fang", "王芳"), "c-1").Token;
        var check = new DirectLineTokens(DirectLineDesk.Key, _time).Check(token);
        Assert.Equal((new DirectLineUser("wang.fang", "王芳"), "c-1"), (check.User, check.ConversationId));
        Assert.True(check.Covers("c-1"));
        Assert.False(check.Covers("c-2"));
        Assert.Equal("wang.fang", new JsonWebToken(token).GetClaim("user").Value);
    }

    [Fact]
    public void It_ends_to_the_second()
    {
        var tokens = new DirectLineTokens(DirectLineDesk.Key, _time, TimeSpan.FromMinutes(30));
        var token = tokens.Issue(new("u")).Token;
        _time.Advance(TimeSpan.FromMinutes(30) - TimeSpan.FromSeconds(1));
        Assert.NotNull(tokens.Check(token).User);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.True(tokens.Check(token) is { User: null, HasExpired: true });
    }

    [Fact]
    public void Nothing_else_is_a_token()
    {
        var tokens = new DirectLineTokens(DirectLineDesk.Key, _time);
        var good = tokens.Issue(new("u")).Token;
        var parts = good.Split('.');
        string[] bad =
        [
            "", "x", "a.b.c", "..", good[..^3], good + "A", $"{parts[0]}.{parts[1]}.", new('x', 20_000),
            $"{Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT"}""")}.{parts[1]}.",
            $"{parts[0]}.{Base64UrlEncoder.Encode(Base64UrlEncoder.Decode(parts[1]).Replace("\"u\"", "\"v\"", StringComparison.Ordinal))}.{parts[2]}",
            new DirectLineTokens(RandomNumberGenerator.GetBytes(32), _time).Issue(new("u")).Token,
            tokens.Issue(DirectLineLinks.ToStream, new("u"), null, TimeSpan.FromHours(1)).Token,
        ];
        Assert.All(bad, token => Assert.True(tokens.Check(token) is { User: null, HasExpired: false }, token));
    }

    [Fact]
    public void A_short_key_is_refused() => Assert.Throws<ArgumentException>(() => new DirectLineTokens(new byte[31], _time));

    [Fact]
    public async Task A_dead_token_is_403_and_a_missing_or_foreign_one_401()
    {
        await using var desk = await DirectLineDesk.StartAsync(_time);
        var token = desk.TokenOf("wang");
        foreach (var (verb, path) in new[] { ("POST", "/conversations"), ("POST", "/tokens/refresh"), ("GET", "/conversations/personal-wang"), ("GET", "/conversations/personal-wang/activities"), ("POST", "/conversations/personal-wang/activities") })
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await desk.CallAsync(verb, path, null)).Status);
            Assert.Equal(HttpStatusCode.Unauthorized, (await desk.CallAsync(verb, path, "a.b.c")).Status);
            Assert.Equal(HttpStatusCode.Unauthorized, (await desk.CallAsync(verb, path, null, null, ("Authorization", "Basic " + token))).Status);
        }
        _time.Advance(TimeSpan.FromHours(1));
        foreach (var (verb, path) in new[] { ("POST", "/conversations"), ("POST", "/tokens/refresh"), ("GET", "/conversations/personal-wang/activities") })
        {
            var (status, body) = await desk.CallAsync(verb, path, token);
            Assert.Equal((HttpStatusCode.Forbidden, "TokenExpired"), (status, body.GetProperty("error").GetProperty("code").GetString()));
        }
    }

    [Fact]
    public async Task Refresh_gives_the_same_rights_for_longer()
    {
        await using var desk = await DirectLineDesk.StartAsync(_time);
        desk.Backend.Rooms["room"] = ["wang"];
        _time.Advance(TimeSpan.FromMinutes(1));
        var old = desk.TokenOf("wang", "room");
        _time.Advance(TimeSpan.FromMinutes(20));
        var (status, body) = await desk.CallAsync("POST", "/tokens/refresh", old);
        Assert.Equal((HttpStatusCode.OK, "room", 1800), (status, body.GetProperty("conversationId").GetString(), body.GetProperty("expires_in").GetInt32()));
        _time.Advance(TimeSpan.FromMinutes(20));
        Assert.Equal(HttpStatusCode.Forbidden, (await desk.CallAsync("GET", "/conversations/room/activities", old)).Status);
        Assert.Equal(HttpStatusCode.OK, (await desk.CallAsync("GET", "/conversations/room/activities", body.GetProperty("token").GetString())).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.CallAsync("GET", "/conversations/personal-wang/activities", body.GetProperty("token").GetString())).Status);
    }

    [Fact]
    public async Task The_secret_makes_a_token_for_whom_the_body_names()
    {
        await using var desk = await DirectLineDesk.StartAsync(options: new() { Secret = "s3cret" });
        static StringContent Body(string json) => new(json, Encoding.UTF8, "application/json");
        var (status, body) = await desk.CallAsync("POST", "/tokens/generate", "s3cret", Body("""{"user":{"id":"wang","name":"王芳"},"trustedOrigins":[]}"""));
        Assert.Equal((HttpStatusCode.OK, "personal-wang"), (status, body.GetProperty("conversationId").GetString()));
        Assert.Equal(new("wang", "王芳"), desk.Tokens.Check(body.GetProperty("token").GetString()!).User);
        Assert.Equal(HttpStatusCode.BadRequest, (await desk.CallAsync("POST", "/tokens/generate", "s3cret", Body("{}"))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await desk.CallAsync("POST", "/tokens/generate", "s3cret", Body("{"))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await desk.CallAsync("POST", "/tokens/generate", "s3cret", Body("""{"user":{"id":"\ud83d"}}"""))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.CallAsync("POST", "/tokens/generate", "s3cret", Body("""{"user":{"id":"stranger"}}"""))).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await desk.CallAsync("POST", "/tokens/generate", "guess", Body("""{"user":{"id":"wang"}}"""))).Status);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await desk.CallAsync("POST", "/tokens/generate", "s3cret", Body(new string(' ', 20_000)))).Status);
    }

    [Fact]
    public async Task Without_a_secret_an_empty_one_opens_nothing()
    {
        await using var desk = await DirectLineDesk.StartAsync();
        Assert.Equal(HttpStatusCode.Unauthorized, (await desk.CallAsync("POST", "/tokens/generate", "", new StringContent("""{"user":{"id":"wang"}}"""))).Status);
        Assert.Equal(HttpStatusCode.OK, (await desk.CallAsync("POST", "/tokens/generate", desk.TokenOf("wang"))).Status);
    }
}
