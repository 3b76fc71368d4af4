using JointDesk.Invitations;

namespace JointDesk.Calendaring.Tests;

public class CalendarAddressTests
{
    [Theory]
    [InlineData("lj-cid@desk.example", "lj-cid@desk.example")]
    [InlineData("o'neil+desk@sub.desk.example", "o'neil+desk@sub.desk.example")]
    [InlineData("李@例子.example", "李@例子.example")]
    [InlineData(null, "lj-cid@desk.invalid")]
    [InlineData("", "lj-cid@desk.invalid")]
    [InlineData("lj-cid", "lj-cid@desk.invalid")]
    [InlineData("a@b@c", "lj-cid@desk.invalid")]
    [InlineData("a b@desk.example", "lj-cid@desk.invalid")]
    [InlineData("a@desk.example\n", "lj-cid@desk.invalid")]
    [InlineData("\"a\"@desk.example", "lj-cid@desk.invalid")]
    [InlineData(".a@desk.example", "lj-cid@desk.invalid")]
    [InlineData("a@-desk.example", "lj-cid@desk.invalid")]
    [InlineData("a@desk.example.", "lj-cid@desk.invalid")]
    public void A_mailbox_stays_and_all_else_gives_way_to_the_placeholder(string? email, string expected)
    {
        Assert.Equal(expected, CalendarAddress.Of(email, "lj-cid"));
    }

    [Fact]
    public void Different_ids_have_different_placeholders_and_each_is_a_mailbox()
    {
        string[] ids = ["", "_", "lj-cid", "LJ-CID", "lj_cid", "lj_5fcid", "wang.fang", "wang..fang", ".wang", "wang.", "刑侦", "a b", "a\nb", "a@b"];

        var addresses = ids.Select(id => CalendarAddress.Of(null, id)).ToList();

        Assert.Equal(ids.Length, addresses.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(addresses, address => Assert.True(CalendarAddress.IsMailbox(address) && CalendarAddress.IsPlaceholder(address), address));
    }

    [Fact]
    public void International_addresses_are_written_as_uris()
    {
        Assert.Equal("mailto:%E6%9D%8E@xn--fsqu00a.example", MailtoUri.Of("李@例子.example"));
        Assert.Equal("mailto:a%26b@desk.example", MailtoUri.Of("a&b@DESK.example"));
    }
}
