using JointDesk.Cases;
using JointDesk.Talk.Understanding;

namespace JointDesk.Talk.Dialogs;

/// <summary>Names that are not known, or that several bear: says which, and offers the nearest.</summary>
internal static class Unclear
{
    public static async ValueTask<Step.Ask?> AskAsync(
        Draft draft, Reading reading, DialogDefinition definition, Scene scene, CancellationToken cancel)
    {
        if (definition.Takes("required") && reading.Departments.FirstOrDefault(d => d.Ids.Count != 1 && d.Part != DepartmentPart.Removed) is { } mention)
        {
            var known = mention.Ids.Count > 0 ? mention.Ids : mention.Nearest;
            var field = mention.Part switch
            {
                DepartmentPart.Required => "required",
                DepartmentPart.Lead => definition.Takes("lead") ? "lead" : "required",
                _ => "optional",
            };
            var question = scene.Say(
                mention.Ids.Count > 0 ? "shared.whichDepartment" : known.Count > 0 ? "shared.unknownDepartment" : "shared.unknownDepartmentNoNearest",
                ("department", mention.Text), ("nearest", scene.Words.Departments(known)));
            return (Step.Ask)scene.Ask(draft, field, question, [.. known.Take(5).Select(d => new Choice(scene.Words.Department(d), field, d))]);
        }

        if (definition.Takes("case") && reading.Case is { } @case && await KnownAsync(@case.Numbers, scene, cancel) is { Count: not 1 } several)
        {
            var offered = several.Count > 0 ? several : await KnownAsync(@case.Nearest, scene, cancel);
            return (Step.Ask)scene.Ask(
                draft with { Case = null }, "case", scene.Say("shared.unknownCase", ("case", @case.Text)),
                [.. offered.Select(c => new Choice(scene.Words.Case(c), "case", c.Number))]);
        }

        return reading.Handling is { Unknown: [var unknown, ..] } && definition.Takes("handling")
            ? (Step.Ask)scene.Ask(draft, "handling", scene.Say("inform.unknownReader", ("name", unknown)), [])
            : null;
    }

    /// <summary>A case that the officer may not know of is neither taken nor offered: to the officer it does not exist.</summary>
    private static async ValueTask<IReadOnlyList<Case>> KnownAsync(IReadOnlyList<string> numbers, Scene scene, CancellationToken cancel)
    {
        var known = new List<Case>();
        foreach (var number in numbers)
        {
            if (await scene.CaseAsync(number, cancel) is { } @case
                && (@case.Departments.Contains(scene.Officer.Department) || scene.Roster.DeskOffice?.Id == scene.Officer.Department))
                known.Add(@case);
        }

        return known;
    }
}
