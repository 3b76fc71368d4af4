using System.Text;
using System.Text.Json;

namespace JointDesk.BotFramework.Tests;

public class AdaptiveCardActionTests
{
    private static readonly JsonElement Some = JsonElement.Parse("""{"type":"AdaptiveCard","version":"1.5"}""");

    [Fact]
    public void A_press_is_read()
    {
        var action = AdaptiveCardAction.From(Samples.Read("card action"))!;
        Assert.Equal(("rsvp.accept", "m-1", false), (action.Verb, action.Data!.Value.GetProperty("meeting").GetString(), action.IsAutomatic));
        Assert.Null(AdaptiveCardAction.From(Samples.Read("web chat press")));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"text\"")]
    [InlineData("{}")]
    [InlineData("""{"action":null}""")]
    [InlineData("""{"action":[]}""")]
    [InlineData("""{"action":{"type":"Action.Submit","verb":"x"}}""")]
    [InlineData("""{"action":{"type":5}}""")]
    public void A_value_of_another_shape_is_400_with_an_error_body(string value)
    {
        var activity = ActivityJson.Read(Encoding.UTF8.GetBytes($$"""{"type":"invoke","name":"adaptiveCard/action","value":{{value}}}"""));
        var answer = AdaptiveCardAction.Answer(activity, _ => throw new InvalidOperationException("not asked"));
        Assert.Equal(400, answer.Status);
        Assert.Equal("""{"statusCode":400,"type":"application/vnd.microsoft.error","value":{"code":"BadRequest","message":"The value holds no Action.Execute."}}""",
            answer.Body!.Value.GetRawText());
    }

    [Fact]
    public void Http_says_200_and_the_body_what_came_of_it()
    {
        (InvokeResponse Answer, int Status, string Type)[] all =
        [
            (AdaptiveCardAction.Card(Some), 200, "application/vnd.microsoft.card.adaptive"),
            (AdaptiveCardAction.Message("好"), 200, "application/vnd.microsoft.activity.message"),
            (AdaptiveCardAction.Error(400, "OutOfDate", "x"), 400, "application/vnd.microsoft.error"),
            (AdaptiveCardAction.Error(500, "Broken", "x"), 500, "application/vnd.microsoft.error"),
            (AdaptiveCardAction.LoginRequest(Some), 401, "application/vnd.microsoft.activity.loginRequest"),
            (AdaptiveCardAction.PreconditionFailed("a", "b"), 412, "application/vnd.microsoft.error.preconditionFailed"),
        ];
        Assert.All(all, one =>
        {
            Assert.Equal(200, one.Answer.Status);
            Assert.Equal((one.Status, one.Type), (one.Answer.Body!.Value.GetProperty("statusCode").GetInt32(), one.Answer.Body.Value.GetProperty("type").GetString()));
        });
    }
}
