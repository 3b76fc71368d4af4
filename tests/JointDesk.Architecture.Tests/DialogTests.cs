using System.Text.RegularExpressions;
using JointDesk.Assignments;
using JointDesk.Information;
using JointDesk.Meetings;
using JointDesk.Talk;
using JointDesk.Talk.Understanding;

namespace JointDesk.Architecture.Tests;

/// <summary>Words live in dialogs/, in both languages, and nothing that the desk can say is without them.</summary>
public sealed partial class DialogTests
{
    /// <summary>Keys that end in the name of a value.</summary>
    private static readonly (string Prefix, Type Values)[] Named =
    [
        ("convene.kind.", typeof(MeetingKind)),
        ("answer.state.", typeof(SeatResponse)),
        ("status.meeting.", typeof(MeetingState)),
        ("status.assignment.", typeof(AssignmentState)),
        ("inform.state.", typeof(InformationState)),
        ("assign.reminder.", typeof(RoundKind)),
    ];

    public static TheoryData<string> Folders => [.. DialogWords.Folders];

    public static TheoryData<string> Refusals => [.. Derived(typeof(Refusal))];

    public static TheoryData<string> Notices => [.. Derived(typeof(Notice))];

    [Theory]
    [MemberData(nameof(Folders))]
    public void Both_languages_have_the_same_keys_and_placeholders(string folder)
    {
        var (chinese, english) = (DialogWords.Of(folder, "zh"), DialogWords.Of(folder, "en"));
        Assert.NotEmpty(chinese);
        Assert.Equal(chinese.Keys, english.Keys);
        Assert.All(chinese, text =>
        {
            Assert.False(string.IsNullOrWhiteSpace(text.Value) || string.IsNullOrWhiteSpace(english[text.Key]), text.Key);
            Assert.Equal(Placeholders(text.Value), Placeholders(english[text.Key]));
        });
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void Examples_exist_in_both_languages(string folder) =>
        Assert.Equal(Exists(folder, "phrases.zh.txt"), Exists(folder, "phrases.en.txt"));

    [Theory]
    [MemberData(nameof(Refusals))]
    public void Every_refusal_has_words(string refusal) => Assert.Contains($"shared.refusal.{refusal}", DialogWords.Keys);

    /// <summary>A notice is worded by the code that knows its record.</summary>
    [Theory]
    [MemberData(nameof(Notices))]
    public void Every_notice_is_worded(string notice) => Assert.Contains(notice, DialogWords.In(typeof(Turn).Assembly.Location).Types);

    [Fact]
    public void Every_key_that_is_said_has_words()
    {
        var folders = DialogWords.Folders.ToHashSet(StringComparer.Ordinal);
        var said = DialogWords.In(typeof(Turn).Assembly.Location).Literals
            .Where(l => KeyLike().IsMatch(l) && folders.Contains(l.Split('.')[0])).Distinct().ToList();
        Assert.Contains("convene.done", said);
        Assert.Empty(said.Except(DialogWords.Keys));
    }

    [Fact]
    public void Every_value_that_is_named_has_words() =>
        Assert.Empty(Named.SelectMany(n => Enum.GetNames(n.Values).Select(v => n.Prefix + v)).Except(DialogWords.Keys));

    [Fact]
    public void Every_intent_has_a_name_for_its_button() =>
        Assert.Empty(typeof(Intents).GetFields().Select(f => (string)f.GetValue(null)!)
            .Where(i => i is not (Intents.Other or Intents.Supply)).Select(i => $"help.intent.{i}").Except(DialogWords.Keys));

    private static IEnumerable<string> Derived(Type root) =>
        root.Assembly.GetTypes().Where(t => t.IsSubclassOf(root) && !t.IsAbstract).Select(t => t.Name).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Placeholders(string text) =>
        Placeholder().Matches(text).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal);

    private static bool Exists(string folder, string file) => File.Exists(Path.Combine(Repository.Root, "dialogs", folder, file));

    [GeneratedRegex(@"\{\w+")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"^[a-z-]+(\.\w+)+$")]
    private static partial Regex KeyLike();
}
