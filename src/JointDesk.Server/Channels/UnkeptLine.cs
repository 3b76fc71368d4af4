using JointDesk.BotFramework;
using JointDesk.Talk.Wording;

namespace JointDesk.Server.Channels;

/// <summary>What the desk says where the store takes nothing: one line, which is not kept either.</summary>
internal sealed class UnkeptLine(Texts texts, Languages languages)
{
    private const string Key = "shared.notKept";

    public async ValueTask<Activity> ForAsync(string? officer, string? locale, CancellationToken cancel)
    {
        var language = await languages.GuessAsync(officer, locale, cancel);
        return new Activity { Type = ActivityTypes.Message, From = Outgoing.DeskAccount, Text = texts.Say(language, Key), TextFormat = TextFormats.Plain };
    }
}
