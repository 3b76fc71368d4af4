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
            var field = mention.Part is DepartmentPart.Required ? "required" : "optional";
            var question = scene.Say(
                mention.Ids.Count > 0 ? "shared.whichDepartment" : known.Count > 0 ? "shared.unknownDepartment" : "shared.unknownDepartmentNoNearest",
                ("department", mention.Text), ("nearest", scene.Words.Departments(known)));
            return (Step.Ask)scene.Ask(draft, field, question, [.. known.Take(5).Select(d => new Choice(scene.Words.Department(d), field, d))]);
        }

        if (definition.Takes("case") && reading.Case is { Numbers.Count: not 1 } @case)
        {
            // A case that the officer may not know of is not offered: to the officer it does not exist.
            var question = scene.Say("shared.unknownCase", ("case", @case.Text));
            var offered = new List<Choice>();
            foreach (var number in @case.Numbers.Count > 0 ? @case.Numbers : @case.Nearest)
            {
                if (await scene.CaseAsync(number, cancel) is { } known && known.Departments.Contains(scene.Officer.Department))
                    offered.Add(new Choice(scene.Words.Case(known), "case", number));
            }

            return (Step.Ask)scene.Ask(draft, "case", question, offered);
        }

        return reading.Handling is { Unknown: [var unknown, ..] } && definition.Takes("handling")
            ? (Step.Ask)scene.Ask(draft with { Handling = null }, "handling", scene.Say("inform.unknownReader", ("name", unknown)), [])
            : null;
    }
}
