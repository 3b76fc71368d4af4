using System.Text;
using System.Text.Json;

namespace JointDesk.BotFramework.Tests;

public sealed class FittingTests
{
    private static readonly Attachment Small = Card(100), Large = Card(30_000), Middle = Card(20_000);

    [Fact]
    public void What_fits_goes_as_it_is()
    {
        var message = Activity.Message("短", Small);
        Assert.Same(message, Assert.Single(message.Fit()));
    }

    [Theory]
    [InlineData("\n\n", 40)]
    [InlineData(" ", 8)]
    [InlineData("。", 8)]
    [InlineData("", 1)]
    public void A_long_text_goes_in_parts_that_say_all_of_it(string between, int every)
    {
        var text = new StringBuilder();
        for (var i = 0; i < 30_000; i++)
            text.Append((char)('一' + i % 5000)).Append(i % every == every - 1 ? between : "");
        var parts = Activity.Message(text.ToString(), Small).Fit();
        Assert.InRange(parts.Count, 4, 9);
        static string Bare(string all) => all.Replace("\n", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        Assert.Equal(Bare(text.ToString()), Bare(string.Concat(parts.Select(p => p.Text))));
        Assert.All(parts, part => Assert.True(ActivityJson.Write(part).Length < ConnectorClient.MaxMessageBytes));
        Assert.All(parts.SkipLast(1), part => Assert.Null(part.Attachments));
        Assert.Same(Small, Assert.Single(parts[^1].Attachments!));
        if (between.Trim().Length > 0)
            Assert.All(parts.SkipLast(1), part => Assert.EndsWith(between, part.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void A_character_is_never_cut()
    {
        var family = "👨‍👩‍👧‍👦";
        var parts = Activity.Message(string.Concat(Enumerable.Repeat(family, 5_000))).Fit();
        Assert.True(parts.Count > 1);
        Assert.All(parts, part => Assert.Equal("", part.Text!.Replace(family, "", StringComparison.Ordinal)));
    }

    [Fact]
    public void One_endless_character_is_cut_between_surrogates()
    {
        var parts = Activity.Message("👨" + string.Concat(Enumerable.Repeat("\u200D👩", 40_000))).Fit();
        Assert.All(parts, part => Assert.True(Encoding.UTF8.GetByteCount(part.Text!) > 0 && !part.Text!.Contains('\uFFFD', StringComparison.Ordinal)));
        Assert.All(parts, part => Assert.False(char.IsLowSurrogate(part.Text![0]) || char.IsHighSurrogate(part.Text[^1])));
    }

    [Fact]
    public void A_card_that_is_too_large_gives_way_to_the_text()
    {
        Assert.Equal([Small], Assert.Single(Activity.Message("text", Large, Small).Fit()).Attachments);
        Assert.Null(Assert.Single(Activity.Message("text", Large).Fit()).Attachments);
        Assert.Equal([Middle], Assert.Single(Activity.Message("text", Middle, Middle).Fit()).Attachments);
    }

    private static Attachment Card(int size) => Attachment.AdaptiveCard(JsonSerializer.SerializeToElement(new { type = "AdaptiveCard", text = new string('x', size) }));
}
