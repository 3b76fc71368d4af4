using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace JointDesk.BotFramework.Tests;

public class ActivityJsonTests
{
    private static Activity Read(string json) => ActivityJson.Read(Encoding.UTF8.GetBytes(json));

    [Theory]
    [MemberData(nameof(Samples.Names), MemberType = typeof(Samples))]
    public void Round_trip_loses_nothing(string sample)
    {
        var json = Samples.Json(sample);
        var again = Encoding.UTF8.GetString(ActivityJson.Write(Read(json)));
        Assert.True(JsonNode.DeepEquals(Canonical(json), Canonical(again)), again);
    }

    [Fact]
    public void Unknown_members_entities_and_shapes_are_kept()
    {
        const string json = """
            {"type":"message","newThing":{"a":[1,null]},"from":{"id":"x","extra":true},"conversation":{"id":"c","meetingInfo":{"id":"m"}},
             "entities":[{"type":"https://schema.org/Message","@type":"Message","usageInfo":[]},{"noType":1}],"channelData":"just text","value":[1,2]}
            """;
        var activity = Read(json);
        Assert.Equal(2, activity.Entities!.Count);
        Assert.Equal("newThing", Assert.Single(activity.More!).Key);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(json), JsonNode.Parse(ActivityJson.Write(activity))));
    }

    [Fact]
    public void Ids_are_never_parsed()
    {
        var activity = Read("""{"type":"message","id":"f:1","conversation":{"id":"19:x@thread.tacv2;messageid=1","tenantId":"00000000-0000-0000-0000-0000000000001"}}""");
        Assert.Equal("00000000-0000-0000-0000-0000000000001", activity.Conversation!.TenantId);
    }

    [Fact]
    public void A_caller_id_from_the_wire_is_discarded()
    {
        var activity = Read("""{"type":"message","callerId":"urn:botframework:azure"}""");
        Assert.Null(activity.CallerId);
        Assert.Null(activity.More);
        Assert.DoesNotContain("callerId", Encoding.UTF8.GetString(ActivityJson.Write(activity with { CallerId = "urn:x" })), StringComparison.Ordinal);
    }

    [Fact]
    public void Null_items_in_lists_vanish()
    {
        var activity = Read("""{"type":"conversationUpdate","membersAdded":[null,{"id":"a"}],"entities":[null],"attachments":null}""");
        Assert.Equal("a", Assert.Single(activity.MembersAdded!).Id);
        Assert.Empty(activity.Entities!);
        Assert.Null(activity.Attachments);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"type":null}""")]
    [InlineData("""{"type":""}""")]
    [InlineData("""{"type":5}""")]
    [InlineData("""{"Type":"message"}""")]
    [InlineData("""{"type":"message"} trailing""")]
    [InlineData("""{"type":"message","text":"half \ud83d"}""")]
    [InlineData("""{"type":"message","channelData":{"x":"half \uDC00"}}""")]
    [InlineData("""{"type":"message","channelData":{"\ud83d":1}}""")]
    [InlineData("""{"type":"message","attachments":{}}""")]
    [InlineData("""{"type":"message","timestamp":"yesterday"}""")]
    public void What_is_no_activity_is_refused(string json) => Assert.Throws<JsonException>(() => Read(json));

    [Fact]
    public void Bytes_that_are_no_utf8_are_refused_wherever_they_are()
    {
        byte[] broken = [.. """{"type":"message","channelData":{"clientActivityID":"x"""u8, 0xD9, .. "\"}}"u8];
        Assert.Throws<JsonException>(() => ActivityJson.Read(broken));
    }

    [Fact]
    public void Chinese_stays_readable()
    {
        Assert.Equal("""{"type":"message","text":"联席会议 <at>"}""", Encoding.UTF8.GetString(ActivityJson.Write(Activity.Message("联席会议 <at>"))));
    }

    /// <summary>Times may be written in another form of the same instant; all else must be as it was.</summary>
    private static JsonNode Canonical(string json)
    {
        var node = JsonNode.Parse(json)!;
        foreach (var name in new[] { "timestamp", "localTimestamp", "expiration" })
            if (node[name]?.GetValue<string>() is { } time)
                node[name] = DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture).ToString("O");
        return node;
    }
}
