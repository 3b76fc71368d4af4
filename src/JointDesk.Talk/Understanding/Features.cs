using System.Runtime.InteropServices;
using JointDesk.Recognizers;

namespace JointDesk.Talk.Understanding;

/// <summary>
/// What a sentence looks like to the scorer: its characters or words in ones, in twos and in twos with one between, those that it begins with, the
/// beginnings of its words, their classes, and what was found in it, each found thing standing as one sign. A word that no second phrase has stands
/// as any such word beside its neighbours: "schedule … with …" is known of whatever and whomever. Signs are 64-bit hashes; their spelling is only
/// made for an explanation.
/// </summary>
internal sealed class Features(CueWords cues, Vocabulary vocabulary)
{
    /// <summary>Longer texts say what they want at their beginning.</summary>
    private const int MostUnits = 200;

    private static readonly string[] Masks = [.. Enum.GetValues<MentionKind>().Select(k => $"<{k.ToString().ToLowerInvariant()}>")];
    private static readonly ulong[] MaskSigns = [.. Masks.Select(m => Sign.Of(m))];
    private static readonly ulong Begin = Sign.Of("^");
    private static readonly ulong End = Sign.Of("$");
    private static readonly ulong RareWord = Sign.Of("<word>");
    private static readonly ulong Number = Sign.Of("<number>");
    private static readonly ulong RareName = Sign.Of("<name>");

    private readonly List<ulong> signs = new(256);
    private readonly List<ulong> units = new(128);

