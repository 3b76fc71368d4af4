using JointDesk.Recognizers;

namespace JointDesk.Talk.Understanding;

internal enum MentionKind : byte { Department, Officer, Case, Number, Place, Handling, Time, Due, Series, Length }

/// <summary>A stretch of the text that names something.</summary>
internal struct Mention
{
    public MentionKind Kind;
    public int Start;
    public int Length;
    public IReadOnlyList<string> Ids;
    public DepartmentPart Part;

    /// <summary>Of a misspelt department: those that were probably meant. Null where it was not read as one.</summary>
    public IReadOnlyList<string>? Near;

    /// <summary>What found it, for the explanation.</summary>
    public string Rule;

    /// <summary>Of an officer: named after a department and not in a list with it, as somebody whom that one is to deal with.</summary>
    public bool Apart;

    /// <summary>Somebody who takes part: a department, or an officer who stands for the own one.</summary>
    public readonly bool IsParty => Kind == MentionKind.Department || (Kind == MentionKind.Officer && !Apart);

    public readonly int End => Start + Length;
    public readonly TextSpan Span => new(Start, Length);
}

/// <summary>A text with its folded form and what was found in it; lives for one reading.</summary>
internal sealed class Analysis
{
    public string Text { get; private set; } = "";
    public char[] Buffer { get; private set; } = new char[256];
    public int Length { get; private set; }
    public ReadOnlySpan<char> Folded => Buffer.AsSpan(0, Length);
    public List<Mention> Mentions { get; } = new(16);

    /// <summary>Texts beyond this are read only so far; the body keeps all of it.</summary>
    public const int Limit = 8_000;

    public void Begin(string text)
    {
        Text = text;
        Length = Math.Min(text.Length, Limit);
        if (Buffer.Length < Length)
        {
            Buffer = new char[Length * 2];
        }

        TextFold.Fold(text.AsSpan(0, Length), Buffer);
        Mentions.Clear();
    }

    public void Add(MentionKind kind, int start, int length, IReadOnlyList<string> ids, string rule) =>
        Mentions.Add(new Mention { Kind = kind, Start = start, Length = length, Ids = ids, Rule = rule });

    private bool[] timed = new bool[256];

    /// <summary>Remembers which characters are said of time, so that asking costs nothing per stretch.</summary>
    public void Mark(TimeReading time)
    {
        if (timed.Length < Length)
        {
            timed = new bool[Length * 2];
        }

        IsTimed = time.Spans.Count > 0;
        timed.AsSpan(0, Length).Clear();
        for (int s = 0; s < time.Spans.Count; s++)
        {
            timed.AsSpan(time.Spans[s].Start, time.Spans[s].Length).Fill(true);
        }
    }

    /// <summary>Whether anything in it is said of time.</summary>
    public bool IsTimed { get; private set; }

    public bool IsTime(int index) => timed[index];

    public bool Covered(int index)
    {
        foreach (ref var mention in System.Runtime.InteropServices.CollectionsMarshal.AsSpan(Mentions))
        {
            if (index >= mention.Start && index < mention.End)
            {
                return true;
            }
        }

        return false;
    }

    public string Slice(in Mention mention) => Text.Substring(mention.Start, mention.Length);
}
