using JointDesk.People;

namespace JointDesk.Server.Channels;

/// <summary>In which language the desk writes to whom: the one an officer last wrote in, else that of the directory.</summary>
internal sealed class Languages(IDeskStore store)
{
    public const string Chinese = "zh";
    public const string English = "en";

    /// <summary>What is to be kept after an officer was answered in a language; nothing where that is known.</summary>
    public async ValueTask<IReadOnlyList<Change>> HeardAsync(string officer, string? language, CancellationToken cancel = default) =>
        language is Chinese or English && await LastOfAsync(officer, cancel) != language ? [Change.Put(Spoken.Documents, new Spoken(officer, language))] : [];

    /// <summary>Null where an officer has not written yet.</summary>
    public async ValueTask<string?> LastOfAsync(string officer, CancellationToken cancel = default) =>
        (await store.FindAsync(Spoken.Documents, officer, cancel)).Document?.Language;

    /// <summary>Where all that is known is who speaks, and what the client says of itself.</summary>
    public async ValueTask<string> GuessAsync(string? officer, string? locale, CancellationToken cancel = default) =>
        (officer is null ? null : await LastOfAsync(officer, cancel))
        ?? (locale?.StartsWith(English, StringComparison.OrdinalIgnoreCase) == true ? English : Chinese);

    public async ValueTask<string> OfAsync(Officer officer, CancellationToken cancel = default) =>
        await LastOfAsync(officer.Id, cancel)
        ?? (officer.Locale.StartsWith(Chinese, StringComparison.OrdinalIgnoreCase) ? Chinese : English);

    /// <summary>A channel is written to in the language of the first liaison of the department, or of the case's lead.</summary>
    public async ValueTask<string> OfAsync(Conversation conversation, Roster roster, CancellationToken cancel = default)
    {
        var first = conversation.IsPersonal
            ? roster.Officer(conversation.Subject)
            : conversation.Audience.SelectMany(roster.LiaisonsOf).FirstOrDefault();
        return first is null ? Chinese : await OfAsync(first, cancel);
    }
}

/// <summary>The language of an officer's last message.</summary>
internal sealed record Spoken(string Officer, string Language)
{
    public static readonly DocumentKind<Spoken> Documents = new("language", s => s.Officer);
}
