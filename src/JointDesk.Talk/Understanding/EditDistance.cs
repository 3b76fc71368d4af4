namespace JointDesk.Talk.Understanding;

internal static class EditDistance
{
    private const int Longest = 64;

    /// <summary>
    /// Insertions, deletions, replacements and swaps of neighbours between two short strings, as far as <paramref name="most"/>: one more
    /// than that where they are further apart, or longer than 64 characters.
    /// </summary>
    public static int Within(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int most)
    {
        if (a.Length > Longest || b.Length > Longest || Math.Abs(a.Length - b.Length) > most)
        {
            return most + 1;
        }

        Span<int> before = stackalloc int[Longest + 1];
        Span<int> last = stackalloc int[Longest + 1];
        Span<int> row = stackalloc int[Longest + 1];
        for (int j = 0; j <= b.Length; j++)
        {
            row[j] = j;
        }

        for (int i = 1; i <= a.Length; i++)
        {
            var free = before;
            before = last;
            last = row;
            row = free;
            row[0] = i;
            int best = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int cost = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
                row[j] = swapped ? Math.Min(cost, before[j - 2] + 1) : cost;
                best = Math.Min(best, row[j]);
            }

            if (best > most)
            {
                return most + 1;
            }
        }

        return Math.Min(row[b.Length], most + 1);
    }
}
