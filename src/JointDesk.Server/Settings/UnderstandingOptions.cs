using JointDesk.Recognizers.Library;

namespace JointDesk.Server.Settings;

/// <summary>How messages are read.</summary>
internal sealed record UnderstandingOptions
{
    /// <summary>Whether Microsoft.Recognizers.Text.DateTime is asked where our own grammar finds no time.</summary>
    public bool SecondReader { get; init; } = true;

    /// <summary>How long a message waits for it; what takes longer is done without.</summary>
    public TimeSpan SecondReaderLimit { get; init; } = TimeSpan.FromMilliseconds(250);

    public string? Problem =>
        SecondReaderLimit < TimeSpan.FromMilliseconds(10) || SecondReaderLimit > TimeSpan.FromSeconds(10)
            ? "Understanding:SecondReaderLimit is 00:00:00.010 to 00:00:10."
            : null;

    /// <summary>The second reader; null where it is switched off.</summary>
    public SecondReader? ToReader() => SecondReader ? new SecondReader(SecondReaderLimit) : null;
}