    private readonly Coverage coverage = new();

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
        coverage.Set(analysis, time);
        Concepts(analysis, analysis.Folded);
        Units(analysis, analysis.Folded);
        Shape(analysis, time, analysis.Folded);
        return signs;
    }

    private void Add(ulong sign, string? name = null)
    {
        signs.Add(sign);
        if (Spelling is not null && name is not null)
        {
            Spelling[sign] = name;
        }
    }

    /// <summary>Classes of words and found things, and which follows which.</summary>
    private void Concepts(Analysis analysis, ReadOnlySpan<char> text)
    {
        ulong last = Begin;
        for (int i = 0; i < text.Length;)
        {
            if (coverage.At(analysis, i, out int kind, out int end))
            {
                Follow(ref last, MaskSigns[kind], Masks[kind]);
                last = MaskSigns[kind];
                i = end;
                continue;
            }

            bool letter = char.IsAsciiLetter(text[i]);
            int length = letter && i > 0 && char.IsAsciiLetter(text[i - 1]) ? 0 : cues.Longest(text, i, out int cue) is var n && n > 0 ? Cue(cue, ref last, n) : letter ? Misspelt(text, i, ref last) : 0;
            i += Math.Max(1, length);
        }

        Add(Sign.Join(last, End, 7), "…$");
    }

    /// <summary>A cue with a slip of the finger in it.</summary>
    private int Misspelt(ReadOnlySpan<char> text, int start, ref ulong last)
    {
        int length = Vocabulary.WordEnd(text, start) - start;
        return vocabulary.Meant(text.Slice(start, length)) is { } meant && cues.Longest(meant, 0, out int cue) == meant.Length ? Cue(cue, ref last, length) : 0;
    }

    private int Cue(int cue, ref ulong last, int length)
    {
        var classes = cues.SignsOf(cue);
        string? name = Spelling is null ? null : cues.NameOf(cue);
        foreach (ulong sign in classes)
        {
            Follow(ref last, sign, name);
        }

        last = classes[0];
        Cues++;
        return length;
    }

    private void Follow(ref ulong last, ulong sign, string? name)
    {
        Add(sign, name);
        Add(Sign.Join(last, sign, 7), Spelling is null ? null : "…" + name);
    }

    private void Units(Analysis analysis, ReadOnlySpan<char> text)
    {
        for (int i = 0; i < text.Length && units.Count < MostUnits;)
        {
            char c = text[i];
            if (coverage.At(analysis, i, out int kind, out int end))
            {
                Unit(MaskSigns[kind], Masks[kind], isWord: false);
                i = end;
            }
            else if (char.IsAsciiLetter(c))
            {
                int stop = Vocabulary.WordEnd(text, i);
                Word(vocabulary.Meant(text[i..stop]) ?? text[i..stop], char.IsUpper(analysis.Text[i]));
                i = stop;
            }
            else if (char.IsAsciiDigit(c))
            {
                while (i < text.Length && char.IsAsciiDigit(text[i]))
                {
                    i++;
                }

                Unit(Number, "<number>", isWord: false);
            }
            else
            {
                if (TextFold.IsHan(c) || c is '?' or ':' or ',' or '!')
                {
                    Unit(c, Spelling is null ? null : c.ToString(), isWord: TextFold.IsHan(c));
                }

                i++;
            }
        }

        Add(Sign.Join(units.Count > 0 ? units[^1] : Sign.Seed, End, 2), "·$");
    }

    private void Word(ReadOnlySpan<char> word, bool capital)
    {
        Beginnings(word);
        ulong stem = Sign.Of(Stem.Of(word));
        string? name = Spelling is null ? null : word.ToString();
        if (!vocabulary.IsRare(stem))
        {
            Unit(stem, name);
            return;
        }

        ulong sign = Sign.Join(stem, 1, 1);
        Add(sign, name);
        Words.Add(sign);
        bool isName = capital && units.Count > 0;
        Unit(isName ? RareName : RareWord, isName ? "<name>" : "<word>", isWord: false);
    }

    /// <summary>Words of one family begin alike, and most slips of the finger come later: postpone, postponement, postponned.</summary>
    private void Beginnings(ReadOnlySpan<char> word)
    {
        for (int length = 4; length <= 5 && length < word.Length; length++)
        {
            Add(Sign.Join(Sign.Of(word[..length]), (ulong)length, 5), Spelling is null ? null : word[..length].ToString() + "-");
        }
    }

    private void Unit(ulong unit, string? name, bool isWord = true)
    {
        units.Add(unit);
        int n = units.Count;
        ulong word = Sign.Join(unit, 1, 1);
        Add(word, name);
        if (isWord)
        {
            Words.Add(word);
        }

        if (n <= 2)
        {
            Add(Sign.Join(unit, 1, 4));
        }

        if (n > 2)
        {
            Add(Sign.Join(units[n - 3], unit, 6));
        }

        ulong before = n > 1 ? units[n - 2] : Sign.Seed;
        Add(Sign.Join(before, unit, 2), name is null ? null : "·" + name);
    }

    private void Shape(Analysis analysis, TimeReading time, ReadOnlySpan<char> text)
    {
        Flag(true, "bias");
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
        int departments = 0;
        bool first = false;
        foreach (ref var mention in CollectionsMarshal.AsSpan(analysis.Mentions))
        {
            departments += mention.Kind == MentionKind.Department ? 1 : 0;
            first |= mention.Kind == MentionKind.Department && mention.Start < 2;
            if (mention.Kind == MentionKind.Number)
            {
                bool ofTask = text.Slice(mention.Start, mention.Length).Count('-') > 1;
                Flag(ofTask, "task number");
                Flag(!ofTask, "meeting number");
            }
        }

        Flag(departments > 0, "has unit");
        Flag(departments > 1, "has units");
        Flag(first, "unit first");
        Flag(text.Length > 0 && (text[^1] is '?' or '吗' or '呢'), "is question");
        Flag(text.ContainsAny(",;。!:"), "clauses");
        Flag(units.Count <= 2, "very short");
        Flag(units.Count is > 2 and <= 5, "short");
        Flag(units.Count > 14, "long");
    }

    private void Flag(bool on, string name)
    {
        if (on)
        {
            Add(Sign.Of(name), name);
        }
    }
}
