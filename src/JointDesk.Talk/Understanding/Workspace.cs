using JointDesk.Recognizers;

namespace JointDesk.Talk.Understanding;

/// <summary>What one thread needs to read one text, used again for the next.</summary>
internal sealed class Workspace(TextAnalyzer of)
{
    /// <summary>Whom the space was made for.</summary>
    public TextAnalyzer Of { get; } = of;
    public Analysis Analysis { get; } = new();
    public Features Features { get; } = new(of.Cues, of.Vocabulary);
    public char[] Masked { get; set; } = new char[256];
    public Fields Fields { get; set; } = new();
    public TimeReading Time { get; set; } = new();
    public List<ulong> Signs { get; set; } = [];
}
