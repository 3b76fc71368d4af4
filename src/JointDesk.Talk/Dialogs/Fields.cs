using System.Globalization;
using JointDesk.Cases;
using JointDesk.Recognizers;
using JointDesk.Talk.Understanding;
using NodaTime;
using NodaTime.Text;

namespace JointDesk.Talk.Dialogs;

/// <summary>The fields that dialogs have in common: whether one is filled, how a choice fills it, how a reading fills them.</summary>
internal static class Fields
{
    /// <summary>三点到两点 is no meeting through the night but a slip: only what begins in the evening runs past midnight.</summary>
    private const int EveningFrom = 18;

    public static bool IsFilled(Draft draft, string field) => field switch
    {
        "case" => draft.Case is not null,
        "meeting" => draft.Meeting is not null,
        "assignment" => draft.Assignment is not null,
        "request" => draft.Request is not null,
        "required" => draft.Required.Count > 0,
        "optional" => draft.Optional.Count > 0,
        "lead" => draft.Lead is not null,
        "start" => draft.Start is not null,
        "minutes" => draft.Minutes is not null,
        "place" => draft.Place is not null,
        "kind" => draft.Kind is not null,
        "text" => !string.IsNullOrWhiteSpace(draft.Text),
        "due" => draft.Due is not null,
        "handling" => draft.Handling is not null,
        "response" => draft.Response is not null,
        _ => throw new ArgumentException($"No field is called {field}.", nameof(field)),
    };

    /// <summary>Fills a field by a choice; several departments are separated by a semicolon.</summary>
    public static Draft Set(Draft draft, string field, string value) => field switch
    {
        "case" => draft with { Case = value },
        "meeting" => draft with { Meeting = value },
        "assignment" => draft with { Assignment = value },
        "request" => draft with { Request = value },
        "required" => draft with { Required = [.. draft.Required.Union(value.Split(';'))] },
        "optional" => draft with { Optional = [.. draft.Optional.Union(value.Split(';'))] },
        "lead" => draft with { Lead = value },
        "text" => draft with { Text = value },
        "start" => draft with { Start = LocalDateTimePattern.GeneralIso.Parse(value).GetValueOrThrow(), Shift = null, Date = null, Window = null },
        _ => throw new ArgumentException($"The field {field} has no choices.", nameof(field)),
    };

    /// <summary>What <see cref="ValueOf"/> wrote; null for anything else.</summary>
    public static LocalDateTime? StartOf(string value) => LocalDateTimePattern.GeneralIso.Parse(value) is { Success: true } parsed ? parsed.Value : null;

    public static string ValueOf(LocalDateTime start) => start.ToString("uuuu'-'MM'-'dd'T'HH':'mm':'ss", CultureInfo.InvariantCulture);

    /// <summary>Adds what was said to what was known; what is said later wins.</summary>
    public static Draft Merge(Draft draft, Reading reading, DialogDefinition definition)
    {
        var time = reading.Time;
        if (definition.Takes("case") && reading.Case is { Numbers: [var number] })
            draft = draft with { Case = number };
        if (definition.Takes("required"))
            draft = MergeDepartments(draft, reading, definition.Takes("lead"));
        if (definition.Takes("start") && !reading.OffersAnother)
            draft = MergeStart(draft, time) with
            {
                IsSeries = draft.IsSeries || time.Rrule is not null,
                Weekday = reading.Weekday ?? (time.Spans.Count > 0 ? null : draft.Weekday),
            };
        if (definition.Takes("response") && RuledOut(time) is { } missed)
            draft = draft with { Date = missed };
        if (definition.Takes("minutes") && time.DurationMinutes is { } minutes)
            draft = draft with { Minutes = minutes, MinutesGuessed = false };
        if (definition.Takes("minutes") && time is { Start: { } from, End: { } to } && to.Date > from.Date && from.Hour < EveningFrom)
            draft = draft with { Minutes = 0, MinutesGuessed = false };
        if (definition.Takes("place") && reading.Place is { } place)
            draft = draft with { Place = place };
        if (definition.Takes("kind") && reading.MeetingKind is { } kind)
            draft = draft with { Kind = kind };
        if (definition.Takes("due"))
            draft = DueOf(time) is { } due ? draft with { Due = due, Shift = null } : time.Shift is { } later ? draft with { Shift = later, Due = null } : draft;
        if (definition.Takes("handling"))
            draft = draft with { Handling = MergeHandling(draft, reading) };
        if (definition.Takes("text") && reading.Body is { Length: > 0 } body && (draft.Text is null || reading.Intent != Intents.Supply || draft.Asked == "text"))
            draft = draft with { Text = body };
        return draft;
    }

