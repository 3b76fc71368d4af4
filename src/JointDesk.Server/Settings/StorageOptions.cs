using NodaTime;

namespace JointDesk.Server.Settings;

/// <summary>Where the desk keeps what it knows, how, and for how long.</summary>
internal sealed record StorageOptions
{
    /// <summary>The data file; relative to the folder in which the desk was started.</summary>
    public string Path { get; init; } = "data/jointdesk.db";

    /// <summary>The passphrase that the file is encrypted with, 12 characters or more; null for none.</summary>
    public string? Key { get; init; }

    /// <summary>A file that holds the passphrase, instead of <see cref="Key"/>.</summary>
    public string? KeyFile { get; init; }

    public BackupOptions Backups { get; init; } = new();

    public AuditHeadOptions AuditHeads { get; init; } = new();

    public RetentionOptions Retention { get; init; } = new();

    /// <exception cref="SettingsException">The key file cannot be read.</exception>
    public string? Passphrase => KeyFile is { } file ? Settings.KeyFile.Read(file) : Key;

    public string? Problem =>
        string.IsNullOrWhiteSpace(Path) ? "Storage:Path is empty."
        : Key is not null && KeyFile is not null ? "Storage:Key and Storage:KeyFile are both set; take one out."
        : Passphrase is { Length: < 12 } ? $"Storage:{(Key is null ? nameof(KeyFile) : nameof(Key))} holds fewer than 12 characters."
        : Backups.Problem ?? AuditHeads.Problem ?? Retention.Problem;
}

/// <summary>Backups that the desk makes by itself.</summary>
internal sealed record BackupOptions
{
    /// <summary>Where they go, best on another disk; null for none.</summary>
    public string? Folder { get; init; }

    /// <summary>A minute to 31 days.</summary>
    public TimeSpan Every { get; init; } = TimeSpan.FromDays(1);

    /// <summary>How many stay; the oldest go.</summary>
    public int Keep { get; init; } = 14;

    public string? Problem =>
        Folder is { } folder && string.IsNullOrWhiteSpace(folder) ? "Storage:Backups:Folder is empty; null for none."
        : Every < TimeSpan.FromMinutes(1) || Every > TimeSpan.FromDays(31) ? "Storage:Backups:Every is a time from 00:01:00 to 31.00:00:00."
        : Keep is < 1 or > 1000 ? "Storage:Backups:Keep is a number from 1 to 1000."
        : null;
}

/// <summary>The heads of the audit chain that are kept outside the store: they show when its end was cut off.</summary>
internal sealed record AuditHeadOptions
{
    /// <summary>Best where whoever can write the store cannot write; null: beside the store.</summary>
    public string? File { get; init; }

    /// <summary>A second to a day.</summary>
    public TimeSpan Every { get; init; } = TimeSpan.FromMinutes(5);

    public string? Problem => Every < TimeSpan.FromSeconds(1) || Every > TimeSpan.FromDays(1)
        ? "Storage:AuditHeads:Every is a time from 00:00:01 to 1.00:00:00."
        : null;
}

/// <summary>How long what is no record of the desk's work stays. Meetings, tasks, contributions and the audit chain stay for ever.</summary>
internal sealed record RetentionOptions
{
    /// <summary>What was said in chats, and the files of messages; null for ever.</summary>
    public int? ChatDays { get; init; } = 730;

    /// <summary>What could not be delivered and was given up; null for ever.</summary>
    public int? OutboxDays { get; init; } = 90;

    /// <summary>For so long something that comes twice is noticed.</summary>
    public int ReceiptDays { get; init; } = 30;

    public Duration Receipts => Duration.FromDays(ReceiptDays);

    public string? Problem =>
        ChatDays is < 1 or > 36_500 ? "Storage:Retention:ChatDays is a number from 1 to 36500, or null."
        : OutboxDays is < 1 or > 36_500 ? "Storage:Retention:OutboxDays is a number from 1 to 36500, or null."
        : ReceiptDays is < 1 or > 3_650 ? "Storage:Retention:ReceiptDays is a number from 1 to 3650."
        : null;
}
