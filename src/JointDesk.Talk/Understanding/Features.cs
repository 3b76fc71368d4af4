using JointDesk.Recognizers;

namespace JointDesk.Talk.Understanding;

/// <summary>
/// What a sentence looks like to the scorer: its characters or words in ones, twos and threes, the classes of its words, and what was found
/// in it, each found thing standing as one sign. Signs are 64-bit hashes; their spelling is only made for an explanation.
/// </summary>
internal sealed class Features
{
    private const ulong Seed = 14695981039346656037;

    private readonly NameTrie cueTrie = new();
    private readonly List<string> cueClasses = [];
    private readonly List<ulong> signs = new(256);
    private readonly List<ulong> units = new(128);

    public Features(PhraseBook phrases)
    {
        foreach (var (name, word) in phrases.Cues)
        {
            string folded = TextFold.Fold(word);
            int entry = cueTrie.Add(folded, cueClasses.Count);
            if (entry == cueClasses.Count)
            {
                cueClasses.Add(name);
            }
            else if (!cueClasses[entry].Split('+').Contains(name))
            {
                cueClasses[entry] += "+" + name;
            }
        }

        cueHashes = [.. cueClasses.Select(c => c.Split('+').Select(n => Hash("#" + n)).ToArray())];
    }

    private readonly ulong[][] cueHashes;

    /// <summary>Names of the signs, kept only while an explanation is wanted.</summary>
    public Dictionary<ulong, string>? Spelling { get; set; }

    /// <summary>The single characters or words of the last text, without what was found in it.</summary>
    public List<ulong> Words { get; } = new(128);

    /// <summary>How many words of a known class the last text has.</summary>
    public int Cues { get; private set; }

    /// <summary>The signs of an analysed text; the list is used again by the next call.</summary>
    public List<ulong> Of(Analysis analysis, TimeReading time)
    {
        signs.Clear();
        units.Clear();
        Words.Clear();
        Cues = 0;
        var text = analysis.Folded;
        Cover(analysis, time);
        Concepts(analysis, text);
        Units(analysis, text);
        Shape(analysis, time, text);
        return signs;
    }

    private static ulong Hash(ReadOnlySpan<char> text)
    {
        ulong hash = Seed;
        foreach (char c in text)
        {
            hash = (hash ^ c) * 1099511628211;
        }

        return hash;
    }

    private static ulong Join(ulong a, ulong b, ulong salt) => (a * 31 ^ b * 1099511628211 ^ salt) * 0x9E3779B97F4A7C15;

    private void Sign(ulong hash, string? name = null)
    {
        signs.Add(hash);
        if (Spelling is not null && name is not null)
        {
            Spelling[hash] = name;
        }
    }

    /// <summary>Per character the found thing that covers it: 0 none, n the nth mention, −n the nth stretch of time.</summary>
    private short[] cover = new short[256];

    private void Cover(Analysis analysis, TimeReading time)
    {
        int length = analysis.Length;
        if (cover.Length < length)
        {
            cover = new short[length * 2];
        }

        cover.AsSpan(0, length).Clear();
        for (int s = 0; s < time.Spans.Count; s++)
        {
            cover.AsSpan(time.Spans[s].Start, time.Spans[s].Length).Fill((short)-(s + 1));
        }

        for (int m = 0; m < analysis.Mentions.Count; m++)
        {
            cover.AsSpan(analysis.Mentions[m].Start, analysis.Mentions[m].Length).Fill((short)(m + 1));
        }
    }

    /// <summary>The found thing that covers an index: a sign for it and where it ends.</summary>
    private bool Covered(Analysis analysis, int i, out string mask, out int end)
    {
        int what = cover[i];
        (mask, end) = ("<time>", i);
        if (what == 0)
        {
            return false;
        }

        while (end < analysis.Length && cover[end] == what)
        {
            end++;
        }

        if (what > 0)
        {
            mask = analysis.Mentions[what - 1].Kind switch
            {
                MentionKind.Department => "<unit>",
                MentionKind.Case => "<case>",
                MentionKind.Number => "<number>",
                MentionKind.Officer => "<officer>",
                MentionKind.Handling => "<handling>",
                _ => "<place>",
            };
        }

        return true;
    }