    /// <summary>Who leads a meeting has a field of its own; who leads a task is its owner, the first of those that must.</summary>
    private static Draft MergeDepartments(Draft draft, Reading reading, bool hasLead)
    {
        foreach (var mention in reading.Departments.Where(d => d.Ids.Count == 1))
        {
            var id = mention.Ids[0];
            var without = draft with { Required = [.. draft.Required.Where(d => d != id)], Optional = [.. draft.Optional.Where(d => d != id)] };
            draft = mention.Part switch
            {
                DepartmentPart.Removed => without with { Removes = true, Lead = without.Lead == id ? null : without.Lead },
                DepartmentPart.Lead when hasLead => without with { Lead = id },
                DepartmentPart.Lead => without with { Required = [id, .. without.Required] },
                DepartmentPart.Required => without with { Required = [.. without.Required, id] },
                _ => without with { Optional = [.. without.Optional, id] },
            };
        }

        return draft;
    }

    /// <summary>
    /// Who may know, as said last. The answer to the question who keeps the label that was said before; and names alone, 加上刑侦支队,
    /// add to those that a label names already.
    /// </summary>
    private static Handling? MergeHandling(Draft draft, Reading reading)
    {
        var before = draft.Handling;
        if (reading.Handling is { } said)
        {
            return draft.Asked == "handling" && before is not null
                ? new(before.Label == Tlp.Red ? Tlp.Red : said.Label, [.. before.Departments.Union(said.Departments)], [.. before.Officers.Union(said.Officers)])
                : new(said.Label, said.Departments, said.Officers);
        }

        if (before is not { Label: Tlp.AmberStrict } || reading.Intent != Intents.Supply)
            return before;
        var named = reading.Departments.Where(d => d.Ids.Count == 1).ToLookup(d => d.Part == DepartmentPart.Removed, d => d.Ids[0]);
        return before with { Departments = [.. before.Departments.Union(named[false]).Except(named[true])] };
    }

    /// <summary>A clock time alone keeps the day; a day alone keeps nothing of the clock and has to be asked about.</summary>
    private static Draft MergeStart(Draft draft, TimeReading time)
    {
        var day = time.Date ?? draft.Start?.Date ?? draft.Date;
        return time switch
        {
            { Start: { } start } => draft with { Start = start, Shift = null, Date = null, Window = null },
            { Candidates: [{ Start: { } first }, ..] } => draft with { Start = first, Shift = null, Date = null, Window = null },
            { Shift: { } shift } => draft with { Shift = shift, Start = null },
            { Time: { } clock } when day is { } on => draft with { Start = on + clock, Shift = null, Date = null, Window = null },
            { Time: { } clock } => draft with { Clock = clock, Start = null, Shift = null },
            { Date: { } date } => draft with { Date = date, PartOfDay = time.PartOfDay, Start = null, Shift = null, Window = null },
            { PartOfDay: { } part } when draft.Start is { } on => draft with { Date = on.Date, PartOfDay = part, Start = null, Shift = null },
            { Window: { } window } => draft with { Window = window, Start = null, Shift = null, Date = null },
            _ => draft,
        };
    }

    /// <summary>周四来不了: of an answer, the day that is ruled out is that of the meeting.</summary>
    public static LocalDate? RuledOut(TimeReading time) => time is { Date: null, Start: null, Exclude: [var day] } ? day : null;

    /// <summary>A day that was said where a deadline was asked for is the deadline.</summary>
    private static DayTime? DueOf(TimeReading time) => time switch
    {
        { Due: { } due } => due,
        { Start: { } start } => new DayTime(start.Date, start.TimeOfDay),
        { Date: { } date } => new DayTime(date, null),
        _ => null,
    };
}
