namespace JointDesk.Server.Settings;

/// <summary>A file that holds a passphrase and nothing else; a line break at its end does not count.</summary>
internal static class KeyFile
{
    /// <exception cref="SettingsException">It cannot be read, or holds no passphrase of one line.</exception>
    public static string Read(string path)
    {
        try
        {
            return OneLine(File.ReadAllText(path), path);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new SettingsException($"The key file {path} cannot be read: {unreadable.Message}");
        }
    }

    /// <exception cref="SettingsException">It is empty, or has a second line.</exception>
    public static string OneLine(string text, string from)
    {
        var key = text.TrimEnd('\r', '\n');
        return key.Length > 0 && !key.Contains('\n', StringComparison.Ordinal)
            ? key
            : throw new SettingsException($"{from} does not hold a key: one line, and nothing else.");
    }
}
