using System.Text.Json;

namespace JointDesk;

/// <summary>A kind of document: its name in the store, its key and what it can be found by.</summary>
public interface IDocumentKind
{
    string Name { get; }
    IReadOnlyList<IndexEntry> IndexesOf(object document);
    byte[] Write(object document);

    /// <summary>The schema that its documents are written in.</summary>
    int Schema { get; }
}

/// <inheritdoc cref="IDocumentKind"/>
/// <param name="name">Its collection in the store: lower case, stable for ever.</param>
/// <param name="id">The key of a document, at most 200 bytes of UTF-8.</param>
/// <param name="indexes">What a document can be found by; an index may have several entries for one document.</param>
public sealed class DocumentKind<T>(string name, Func<T, string> id, Func<T, IEnumerable<IndexEntry>>? indexes = null) : IDocumentKind
    where T : class
{
    public string Name => name;

    public string IdOf(T document) => id(document);

    public IReadOnlyList<IndexEntry> IndexesOf(object document) => indexes is null ? [] : [.. indexes((T)document)];

    /// <summary>Oldest first. A document is upgraded when it is read, and written as of today when it changes next.</summary>
    public IReadOnlyList<DocumentUpgrade> Upgrades { get; init; } = [];

    public int Schema => Upgrades is [.., var last] ? last.To : DocumentSchema.First;

    public byte[] Write(object document)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes((T)document, DeskJson.Options);
        return Upgrades.Count == 0 ? json : DocumentSchema.Stamp(json, Schema);
    }

    public T Read(ReadOnlyMemory<byte> payload) =>
        JsonSerializer.Deserialize<T>(DocumentSchema.Upgrade(payload, Upgrades).Span, DeskJson.Options) ?? throw new JsonException($"An empty document of kind {name}.");
}
