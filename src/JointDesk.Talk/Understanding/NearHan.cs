namespace JointDesk.Talk.Understanding;

/// <summary>Chinese names of which one character is another: 出入镜 for 出入境; in a name of two characters one that begins with the same letter, 京侦 for 经侦.</summary>
internal sealed class NearHan
{
    public const int Longest = 8;

    private readonly Dictionary<int, List<string>> byRest = [];
    private readonly HashSet<string> known = new(StringComparer.Ordinal);

    public void Add(string name)
    {
        if (name.Length is < 2 or > Longest || !name.All(Recognizers.TextFold.IsHan) || !known.Add(name))
        {
            return;
        }

        for (int hole = 0; hole < name.Length; hole++)
        {
            int rest = Rest(name, hole);
            if (!byRest.TryGetValue(rest, out var names))
            {
                byRest[rest] = names = new List<string>(1);
            }

            names.Add(name);
        }
    }

    /// <summary>The name that differs in one character; null if there is none, or it is one of them.</summary>
    public string? Find(ReadOnlySpan<char> text)
    {
        if (known.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text))
        {
            return null;
        }

        for (int hole = text.Length - 1; hole >= 0 && text.Length is >= 2 and <= Longest; hole--)
        {
            if (!byRest.TryGetValue(Rest(text, hole), out var names))
            {
                continue;
            }

            foreach (string name in names)
            {
                if (name.Length == text.Length && text[..hole].SequenceEqual(name.AsSpan(0, hole)) && text[(hole + 1)..].SequenceEqual(name.AsSpan(hole + 1))
                    && (name.Length > 2 || PinyinInitials.Of(text[hole]) == PinyinInitials.Of(name[hole])))
                {
                    return name;
                }
            }
        }

        return null;
    }

    private static int Rest(ReadOnlySpan<char> name, int hole)
    {
        int hash = name.Length * 31 + hole;
        for (int i = 0; i < name.Length; i++)
        {
            hash = i == hole ? hash : hash * 16777619 ^ name[i];
        }

        return hash;
    }
}