    /// <summary>Classes of words and found things, and which follows which.</summary>
    private void Concepts(Analysis analysis, ReadOnlySpan<char> text)
    {
        ulong last = Hash("^");
        for (int i = 0; i < text.Length;)
        {
            if (Covered(analysis, i, out string mask, out int end))
            {
                ulong found = Hash(mask);
                Sign(found, mask);
                Sign(Join(last, found, 7), Spelling is null ? null : "…" + mask);
                last = found;
                i = end;
                continue;
            }

            bool inside = char.IsAsciiLetter(text[i]) && i > 0 && char.IsAsciiLetter(text[i - 1]);
            int n = inside ? 0 : cueTrie.Longest(text, i, out int cue) is var length && length > 0 ? Cue(cue, ref last, length) : 0;
            i += Math.Max(1, n);
        }
    }

    private int Cue(int cue, ref ulong last, int length)
    {
        foreach (ulong hash in cueHashes[cue])
        {
            Sign(hash, Spelling is null ? null : "#" + cueClasses[cue]);
            Sign(Join(last, hash, 7), Spelling is null ? null : "…#" + cueClasses[cue]);
        }

        last = cueHashes[cue][0];
        Cues++;
        return length;
    }

    private void Units(Analysis analysis, ReadOnlySpan<char> text)
    {
        for (int i = 0; i < text.Length && units.Count < 200;)
        {
            char c = text[i];
            if (Covered(analysis, i, out string mask, out int end))
            {
                Unit(Hash(mask), mask);
                i = end;
            }
            else if (char.IsAsciiLetter(c))
            {
                int stop = i;
                while (stop < text.Length && (char.IsAsciiLetter(text[stop]) || text[stop] is '\'' or '-'))
                {
                    stop++;
                }

                var word = text[i..stop];
                Unit(Hash(word.Length > 3 && word[^1] == 's' && word[^2] != 's' && word[^2] != '\'' ? word[..^1] : word), Spelling is null ? null : word.ToString());
                i = stop;
            }
            else if (TextFold.IsHan(c))
            {
                Unit(c, Spelling is null ? null : c.ToString());
                i++;
            }
            else
            {
                if (c is '?' or ':')
                {
                    Unit(c, Spelling is null ? null : c.ToString());
                }

                i++;
            }
        }
    }

    private void Unit(ulong unit, string? name)
    {
        units.Add(unit);
        int n = units.Count;
        ulong word = Join(unit, 1, 1);
        Sign(word, name);
        if (name is not ['<', ..] || Spelling is null)
        {
            Words.Add(word);
        }

        ulong before = n > 1 ? units[n - 2] : Seed;
        Sign(Join(before, unit, 2), name is null ? null : "·" + name);
        if (n > 2)
        {
            Sign(Join(Join(units[n - 3], before, 3), unit, 3), name is null ? null : "··" + name);
        }
    }

    private void Shape(Analysis analysis, TimeReading time, ReadOnlySpan<char> text)
    {
        Sign(Hash("bias"), "bias");
        Flag(time.Start is not null, "has start");
        Flag(time.Date is not null, "has date");
        Flag(time.Time is not null, "has hour");
        Flag(time.Due is not null, "has due");
        Flag(time.Rrule is not null, "has series");
        Flag(time.Shift is not null, "has shift");
        Flag(time.Offset is not null, "has offset");
        Flag(time.TargetDate is not null, "has target");
        Flag(time.Window is not null, "has window");
        Flag(time.DurationMinutes is not null, "has length");
        Flag(time.Candidates.Count > 0, "has candidates");
        int units_ = 0;
        bool first = false;
        foreach (ref var mention in System.Runtime.InteropServices.CollectionsMarshal.AsSpan(analysis.Mentions))
        {
            units_ += mention.Kind == MentionKind.Department ? 1 : 0;
            first |= mention.Kind == MentionKind.Department && mention.Start < 2;
        }

        Flag(units_ > 0, "has unit");
        Flag(units_ > 1, "has units");
        Flag(first, "unit first");
        Flag(text.Length > 0 && (text[^1] is '?' or '吗' or '呢'), "is question");
        Flag(units.Count <= 2, "very short");
        Flag(units.Count is > 2 and <= 5, "short");
        Flag(units.Count > 14, "long");
    }

    private void Flag(bool on, string name)
    {
        if (on)
        {
            Sign(Hash(name), name);
        }
    }
}
