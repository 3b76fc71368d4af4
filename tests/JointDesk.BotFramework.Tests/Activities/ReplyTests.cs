using System.Text.Json;

namespace JointDesk.BotFramework.Tests;

public class ReplyTests
{
    [Fact]
    public void A_reply_swaps_the_two_and_answers_the_message()
    {
        var message = Samples.Read("teams channel message");
        var reply = message.CreateReply("好");
        Assert.Equal(("28:app-id", "29:1abc"), (reply.From!.Id, reply.Recipient!.Id));
        Assert.Equal(("1700000000000", "msteams", message.Conversation, message.ServiceUrl), (reply.ReplyToId, reply.ChannelId, reply.Conversation, reply.ServiceUrl));
        Assert.Null(reply.Id);
        Assert.Null(reply.Timestamp);
        Assert.Equal("zh-CN", reply.Locale);
    }

    [Theory]
    [InlineData("directline", null)]
    [InlineData("webchat", null)]
    [InlineData("msteams", "f:2")]
    public void A_conversation_update_is_replied_to_only_where_it_has_a_thread(string channel, string? replyTo)
    {
        var update = Samples.Read("members added") with { ChannelId = channel };
        Assert.Equal(replyTo, update.CreateReply("hello").ReplyToId);
        Assert.Equal(replyTo, update.GetConversationReference().ActivityId);
    }

    [Fact]
    public void A_reference_leads_back_to_the_place()
    {
        var message = Samples.Read("teams channel message");
        var place = message.GetConversationReference();
        var json = JsonSerializer.Serialize(place, ActivityJson.Options);
        var kept = JsonSerializer.Deserialize<ConversationReference>(json, ActivityJson.Options)!;
        var later = Activity.Message("提醒").AddressedTo(kept);
        Assert.Equal((message.ServiceUrl, "19:0123@thread.tacv2;messageid=1700000000000", "29:1abc", "28:app-id", (string?)null),
            (later.ServiceUrl, later.Conversation!.Id, later.Recipient!.Id, later.From!.Id, later.ReplyToId));
    }

    [Fact]
    public void Teams_channel_data_is_read_and_other_shapes_are_none()
    {
        var data = TeamsChannelData.From(Samples.Read("teams installation"))!;
        Assert.Equal(("t", "专班", "19:team@thread.tacv2", "teamMemberAdded"), (data.Tenant!.Id, data.Team!.Name, data.Settings!.SelectedChannel!.Id, data.EventType));
        var meeting = TeamsChannelData.From(ActivityJson.Read("""{"type":"message","channelData":{"meeting":{"id":"MCMxOTp","extra":1},"channel":{"id":"19:c"} } }"""u8))!;
        Assert.Equal(("MCMxOTp", true, "19:c"), (meeting.Meeting!.Id, meeting.Meeting.More!.ContainsKey("extra"), meeting.Channel!.Id));
        foreach (var odd in new[] { "\"text\"", "[]", "7", "null", """{"tenant":"text"}""" })
            Assert.Null(TeamsChannelData.From(ActivityJson.Read(System.Text.Encoding.UTF8.GetBytes($$"""{"type":"message","channelData":{{odd}}}"""))));
        Assert.Equal("19:c@thread.tacv2", Teams.ChannelOf(Teams.ThreadId("19:c@thread.tacv2", "17")));
    }
}
