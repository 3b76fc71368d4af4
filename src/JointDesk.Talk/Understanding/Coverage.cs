using JointDesk.Recognizers;

namespace JointDesk.Talk.Understanding;

/// <summary>Which found thing covers each character of a text; used again for the next one.</summary>
internal sealed class Coverage
{
    /// <summary>0 none, n the nth mention, −n the nth stretch of time.</summary>
    private short[] cover = new short[256];

    public void Set(Analysis analysis, TimeReading time)
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

    /// <summary>The found thing that covers an index, and where it ends.</summary>
    public bool At(Analysis analysis, int i, out int kind, out int end)
    {
        int what = cover[i];
        (kind, end) = ((int)MentionKind.Time, i);
        if (what == 0)
        {
            return false;
        }

        while (end < analysis.Length && cover[end] == what)
        {
            end++;
        }

        kind = what > 0 ? (int)analysis.Mentions[what - 1].Kind : kind;
        return true;
    }
}
