using JointDesk.Recognizers.Scanning;
using NodaTime;

namespace JointDesk.Recognizers.Grammar;

/// <summary>Atoms to one reading: neighbours become points and ranges, points get their use from the words beside them, and what is left says when.</summary>
internal sealed partial class Composer(AtomReader atoms)
{
    private readonly TokenScan scan = atoms.Scan;
    private Node[] nodes = new Node[64];
    private int count;
    private TimeContext context = null!;
    private LocalDate today;
    private LocalDateTime Now => context.Now;

    public TimeReading Compose(TimeContext timeContext)
    {
        context = timeContext;
        today = timeContext.Now.Date;
        count = 0;
        Gather();
        if (!AnyTime())
        {
            return atoms.NoSuchDay is null ? Nothing : Nothing with { NoSuchDay = atoms.NoSuchDay };
        }

        Ranges();
        Corrections();
        Uses();
        return Fill();
    }

    private static readonly TimeReading Nothing = new();

    private bool AnyTime()
    {
        for (int i = 0; i < count; i++)
        {
            if (nodes[i].Kind != NodeKind.Role || nodes[i].Role is Role.SameTime or Role.Skip)
            {
                return true;
            }

            // 会前, before the meeting: an offset without an amount
            if (nodes[i].Role is Role.Before or Role.After && (IsRole(i - 1, Role.Meeting) || IsRole(i + 1, Role.Meeting) || IsRole(i + 1, Role.Deadline)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Day, part and hour that stand together, with at most 的, a comma or a bracket between, are one point.</summary>
    private void Gather()
    {
        bool series = false;
        roles = 0;
        for (int i = 0; i < atoms.Count; i++)
        {
            series |= atoms[i].Kind == AtomKind.Series || (atoms[i].Kind == AtomKind.Nth && atoms[i].Bare) || atoms[i].IsRole(Role.Recur);
        }

        for (int i = 0; i < atoms.Count; i++)
        {
            ref var atom = ref atoms[i];
            if (atom.Kind == AtomKind.Nth && !series && atom.Unit == SeriesUnit.Month)
            {
                atoms.ThisMonth(ref atom);
            }

            // recurring on the first Monday of the month
            atom.Bare |= atom.Kind == AtomKind.Nth && series && atom.Unit == SeriesUnit.Month;

            if (nodes.Length < count + 2)
            {
                Array.Resize(ref nodes, nodes.Length * 2);
            }

            if (atom.Kind is AtomKind.Day or AtomKind.Clock or AtomKind.Part or AtomKind.Period && count > 0)
            {
                int back = count - 1;
                while (back > 0 && nodes[back].Kind == NodeKind.Role && nodes[back].Role is Role.Of or Role.Comma or Role.Break && count - back <= 2
                    && !(nodes[back].Role == Role.Break && scan.Text(atoms[nodes[back].First].First) is not "\n"))
                {
                    back--;
                }

                bool comma = back < count - 1 && nodes[count - 1].Role == Role.Comma;
                bool closes = atom.Kind is AtomKind.Day or AtomKind.Period && nodes[back].HasClock && i + 1 < atoms.Count
                    && ((comma && atoms[i + 1].IsRole(Role.Before)) || (atoms[i + 1].IsRole(Role.ExceptEnd) && (comma || series || scan.Text(atom.First)[0] >= 0x80)) || (series && (atoms[i + 1].IsRole(Role.Cancel) || (comma && atoms[i + 1].IsRole(Role.Finish))))
                    || (i + 2 < atoms.Count && atoms[i + 1].IsRole(Role.Of) && atoms[i + 2].IsRole(Role.ExceptEnd)));
                if (nodes[back].IsPoint && !closes && !(comma && (Conflicts(nodes[back], atom) || (back > 0 && IsRole(back - 1, Role.To) && Busy(back - 1)))) && nodes[back].TryAdd(atom))
                {
                    nodes[back].Last = i;
                    count = back + 1;
                    continue;
                }
            }

            roles |= atom.Kind == AtomKind.Role ? 1UL << (int)atom.Role : 0;
            nodes[count++] = Node.Of(atom, i);
        }
    }

    /// <summary>Across a comma only what completes is joined; a part of the day that starts anew does not belong to the hour before.</summary>
    private static bool Conflicts(in Node node, in Atom atom) => atom.Kind == AtomKind.Part && node.HasClock;

    private bool IsRole(int i, Role role)
    {
        scan.Look();
        return (uint)i < (uint)count && nodes[i].Kind == NodeKind.Role && nodes[i].Role == role;
    }

    /// <summary>How far a word looks for what belongs to it: no sentence is longer, and a text of a thousand times must not cost its square.</summary>
    private const int Reach = 24;

    /// <summary>Bit per role that is in the text.</summary>
    private ulong roles;

    private bool HasRole(Role role) => (roles >> (int)role & 1) != 0;

    private bool Latin(int i) => scan.Folded[scan[atoms[nodes[i].First].First].Start] < 0x80;
}
