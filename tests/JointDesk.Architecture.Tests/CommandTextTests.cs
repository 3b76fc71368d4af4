using System.Reflection;
using System.Runtime.CompilerServices;

namespace JointDesk.Architecture.Tests;

/// <summary>What officers write in their own words is checked for secrecy marks and for its length: each command says which of its members that is.</summary>
public sealed class CommandTextTests
{
    private static readonly string[] OwnWords = ["Text", "Note", "Reason", "Title", "Location"];

    [Fact]
    public void No_text_of_an_officer_goes_past_the_guard()
    {
        var commands = typeof(Command).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Command)) && !t.IsAbstract).ToList();
        Assert.Contains(commands, type => WordsOf(type).Any());
        Assert.Empty(
            from type in commands
            from member in WordsOf(type)
            where !With(type, member, "机密").Texts.Contains("机密")
            select $"{type.Name}.{member.Name}");
    }

    private static IEnumerable<PropertyInfo> WordsOf(Type type) => OwnWords.Select(name => type.GetProperty(name)).OfType<PropertyInfo>();

    private static Command With(Type type, PropertyInfo member, string text)
    {
        var command = (Command)RuntimeHelpers.GetUninitializedObject(type);
        member.SetValue(command, text);
        return command;
    }
}
