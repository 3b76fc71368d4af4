using System.Text;

namespace JointDesk.Talk.Understanding;

/// <summary>
/// A phrase with choices in it, written once: <c>(把|将)会议(推迟|延后|往后挪)一天</c>. It stands for as many sentences as its longest choice has ways,
/// so that each way occurs, not each combination.
/// </summary>
internal static class Variants
{
    public static IEnumerable<string> Of(string line)
    {
        var parts = Parts(line);
        int most = parts.Max(p => p.Length);
        for (int n = 0; n < most; n++)
        {
            var text = new StringBuilder();
            for (int k = 0; k < parts.Count; k++)
            {
                // a step of its own for each choice, so that the same two ways do not always meet
                text.Append(parts[k][(n + n / parts[k].Length * k) % parts[k].Length]);
            }

            yield return text.ToString().Trim();
        }
    }

    /// <summary>Plain text as a choice of one, and each bracket that holds a bar as its ways.</summary>
    private static List<string[]> Parts(string line)
    {
        List<string[]> parts = [];
        int done = 0;
        for (int open = line.IndexOf('('); open >= 0; open = line.IndexOf('(', open + 1))
        {
            int close = line.IndexOf(')', open);
            if (close < 0)
            {
                break;
            }

            string[] ways = line[(open + 1)..close].Split('|');
            if (ways.Length > 1)
            {
                parts.Add([line[done..open]]);
                parts.Add(ways);
                done = close + 1;
            }
        }

        parts.Add([line[done..]]);
        return parts;
    }
}
