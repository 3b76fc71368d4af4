using System.Text.Json.Nodes;
using JointDesk.Assignments;
using JointDesk.Cases;
using JointDesk.Meetings;
using JointDesk.People;
using JointDesk.Scheduling;
using JointDesk.Talk.Wording;
using NodaTime;

namespace JointDesk.Talk.Dialogs;

/// <summary>Who talks, where, when and in which language; and how to read and word things for this viewer.</summary>
internal sealed record Scene(Desk Desk, DeskReader Read, Texts Texts, Words Words, Officer Officer, Turn Turn, Instant Now)
{
    public Roster Roster => Words.Roster;

    /// <summary>What is to be remembered of the conversation with the answer; shared by all scenes of the turn.</summary>
    public Memo Memo { get; } = new();

    /// <summary>The case in whose channel this is said; null elsewhere.</summary>
    public Case? Here { get; init; }

    public Caller Caller => new(Officer.Id);

    /// <summary>Whoever reads the reply: in a channel all of its departments.</summary>
    public Viewer Viewer => Turn.Place.IsPersonal ? Viewer.Of(Officer) : Viewer.Channel(Turn.Place.Audience);

    public string Zone => Roster.Department(Officer.Department)?.Zone ?? "Asia/Shanghai";

    public LocalDateTime Local => Now.InZone(DateTimeZoneProviders.Tzdb[Zone]).LocalDateTime;

    public Instant InstantOf(LocalDateTime local) => local.ToInstant(DateTimeZoneProviders.Tzdb[Zone]);

    public LocalDateTime LocalOf(Instant instant) => instant.InZone(DateTimeZoneProviders.Tzdb[Zone]).LocalDateTime;

    public string Say(string key, params ReadOnlySpan<(string Name, object? Value)> values) => Words.Say(key, values);

    public Message Card(Sheet sheet) => Cards.Message(Texts, Words, sheet);

    /// <summary>The case, where everyone who reads the reply may know of it.</summary>
    public async ValueTask<Case?> CaseAsync(string? number, CancellationToken cancel) =>
        number is { Length: > 0 } && await Read.FindAsync(Case.Kind, number, cancel) is { } found ? found : null;

    /// <summary>Whether the desk office speaks here, alone with the bot: it may lead every meeting.</summary>
    public bool IsDeskOffice => Turn.Place.IsPersonal && Roster.DeskOffice is { } office && Authority.MaySpeakFor(Officer, office.Id);

    /// <summary>
    /// Meetings in which the officer's department sits or which it leads, of the desk office all, from <paramref name="back"/> ago on,
    /// soonest first.
    /// </summary>
    public ValueTask<IReadOnlyList<Meeting>> MeetingsAsync(Duration back, CancellationToken cancel)
    {
        var (from, to) = (Now - back, Now + Duration.FromDays(800));
        return IsDeskOffice
            ? Read.ListAsync(Meeting.Documents, "start", from, to, cancel)
            : Read.ListAsync(
                Meeting.Documents, "department", Meeting.DepartmentKey(Officer.Department, from), Meeting.DepartmentKey(Officer.Department, to), cancel);
    }

    /// <summary>Of some meetings those that the own department leads; where it leads none of them, all.</summary>
    public IReadOnlyList<Meeting> LedElseAll(IReadOnlyList<Meeting> meetings) =>
        meetings.Where(m => m.Lead == Officer.Department).ToList() is { Count: > 0 } led ? led : meetings;

    /// <summary>Whether the meeting can be spoken of where this is said.</summary>
    public bool MayShow(Meeting meeting) =>
        meeting.For(Viewer, Here) is not null || (Turn.Place.IsPersonal && Authority.MayLead(Officer, meeting.Lead, Roster));

    public bool MayShow(Assignment assignment) => assignment.For(Viewer, Roster, Here) is not null;

    /// <summary>What to say where the desk would refuse a command; null where it would not. Who may not is refused by the desk itself, so that the audit knows.</summary>
    public async ValueTask<Step?> RefusedAsync(Draft draft, Command command, CancellationToken cancel) =>
        await Desk.TryAsync(Caller, command, cancel) switch
        {
            Refusal { IsAccess: true } => new Step.Act(draft, command),
            Refusal refusal => new Step.Say(new Message(RefusalWords.Say(refusal, Words, Now))),
            _ => null,
        };

    /// <summary>A question with numbered choices: buttons, and numbers for those who type.</summary>
    public Step Ask(Draft draft, string field, string question, IReadOnlyList<Choice> choices)
    {
        var asking = draft with { Asked = field, Choices = choices, Ready = false };
        var sheet = new Sheet(question)
        {
            Actions = [.. choices.Select((c, i) => new SheetAction($"{i + 1}. {c.Label}", $"choice.{i + 1}", DraftData(asking)))],
        };
        return new Step.Ask(asking, choices.Count == 0 ? new Message(question) : Card(sheet));
    }

    /// <summary>What buttons of an open draft carry: which state of it they show, and whose it is.</summary>
    public JsonObject DraftData(Draft draft) => new() { ["draft"] = draft.Key, ["by"] = Officer.Id };
}

/// <summary>The last word on what a conversation remembers after a turn; null where a command's own commit has said it.</summary>
internal sealed class Memo
{
    public OpenConversation? Open { get; set; }
}
