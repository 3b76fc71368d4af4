using System.Text.RegularExpressions;

namespace JointDesk.Acceptance.Stories;

/// <summary>Reads a story. Its language is described in README.md beside the stories; what is no heading and no list item is prose.</summary>
internal static partial class StoryReader
{
    public static IReadOnlyList<StoryStep> Read(IEnumerable<string> lines)
    {
        var steps = new List<StoryStep>();
        var number = 0;
        foreach (var line in lines)
        {
            number++;
            if (line.StartsWith("## ", StringComparison.Ordinal))
                steps.AddRange(Heading(number, line[3..]));
            else if (line.StartsWith("- ", StringComparison.Ordinal))
                steps.Add(Item(number, line[2..].Trim()));
        }
        return steps;
    }

    /// <summary>Officer · chat · time, the latter two of which may be left out; a dot without spaces belongs to a name, such as “6·18”.</summary>
    private static IEnumerable<StoryStep> Heading(int line, string heading)
    {
        if (StoryTime.In(heading) is { } time)
            yield return new ClockMoved(line, time);
        var parts = heading.Split(" · ", StringSplitOptions.TrimEntries);
        var officer = DemoDesk.OfficerIn(parts[0]);
        if (officer is null && StoryTime.In(parts[0]) is null)
            throw new FormatException($"Line {line}: no officer of the demo desk is named in '{parts[0]}'.");
        var chat = parts.Skip(1).FirstOrDefault(p => StoryTime.In(p) is null);
        var channel = chat is null or "个人会话" or "personal chat" ? null : DemoDesk.ChannelIn(chat)
            ?? throw new FormatException($"Line {line}: '{chat}' is no chat of the demo desk.");
        yield return new Turned(line, officer, channel);
    }

    private static StoryStep Item(int line, string item) => item switch
    {
        "▸ （无）" or "▸ (nothing)" => new HeardNothing(line),
        "（再送一次）" or "(delivered again)" => new Repeated(line),
        "(kill -9)" => new Killed(line),
        "audit verify" => new AuditVerified(line),
        _ when item.StartsWith("▸!", StringComparison.Ordinal) => new NeverHeard(line, item[2..].Trim()),
        _ when item.StartsWith('▸') => Heard(line, item[1..]),
        _ when item.StartsWith(".ics:", StringComparison.Ordinal) => new CalendarShows(line, false, Claims(item[5..])),
        _ when item.StartsWith("feed:", StringComparison.Ordinal) => new CalendarShows(line, true, Claims(item[5..])),
        _ when ApiItem().Match(item) is { Success: true } api =>
            new ApiShows(line, api.Groups["path"].Value, Fragments(api.Groups["rest"].Value), api.Groups["not"].Success),
        _ when ClockItem().IsMatch(item) && StoryTime.In(item) is { } time => new ClockMoved(line, time),
        _ when ButtonItem().Match(item) is { Success: true } button => Press(line, button),
        _ => new Said(line, item),
    };

    private static Heard Heard(int line, string rest)
    {
        var buttons = ButtonName().Matches(rest).Select(b => b.Groups["name"].Value).ToList();
        return new Heard(line, Fragments(ButtonName().Replace(rest, "")), buttons);
    }

    private static Pressed Press(int line, Match button)
    {
        var rest = button.Groups["rest"].Value.Trim();
        var oldest = rest is "（旧卡片）" or "(old card)";
        var inputs = oldest ? [] : rest.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(i => i.Split(['=', '＝'], 2, StringSplitOptions.TrimEntries)).ToDictionary(i => i[0], i => i[1]);
        return new Pressed(line, button.Groups["name"].Value, inputs, oldest);
    }

    private static List<string> Fragments(string text) =>
        [.. text.Split('…', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    private static List<KeyValuePair<string, string>> Claims(string text) =>
        [.. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(c => c.Split(' ', 2)).Select(c => KeyValuePair.Create(c[0], c.ElementAtOrDefault(1) ?? ""))];

    [GeneratedRegex(@"^api(?<not>!)? (?<path>/\S+?):? (?<rest>.*)$")]
    private static partial Regex ApiItem();

    [GeneratedRegex(@"^[(（][^()（）]*([(（][^()（）]{1,3}[)）])?[^()（）]*[)）]$")]
    private static partial Regex ClockItem();

    [GeneratedRegex(@"^(〔(?<name>[^〕]+)〕|\[(?<name>[^\]]+)\])(?<rest>.*)$")]
    private static partial Regex ButtonItem();

    [GeneratedRegex(@"〔(?<name>[^〕]+)〕|\[(?<name>[^\]]+)\]")]
    private static partial Regex ButtonName();
}
