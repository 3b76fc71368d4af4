using JointDesk.Cases;
using JointDesk.Meetings;
using JointDesk.People;
using JointDesk.Recognizers;
using JointDesk.Talk.Dialogs;
using JointDesk.Talk.Understanding;
using JointDesk.Talk.Wording;
using NodaTime;

namespace JointDesk.Talk;

/// <inheritdoc cref="IReceptionist"/>
public sealed class Receptionist(Desk desk, Texts texts, Understander understander, IFeedLinks feeds) : IReceptionist
{
    private readonly DialogRunner runner = new(texts);

    public async ValueTask<Reply> HandleAsync(Turn turn, CancellationToken cancel = default)
    {
        var read = desk.Read();
        var roster = await read.RosterAsync(cancel);
        var now = desk.Clock.GetCurrentInstant();
        if (roster.Officer(turn.OfficerId) is not { } officer)
            return Stranger(turn, roster, now);

        var open = await read.FindAsync(OpenConversation.Documents, OpenConversation.IdOf(turn.Place.Conversation, officer.Id), cancel)
            ?? new OpenConversation(OpenConversation.IdOf(turn.Place.Conversation, officer.Id), null, null);
        open = open.For(turn);
        var text = turn.Text?.Trim() ?? Presses.RepeatedText(turn.Form) ?? "";
        var surroundings = await SurroundingsAsync(read, roster, officer, open, now, cancel);
        var reading = text.Length is > 0 and <= LongestText && !SecretMarks.In(text)
            ? understander.Read(text, surroundings, Presses.MeantIntent(turn.Form))
            : null;
        var language = (reading is not null && ShowsLanguage(text) ? reading.Language : null)
            ?? open.Language ?? LanguageOf(turn.Locale ?? officer.Locale);
        var here = turn.Place.Case is { } number ? await read.FindAsync(Case.Kind, number, cancel) : null;
        var scene = new Scene(desk, read, texts, new Words(texts, language, roster), officer, turn, now) { Here = here };
        if (reading is not null && turn.Form is null)
            reading = await new Context(understander, surroundings).ReadAsync(reading, text, open.Draft, scene, cancel);
        if (open.Language != language)
        {
            // Also what only asks tells the language, and the next press has none of its own.
            open = open with { Language = language };
            scene.Memo.Open = open;
        }

        var reply = await AnswerAsync(scene, open, reading, text, cancel);
        return reply with { Language = language, Alongside = scene.Memo.Open is { } known ? [Change.Put(OpenConversation.Documents, known)] : [] };
    }

    /// <summary>UTF-16 units; a longer message is no instruction to a desk.</summary>
    private const int LongestText = 20_000;

    private async ValueTask<Reply> AnswerAsync(Scene scene, OpenConversation open, Reading? reading, string text, CancellationToken cancel)
    {
        if (SecretMarks.In(text))
            return new Reply(new Message(scene.Say("shared.refusal.StateSecret")));
        if (text.Length > LongestText)
            return new Reply(new Message(scene.Say("shared.tooLong", ("n", LongestText))));
        if (scene.Turn.Form is { } form)
            return await new Presses(runner, feeds).HandleAsync(form, reading, scene, open, cancel);
        if (reading is null)
            return new Reply(new Message(scene.Say("help.short")));
        return await new Sentences(runner, feeds).HandleAsync(reading, scene, open, cancel);
    }

    private Reply Stranger(Turn turn, Roster roster, Instant now)
    {
        var language = LanguageOf(turn.Locale ?? "zh");
        if (turn.Text is { Length: > 0 } text)
            language = text.Any(c => c is >= '\u4e00' and <= '\u9fff') ? "zh" : "en";
        return new Reply(new Message(RefusalWords.Say(new UnknownOfficer(turn.OfficerId), new Words(texts, language, roster), now))) { Language = language };
    }

    /// <summary>A number, 301 or OK is in no language: what was spoken before goes on.</summary>
    private static bool ShowsLanguage(string text) =>
        text.Any(c => c is >= '\u3400' and <= '\u9fff')
        || text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Any(word => word.Count(char.IsAsciiLetterLower) > 2);

    private static string LanguageOf(string locale) => locale.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? "zh" : "en";

    private static async ValueTask<Surroundings> SurroundingsAsync(
        DeskReader read, Roster roster, Officer officer, OpenConversation open, Instant now, CancellationToken cancel)
    {
        var department = roster.Department(officer.Department)!;
        var lexicon = await read.SharedAsync("lexicon", RosterStamp.Kind.Name, RosterStamp.Id, async () =>
            new Lexicon(roster, await read.ListByPrefixAsync(Case.Kind, "all", "", cancel)), cancel);
        var working = WorkingHours.Of(department);
        return new Surroundings(
            new TimeContext(now.InZone(DateTimeZoneProviders.Tzdb[department.Zone]).LocalDateTime, working.IsWorkingDay),
            lexicon, department.Id, open.Draft?.Dialog);
    }
}

/// <summary>Where an officer's own calendar can be subscribed to.</summary>
public interface IFeedLinks
{
    ValueTask<string> OfOfficerAsync(string officer, CancellationToken cancel = default);
}
