using JointDesk.Cases;
using JointDesk.Information;
using JointDesk.Meetings;
using JointDesk.Tests.Meetings;

namespace JointDesk.Tests.Information;

public sealed class ContributeInformationTests
{
    [Fact]
    public async Task Only_those_named_are_sent_it_and_a_receipt_is_left_once()
    {
        var demo = await DemoDesk.OpenAsync();
        var request = await RequestAsync(demo);

        var decision = Assert.IsType<Decision>(await demo.SendAsync("li", new ContributeInformation(
            request, "两人持他人证件出境", new Handling(Tlp.AmberStrict, ["cid"], []))));

        Assert.Equal(["wang"], decision.Notices.OfType<ContributionNotice>().Select(n => n.To.Id));
        Assert.IsType<MayNotKnow>(await demo.SendAsync("chen", new ReadContribution(request, "chen")));
        Assert.IsType<MayNotKnow>(await demo.SendAsync("zhao", new ReadContribution(request, "zhao")));
        await demo.SendAsync("wang", new ReadContribution(request, "wang"));
        await demo.SendAsync("wang", new ReadContribution(request, "wang"));
        var contribution = await demo.Desk.Read().FindAsync(Contribution.Documents, request);
        Assert.Equal("wang", Assert.Single(contribution!.Receipts).Officer);
    }

    [Theory]
    [InlineData("这份是机密件，帮我转给经侦")]
    [InlineData("绝 密：行动方案")]
    [InlineData("秘密★1年 通报")]
    [InlineData("【秘密】情况")]
    [InlineData("TOP SECRET briefing")]
    public async Task A_text_with_a_secrecy_mark_is_refused(string text)
    {
        var demo = await DemoDesk.OpenAsync();
        var request = await RequestAsync(demo);

        Assert.IsType<StateSecret>(await demo.SendAsync("li", new ContributeInformation(request, text, Handling.Default)));
        Assert.Null(await demo.Desk.Read().FindAsync(Contribution.Documents, request));
    }

    [Theory]
    [InlineData("请注意保密")]
    [InlineData("嫌疑人秘密转移资金")]
    [InlineData("the secretary called")]
    public void A_sentence_that_only_speaks_of_secrecy_is_no_mark(string text) => Assert.False(SecretMarks.In(text));

    [Fact]
    public async Task Amber_is_open_to_those_who_take_part_in_the_case_today()
    {
        var demo = await DemoDesk.OpenAsync();
        var request = await RequestAsync(demo);
        await demo.SendAsync("li", new ContributeInformation(request, "两人持他人证件出境", Handling.Default));
        var (chen, he) = (Viewer.Of(DemoDesk.Officers.Single(o => o.Id == "chen")), Viewer.Of(DemoDesk.Officers.Single(o => o.Id == "he")));
        Assert.NotNull((await demo.Desk.Read().ContributionAsync(request))!.For(chen));

        await demo.Desk.KeepAsync(demo.Desk.Read(), [Change.Put(Case.Kind, DemoDesk.TheCase with { Participants = ["exit", "other"] })]);

        var today = (await demo.Desk.Read().ContributionAsync(request))!;
        Assert.Null(today.For(chen));
        Assert.NotNull(today.For(he));
        Assert.IsType<MayNotKnow>(await demo.SendAsync("chen", new ReadContribution(request, "chen")));
    }

    [Fact]
    public async Task A_reason_that_no_card_could_show_is_refused()
    {
        var demo = await DemoDesk.OpenAsync();
        var meeting = await demo.ConvenedAsync();
        Assert.Equal(1_000, Assert.IsType<TextTooLong>(await demo.SendAsync(
            "li", new AnswerInvitation(meeting.Id, SeatResponse.Declined, new string('拒', 1_001), 0))).Most);
        Assert.Equal(SeatResponse.NeedsAction, (await demo.MeetingAsync(meeting.Id)).SeatOf("exit")!.Response);
    }

    [Theory]
    [InlineData("chen", typeof(UnknownRequest))]
    [InlineData("wang", typeof(UnknownRequest))]
    public async Task Nobody_contributes_for_another_department(string officer, Type refusal)
    {
        var demo = await DemoDesk.OpenAsync();
        var request = await RequestAsync(demo);

        Assert.IsType(refusal, await demo.SendAsync(officer, new ContributeInformation(request, "x", Handling.Default)));
    }

    [Fact]
    public async Task A_label_that_names_nobody_is_refused()
    {
        var demo = await DemoDesk.OpenAsync();
        var request = await RequestAsync(demo);

        Assert.IsType<HandlingNamesNobody>(await demo.SendAsync("li", new ContributeInformation(request, "x", new Handling(Tlp.Red, [], []))));
    }

    private static async Task<string> RequestAsync(DemoDesk demo) =>
        InformationRequest.IdOf((await demo.ConvenedAsync()).Id, "exit");
}
