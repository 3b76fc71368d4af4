using JointDesk.Cases;

namespace JointDesk.Talk;

/// <summary>Words a notice when it is sent, for the one who will read it.</summary>
public interface INoticeWording
{
    /// <param name="language"><c>zh</c> or <c>en</c>.</param>
    /// <returns>Null where there is nothing to say any more, or the viewer may not know it any more.</returns>
    ValueTask<Message?> WordAsync(Notice notice, Viewer viewer, string language, CancellationToken cancel = default);
}
