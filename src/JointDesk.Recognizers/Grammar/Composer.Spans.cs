using JointDesk.Recognizers.Scanning;

namespace JointDesk.Recognizers.Grammar;

internal sealed partial class Composer
{
    /// <summary>会前一天, a day before the meeting: what the length is measured from belongs to it.</summary>
    private (int First, int Last) OffsetSpan(int i, int first, int last)
    {
        if (i >= 2 && nodes[i - 1].Kind == NodeKind.Role && nodes[i - 1].Role is Role.Before or Role.After && !Latin(i - 1)
            && (IsRole(i - 2, Role.Meeting) || IsRole(i - 2, Role.Deadline)))
        {
            return (atoms[nodes[i - 2].First].First, last);
        }

        for (int n = i + 1; n < Math.Min(count, i + 4) && Latin(n) && (IsRole(i + 1, Role.Before) || IsRole(i + 1, Role.After)); n++)
        {
            if (nodes[n].Kind == NodeKind.Role && nodes[n].Role is Role.Meeting or Role.Deadline or Role.By)
            {
                return (first, atoms[nodes[n].Last].Last);
            }
        }

        return (first, last);
    }

    /// <summary>Points and lengths are times, and so is what is to become of a series on holidays.</summary>
    private bool IsTime(int i) => nodes[i].Kind != NodeKind.Role || (nodes[i].Role == Role.Skip && atoms[nodes[i].First] is { } skip && skip.Last > skip.First);

    private TextSpan[] Spans()
    {
        int n = 0;
        for (int i = 0; i < count; i++)
        {
            n += IsTime(i) ? 1 : 0;
        }

        var spans = n == 0 ? [] : new TextSpan[n];
        int at = 0;
        for (int i = 0; i < count; i++)
        {
            if (!IsTime(i))
            {
                continue;
            }

            int first = atoms[nodes[i].First].First;
            int last = atoms[nodes[i].Last].Last;
            if (i + 1 < count && (nodes[i + 1].Kind == NodeKind.Role && nodes[i + 1].Role is Role.Before or Role.Within && !Latin(i + 1)))
            {
                last = atoms[nodes[i + 1].Last].Last;
            }

            if (i > 0 && nodes[i - 1].Kind == NodeKind.Role && nodes[i - 1].Role is Role.By or Role.Before or Role.Within or Role.From or Role.Until or Role.Between && (Latin(i - 1)
                || nodes[i - 1].Role == Role.By) && scan.Text(atoms[nodes[i - 1].First].First) is not ("deadline" or "due"))
            {
                first = atoms[nodes[i - 1].First].First;
            }

            if (nodes[i].Kind == NodeKind.Length)
            {
                (first, last) = OffsetSpan(i, first, last);
            }

            while (first > 0 && scan.Kind(first - 1) is Tok.On or Tok.At or Tok.Filler && scan.Folded[scan[first - 1].Start] < 0x80 && scan.Text(first - 1) is "on" or "at")
            {
                first--;
            }

            int start = scan[first].Start;
            int from = at > 0 ? Math.Max(start, spans[at - 1].Start + spans[at - 1].Length) : start;
            spans[at++] = new TextSpan(from, Math.Max(0, scan[last].End - from));
        }

        return spans;
    }
}
