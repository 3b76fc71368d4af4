using JointDesk.Cases;
using JointDesk.Recognizers;
using NodaTime;

namespace JointDesk.Talk.Dialogs;

/// <summary>
/// What an open dialog knows so far: its fields, whatever dialog they belong to. It is kept by field and never by step, so that a new
/// version of a dialog cannot answer the wrong question.
/// </summary>
public sealed record Draft(string Id, string Dialog)
{
    /// <summary>What opened it, where one dialog serves several intents.</summary>
    public string? Intent { get; init; }

    /// <summary>Rises with everything that is said; a card of an earlier one is out of date.</summary>
    public int Revision { get; init; }

    /// <summary>All is there and was shown: only the officer's word is missing.</summary>
    public bool Ready { get; init; }

    /// <summary>The field that was asked for last.</summary>
    public string? Asked { get; init; }

    /// <summary>What a bare number picks.</summary>
    public IReadOnlyList<Choice> Choices { get; init; } = [];

    /// <summary>What was shown with it to press.</summary>
    public IReadOnlyList<TypedButton> Buttons { get; init; } = [];

    /// <summary>A case number; empty for a meeting about no case.</summary>
    public string? Case { get; init; }

    public string? Meeting { get; init; }
    public string? Assignment { get; init; }
    public string? Request { get; init; }

    /// <summary>Who is to lead the meeting, where that was said; null: as the case has it.</summary>
    public string? Lead { get; init; }

    /// <summary>Who must come; for a task the first one owns it.</summary>
    public IReadOnlyList<string> Required { get; init; } = [];

    /// <summary>Who may come; for a task those who assist.</summary>
    public IReadOnlyList<string> Optional { get; init; } = [];

    /// <summary>A department was said that is not to come.</summary>
    public bool Removes { get; init; }

    public LocalDateTime? Start { get; init; }

    /// <summary>A series was wished for; one meeting is convened, and the card says so.</summary>
    public bool IsSeries { get; init; }
    public LocalDate? Date { get; init; }
    public PartOfDay? PartOfDay { get; init; }

    /// <summary>The day was said as a bare weekday: where a meeting is moved, it is that of the meeting's week.</summary>
    public IsoDayOfWeek? Weekday { get; init; }

    /// <summary>A clock time whose day must come from a meeting.</summary>
    public LocalTime? Clock { get; init; }

    public DayWindow? Window { get; init; }
    public TimeShift? Shift { get; init; }
    public int? Minutes { get; init; }

    /// <summary>The length was not said but taken from habit, and the card says so.</summary>
    public bool MinutesGuessed { get; init; }

    public string? Place { get; init; }
    public string? Kind { get; init; }
    public string? Text { get; init; }
    public DayTime? Due { get; init; }
    public Handling? Handling { get; init; }
    public string? Response { get; init; }

    /// <summary>What was pressed showed this: the SEQUENCE of an invitation, the number of a request for more time.</summary>
    public int? Sequence { get; init; }

    /// <summary>What cards of this state carry.</summary>
    public string Key => $"{Id}:{Revision}";
}

/// <param name="Field">Which field it fills.</param>
/// <param name="Value">As <see cref="Fields.Set"/> reads it.</param>
public sealed record Choice(string Label, string Field, string Value);

/// <summary>What the desk remembers of one officer in one chat.</summary>
/// <param name="Id">The conversation's id and the officer's.</param>
/// <param name="Language">Of what the officer wrote last: presses have none of their own.</param>
public sealed record OpenConversation(string Id, string? Language, Draft? Draft)
{
    public static readonly DocumentKind<OpenConversation> Documents = new("talk", c => c.Id, c => [new("officer", c.Id[(c.Id.LastIndexOf('|') + 1)..])]);

    /// <summary>The turn that was handled last, and the draft that it found: a turn that comes again finds what it found the first time.</summary>
    public string? Turn { get; init; }

    public Draft? Before { get; init; }

    public static string IdOf(string conversation, string officer) => $"{conversation}|{officer}";

    public OpenConversation For(Turn turn)
    {
        var found = Turn == turn.Id ? Before : Draft;
        return this with { Turn = turn.Id, Draft = found, Before = found };
    }
}
