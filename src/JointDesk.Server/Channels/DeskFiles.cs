using JointDesk.BotFramework;

namespace JointDesk.Server.Channels;

/// <summary>The files that the desk's messages carry.</summary>
internal sealed class DeskFiles(IDeskStore store) : IDirectLineFiles
{
    /// <summary>Officers send no files: what a file holds cannot be checked for marks of state secrets.</summary>
    public bool TakesFiles => false;

    public ValueTask<string> KeepAsync(DirectLineUser user, string conversationId, DirectLineFile file, CancellationToken cancel) =>
        throw new NotSupportedException("This desk takes no files.");

    public async ValueTask<DirectLineFile?> OpenAsync(DirectLineUser user, string conversationId, string fileId, CancellationToken cancel) =>
        await FindAsync(fileId, cancel) is { } file && file.Conversation == conversationId
            ? new DirectLineFile(file.Name, file.ContentType, file.Content)
            : null;

    public async ValueTask<DeskFile?> FindAsync(string id, CancellationToken cancel) =>
        id.Length == 32 && id.All(char.IsAsciiHexDigitLower) ? (await store.FindAsync(DeskFile.Documents, id, cancel)).Document : null;
}
