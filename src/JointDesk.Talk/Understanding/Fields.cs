using JointDesk.Recognizers;

namespace JointDesk.Talk.Understanding;

/// <summary>What was found besides names and times.</summary>
internal sealed class Fields
{
    public HandlingMention? Handling { get; init; }
    public TextSpan? Place { get; set; }

    /// <summary>视频会议, online: where, if the meeting is being made or changed.</summary>
    public TextSpan? Online { get; set; }

    /// <summary>Who read the times, for the explanation.</summary>
    public string TimeBy { get; set; } = "";

    /// <summary>The stretches of the times that were read, kept for the explanation.</summary>
    public IReadOnlyList<TextSpan> TimeSpans { get; set; } = [];

    /// <summary>Whether the text holds figures that look like a time and are none.</summary>
    public bool Trap { get; set; }
}
