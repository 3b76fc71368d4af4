namespace JointDesk.Talk.Tests.Understanding;

public sealed class QuestionTests
{
    [Theory]
    [InlineData("青石的任务办完没有")]
    [InlineData("网安都办结了吗")]
    [InlineData("流水全部调取了没")]
    [InlineData("has Qingshi finished its task")]
    [InlineData("is the trace complete?")]
    public void What_asks_whether_it_is_done_is_no_report(string text) => Assert.True(Corpus.Understander.Read(text, Corpus.Alone).Asks);

    [Theory]
    [InlineData("办完了")]
    [InlineData("还没办完，在等银行")]
    [InlineData("we have finished the task")]
    [InlineData("not done yet")]
    public void What_says_so_does_not_ask(string text) => Assert.False(Corpus.Understander.Read(text, Corpus.Alone).Asks);
}
