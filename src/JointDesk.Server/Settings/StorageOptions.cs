namespace JointDesk.Server.Settings;

/// <summary>Where the desk keeps what it knows.</summary>
internal sealed record StorageOptions
{
    /// <summary>The data file; relative to the folder in which the desk was started.</summary>
    public string Path { get; init; } = "data/jointdesk.db";

    /// <summary>The passphrase that the file is encrypted with, 12 characters or more; null for none.</summary>
    public string? Key { get; init; }

    public string? Problem =>
        string.IsNullOrWhiteSpace(Path) ? "Storage:Path is empty."
        : Key is { Length: < 12 } ? "Storage:Key has fewer than 12 characters."
        : null;
}
