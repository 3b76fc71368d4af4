using System.Runtime.CompilerServices;
using JointDesk.Cases;
using JointDesk.Meetings;
using JointDesk.Tests.Meetings;

namespace JointDesk.Tests.Knowing;

/// <summary>No command may carry a state secret past the desk, whichever of its texts holds it.</summary>
public sealed class SecretMarksTests
{
    /// <summary>Members that hold ids and names from the directory, which nobody types.</summary>
    private static readonly string[] Ids = ["Meeting", "Assignment", "Request", "Contribution", "Officer", "Department", "Lead", "CaseNumber", "Zone", "Code"];

    [Fact]
    public void Every_text_of_every_command_is_looked_at()
    {
        var typed =
            from type in typeof(Command).Assembly.GetTypes()
            where type.IsSubclassOf(typeof(Command)) && !type.IsAbstract
            from member in type.GetProperties()
            where member.PropertyType == typeof(string) && !Ids.Contains(member.Name)
            select (Type: type, Member: member);
        var all = typed.ToList();

        Assert.Contains(all, t => t.Type.Name == "AssignTask" && t.Member.Name == "Title");
        Assert.All(all, t =>
        {
            var command = (Command)RuntimeHelpers.GetUninitializedObject(t.Type);
            t.Member.SetValue(command, "这份是机密件");
            Assert.Contains("这份是机密件", command.Texts);
        });
    }

    [Theory]
    [InlineData("机\u200d密 行动方案")]
    [InlineData("机\u00ad密")]
    [InlineData("机\ufe0f密")]
    [InlineData("絕密")]
    [InlineData("绝**密**通报")]
    [InlineData("秘密＊1年")]
    [InlineData("★秘密 情况")]
    [InlineData("「秘密」情况")]
    [InlineData("【秘密10年】")]
    [InlineData("密级：秘密")]
    [InlineData("关于行动的通报\n秘密\n正文")]
    [InlineData("TOP  SECRET")]
    [InlineData("ＴＯＰ ＳＥＣＲＥＴ")]
    public void A_mark_is_found_however_it_is_written(string text) => Assert.True(SecretMarks.In(text));

    [Theory]
    [InlineData("嫌疑人秘密转移资金")]
    [InlineData("请对侦查秘密予以保守")]
    [InlineData("the secretary stopped secretly")]
    [InlineData("\ud800 lone")]
    public void A_sentence_that_only_speaks_of_secrecy_is_none(string text) => Assert.False(SecretMarks.In(text));

    [Fact]
    public async Task A_command_with_a_marked_text_is_refused_before_its_use_case()
    {
        var demo = await DemoDesk.OpenAsync();
        Assert.IsType<StateSecret>(await demo.SendAsync("li", new AnswerInvitation("none", SeatResponse.Declined, "机密★ 行动方案", null)));
    }
}
