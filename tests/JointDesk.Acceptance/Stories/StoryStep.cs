namespace JointDesk.Acceptance.Stories;

/// <summary>One line of a story that does or claims something.</summary>
/// <param name="Line">Where it stands in the file, from 1.</param>
internal abstract record StoryStep(int Line);

/// <summary>Who sits in front of which chat from here on.</summary>
/// <param name="Officer">Id; null in a heading that only moves the clock.</param>
/// <param name="Channel">Id of a department or case; null for the personal chat.</param>
internal sealed record Turned(int Line, string? Officer, string? Channel) : StoryStep(Line);

internal sealed record ClockMoved(int Line, DateTimeOffset To) : StoryStep(Line);

internal sealed record Said(int Line, string Text) : StoryStep(Line);

/// <param name="Oldest">The button of the oldest card that has it: one that is out of date.</param>
internal sealed record Pressed(int Line, string Button, IReadOnlyDictionary<string, string> Inputs, bool Oldest) : StoryStep(Line);

/// <summary>The last message is delivered a second time.</summary>
internal sealed record Repeated(int Line) : StoryStep(Line);

internal sealed record Killed(int Line) : StoryStep(Line);

/// <summary>The desk answers or tells.</summary>
internal sealed record Heard(int Line, IReadOnlyList<string> Fragments, IReadOnlyList<string> Buttons) : StoryStep(Line);

/// <summary>The desk has nothing more to say here.</summary>
internal sealed record HeardNothing(int Line) : StoryStep(Line);

internal sealed record NeverHeard(int Line, string Text) : StoryStep(Line);

/// <summary>What a calendar program makes of the last file here, or of the officer's feed.</summary>
internal sealed record CalendarShows(int Line, bool Feed, IReadOnlyList<KeyValuePair<string, string>> Claims) : StoryStep(Line);

/// <param name="Absent">The text must not be there.</param>
internal sealed record ApiShows(int Line, string Path, IReadOnlyList<string> Fragments, bool Absent) : StoryStep(Line);

internal sealed record AuditVerified(int Line) : StoryStep(Line);
