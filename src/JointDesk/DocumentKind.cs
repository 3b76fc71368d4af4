using System.Text.Json;

namespace JointDesk;

/// <summary>A kind of document: its name in the store, its key and what it can be found by.</summary>
public interface IDocumentKind
{
    string Name { get; }
    IReadOnlyList<IndexEntry> IndexesOf(object document);
    byte[] Write(object document);
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

    public byte[] Write(object document) => JsonSerializer.SerializeToUtf8Bytes((T)document, DeskJson.Options);

    public T Read(ReadOnlyMemory<byte> payload) =>
        JsonSerializer.Deserialize<T>(payload.Span, DeskJson.Options) ?? throw new JsonException($"An empty document of kind {name}.");
}
