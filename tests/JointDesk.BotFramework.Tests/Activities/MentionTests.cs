namespace JointDesk.BotFramework.Tests;

public class MentionTests
{
    private static readonly ChannelAccount Bot = new() { Id = "28:app", Name = "JointDesk" };
    private static readonly ChannelAccount Li = new() { Id = "29:li", Name = "李强" };

    private static Activity Said(string? text, params Mention[] mentions) => new()
    {
        Type = ActivityTypes.Message,
        ChannelId = Channels.Teams,
        Text = text,
        Recipient = Bot,
        Entities = [.. mentions.Select(m => m.ToEntity())],
    };

    [Theory]
    [InlineData("<at>JointDesk</at> 下周三开会", "下周三开会")]
    [InlineData("<at>JointDesk</at>\r\n 下周三开会 \r\n", "下周三开会")]
    [InlineData("<at>JointDesk</at>&nbsp;下周三开会", "下周三开会")]
    [InlineData("请 <at>JointDesk</at> 记下", "请 记下")]
    [InlineData("<at>JointDesk</at>，签收", "签收")]
    [InlineData("<at>JointDesk</at>", "")]
    public void The_recipients_mention_goes_by_entity(string text, string left)
    {
        var message = Said(text, Mention.Of(Bot));
        Assert.True(message.MentionsRecipient());
        Assert.Equal(left, message.GetPlainText());
        Assert.Empty(message.RemoveRecipientMention().Entities!);
    }

    [Fact]
    public void Other_peoples_mentions_stay()
    {
        var message = Said("<at>JointDesk</at> 通知 <at>李强</at> 参加", Mention.Of(Bot), Mention.Of(Li));
        var clean = message.RemoveRecipientMention();
        Assert.Equal("通知 <at>李强</at> 参加", clean.Text);
        Assert.Equal("29:li", Assert.Single(clean.GetMentions()).Mentioned!.Id);
        Assert.Equal("通知 李强 参加", message.GetPlainText());
    }

    [Fact]
    public void A_mention_without_text_is_found_by_its_name()
    {
        var message = Said("<at>JointDesk</at> 帮助", new Mention(Bot, null)) with { Entities = [new Mention(Bot, "").ToEntity()] };
        Assert.Equal("帮助", message.GetPlainText());
    }

    [Theory]
    [InlineData("<at>JointDesk</at> help", "help")]
    [InlineData("<at id=\"0\">jointdesk</at> help", "help")]
    [InlineData("@JointDesk help", "help")]
    [InlineData("@jointdesk, help", "help")]
    [InlineData("@JointDesk下周三开会", "下周三开会")]
    [InlineData("＠JointDesk：下周三开会", "下周三开会")]
    [InlineData("好的 @JointDesk", "好的")]
    [InlineData("@JointDesk @JointDesk help", "help")]
    [InlineData("ask @JointDesk.", "ask .")]
    public void Without_an_entity_the_name_counts(string text, string left)
    {
        var message = Said(text);
        Assert.True(message.MentionsRecipient());
        Assert.Equal(left, message.GetPlainText());
    }

    [Theory]
    [InlineData("JointDesk is fine")]
    [InlineData("mail office@JointDesk.example about it")]
    [InlineData("write to x@JointDesk")]
    [InlineData("@JointDesk.example has moved")]
    [InlineData("@JointDeskTwo help")]
    [InlineData("<at>JointDeskTwo</at> help")]
    [InlineData("@")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_no_mention_stays(string? text)
    {
        var message = Said(text);
        Assert.False(message.MentionsRecipient());
        Assert.Same(message, message.RemoveRecipientMention());
    }

    [Fact]
    public void A_namesake_with_another_id_is_not_the_bot()
    {
        var message = Said("<at>JointDesk</at> hello", Mention.Of(new() { Id = "29:somebody", Name = "JointDesk" }));
        Assert.False(message.MentionsRecipient());
        Assert.Equal("<at>JointDesk</at> hello", message.RemoveRecipientMention().Text);
    }

    [Fact]
    public void A_name_for_the_bot_can_be_given_where_the_client_names_no_recipient()
    {
        var message = Said("@JointDesk 帮助") with { Recipient = null, ChannelId = Channels.DirectLine };
        Assert.False(message.MentionsRecipient());
        Assert.True(message.MentionsRecipient("JointDesk"));
        Assert.Equal("帮助", message.GetPlainText("JointDesk"));
    }

    [Theory]
    [InlineData("a\u00A0b\u200B c\u3000d", "a b c d")]
    [InlineData("x &amp; y &lt;at&gt;JointDesk&lt;/at&gt;", "x & y <at>JointDesk</at>")]
    [InlineData("&amp;lt;", "&lt;")]
    [InlineData("one\r\ntwo\rthree\u0000\u0007", "one\ntwo\nthree")]
    [InlineData("👨‍👩‍👧 ok", "👨‍👩‍👧 ok")]
    public void Text_is_normalised_once(string text, string plain) => Assert.Equal(plain, Said(text).GetPlainText());

    [Fact]
    public void Where_the_channel_sends_plain_text_entities_are_what_was_typed() =>
        Assert.Equal("&nbsp;", (Said("&nbsp;") with { ChannelId = Channels.DirectLine }).GetPlainText());

    [Fact]
    public void A_name_in_a_mention_cannot_close_the_markup() => Assert.Equal("<at>ab/at</at>", Mention.Markup("a<b>/at"));

    [Fact]
    public void Hostile_markup_takes_no_time()
    {
        var text = string.Concat(Enumerable.Repeat("<at <at>@JointDesk", 5_000));
        Assert.NotNull(Said(text).GetPlainText());
    }
}
