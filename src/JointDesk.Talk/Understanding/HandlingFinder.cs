using JointDesk.Cases;
using JointDesk.Recognizers;

namespace JointDesk.Talk.Understanding;

/// <summary>Who may know, as said: 仅限刑侦支队知悉, 只给王芳看, TLP:AMBER+STRICT, for CID only, 知悉范围：绿色.</summary>
internal static class HandlingFinder
{
    /// <summary>The handling clause; its mentions of departments and officers are taken out of the analysis.</summary>
    public static HandlingMention? Find(Analysis analysis)
    {
        var text = analysis.Folded;
        var found = HandlingClauses.Han(text) ?? HandlingLabels.Find(text, analysis) ?? HandlingClauses.English(text);
        if (found is not { } span)
        {
            return null;
        }

        List<string> departments = [];
        List<string> officers = [];
        List<string> unknown = [];
        for (int i = analysis.Mentions.Count - 1; i >= 0; i--)
        {
            var mention = analysis.Mentions[i];
            if (mention.Start < span.Start || mention.End > span.End || mention.Kind is not (MentionKind.Department or MentionKind.Officer))
            {
                continue;
            }

            var into = mention.Ids.Count != 1 ? unknown : mention.Kind == MentionKind.Department ? departments : officers;
            into.Insert(0, mention.Ids.Count == 1 ? mention.Ids[0] : analysis.Slice(mention));
            analysis.Mentions.RemoveAt(i);
        }

        if (span.Label is null && departments.Count + officers.Count + unknown.Count == 0)
        {
            return null;
        }

        var label = span.Label ?? (officers.Count > 0 && departments.Count == 0 ? Tlp.Red : Tlp.AmberStrict);
        if (span.Label == Tlp.Amber && departments.Count > 0 && officers.Count == 0)
        {
            label = Tlp.AmberStrict;
        }

        analysis.Add(MentionKind.Handling, span.Start, span.End - span.Start, [], span.Label is null ? "handling: who may know" : "handling: label");
        return new HandlingMention(label, departments, officers, unknown, new TextSpan(span.Start, span.End - span.Start));
    }
}
