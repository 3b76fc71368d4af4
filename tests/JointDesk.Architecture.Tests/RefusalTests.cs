using System.Text.RegularExpressions;

namespace JointDesk.Architecture.Tests;

/// <summary>Words of a refusal name only what its record holds: a placeholder that nothing fills would leave a hole in the sentence.</summary>
public sealed partial class RefusalTests
{
    /// <summary>Filled for every refusal, or from several members.</summary>
    private static readonly Dictionary<string, string[]> Besides = new(StringComparer.Ordinal) { ["office"] = [], ["time"] = ["start", "zone"] };

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public void Every_placeholder_is_a_member(string language)
    {
        var holes =
            from type in typeof(Refusal).Assembly.GetTypes()
            where type.IsSubclassOf(typeof(Refusal)) && !type.IsAbstract
            let members = type.GetProperties().Select(p => char.ToLowerInvariant(p.Name[0]) + p.Name[1..]).ToList()
            from Match placeholder in Placeholder().Matches(DialogWords.Of("shared", language)[$"refusal.{type.Name}"])
            let name = placeholder.Groups[1].Value
            where !members.Contains(name) && !(Besides.TryGetValue(name, out var parts) && parts.All(members.Contains))
            select $"{type.Name}: {{{name}}}";
        Assert.Empty(holes);
    }

    [GeneratedRegex(@"\{(\w+)")]
    private static partial Regex Placeholder();
}
