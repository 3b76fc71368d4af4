using System.Numerics;

namespace JointDesk.Talk.Understanding;

/// <summary>Names as they are spelt, and which of them are most like one that is not known.</summary>
internal sealed class Spellings
{
    private const int Most = 3;
    private const double MostUnlike = 0.6;
    private const int LongestName = 60;
    private const int Farthest = 2;

    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    private readonly List<(string Folded, List<string> Ids)> names = [];

    /// <summary>Per name the set of its characters as bits: names that share too few of them need no closer look.</summary>
    private readonly List<ulong> bags = [];

    public void Add(string folded, string id)
    {
        if (!places.TryGetValue(folded, out int at))
        {
            places[folded] = at = names.Count;
            names.Add((folded, []));
            bags.Add(Bag(folded));
        }

        // the names of one follow each other
        if (names[at].Ids is not [.., var last] || last != id)
        {
            names[at].Ids.Add(id);
        }
    }

    /// <summary>At most three ids whose names are spelt most alike, none that is wholly unlike; of equals the nearest to the speaker.</summary>
    /// <param name="distance">0, 1 or 2: how far a department is from the speaker's.</param>
    public IReadOnlyList<string> Nearest(ReadOnlySpan<char> folded, Func<string, int> distance)
    {
        if (folded.Length is 0 or > LongestName)
        {
            return [];
        }

        ulong bag = Bag(folded);
        var best = new List<(double Unlike, int Name)>(Most + 1);
        for (int i = 0; i < names.Count; i++)
        {
            string name = names[i].Folded;
            int longer = Math.Max(name.Length, folded.Length);
            int most = (int)((best.Count < Most ? MostUnlike : best[^1].Unlike) * longer);
            if (Math.Max(BitOperations.PopCount(bag & ~bags[i]), BitOperations.PopCount(bags[i] & ~bag)) > most)
            {
                continue;
            }

            int edits = EditDistance.Within(folded, name, most);
            if (edits <= most)
            {
                Keep(best, (double)edits / longer, i);
            }
        }

        var nearest = new List<string>(Most);
        foreach (var (_, name) in best)
        {
            for (int far = 0; far <= Farthest && nearest.Count < Most; far++)
            {
                foreach (string id in names[name].Ids)
                {
                    if (nearest.Count < Most && distance(id) == far && !nearest.Contains(id))
                    {
                        nearest.Add(id);
                    }
                }
            }
        }

        return nearest;
    }

    private static void Keep(List<(double Unlike, int Name)> best, double unlike, int name)
    {
        int at = best.Count;
        while (at > 0 && best[at - 1].Unlike > unlike)
        {
            at--;
        }

        best.Insert(at, (unlike, name));
        if (best.Count > Most)
        {
            best.RemoveAt(Most);
        }
    }

    private static ulong Bag(ReadOnlySpan<char> text)
    {
        ulong bag = 0;
        foreach (char c in text)
        {
            bag |= 1UL << (int)((c * 0x9E3779B9u) >> 26);
        }

        return bag;
    }
}
