using JointDesk.Assignments;

namespace JointDesk.Server.Settings;

/// <summary>What an empty desk begins with, and how it reminds.</summary>
internal sealed record DeskOptions
{
    public const string Demo = "demo";
    public const string None = "none";

    /// <summary><c>demo</c>, <c>none</c> or a folder that <c>import</c> can read; loaded into an empty store only.</summary>
    public string Seed { get; init; } = Demo;

    public LadderSettings Ladder { get; init; } = new();

    public string? Problem =>
        string.IsNullOrWhiteSpace(Seed) ? "Desk:Seed is empty: demo, none or a folder."
        : Seed is not (Demo or None) && !Directory.Exists(Seed) ? $"Desk:Seed: there is no folder {Seed}."
        : Ladder.ToOptions().Problem is { } ladder ? $"Desk:Ladder: {ladder}"
        : null;
}

/// <summary>The ladder of reminders as settings write it: null where the rule's own default holds.</summary>
internal sealed record LadderSettings
{
    public IReadOnlyList<int>? DaysBefore { get; init; }
    public int? HeadAfter { get; init; }
    public int? SuperiorAfter { get; init; }
    public int? DeskOfficeAfter { get; init; }

    public LadderOptions ToOptions()
    {
        var own = new LadderOptions();
        return own with
        {
            DaysBefore = DaysBefore ?? own.DaysBefore,
            HeadAfter = HeadAfter ?? own.HeadAfter,
            SuperiorAfter = SuperiorAfter ?? own.SuperiorAfter,
            DeskOfficeAfter = DeskOfficeAfter ?? own.DeskOfficeAfter,
        };
    }
}
