using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace JointDesk.Tests;

/// <summary>A kind of document whose schema rose twice since its first documents were written.</summary>
public sealed class DocumentSchemaTests
{
    private sealed record Note(string Id, string Title, IReadOnlyList<string> Tags);

    private static readonly DocumentKind<Note> First = new("note", n => n.Id);

    private static readonly DocumentKind<Note> Today = new("note", n => n.Id)
    {
        Upgrades =
        [
            new DocumentUpgrade(3, note => { note["title"] = (string?)note["heading"]; note.Remove("heading"); }),
            new DocumentUpgrade(5, note => note["tags"] = new JsonArray([.. ((string?)note["tags"] ?? "").Split(' ').Select(tag => (JsonNode?)tag)])),
        ],
    };

    [Theory]
    [InlineData("""{"id":"n","heading":"六一八","tags":"a b"}""")]
    [InlineData("""{"_schema":3,"id":"n","title":"六一八","tags":"a b"}""")]
    [InlineData("""{"_schema":5,"id":"n","title":"六一八","tags":["a","b"]}""")]
    public void ADocumentOfAnySchemaIsReadAsOneOfToday(string json)
    {
        var note = Today.Read(Encoding.UTF8.GetBytes(json));
        Assert.Equal(("n", "六一八"), (note.Id, note.Title));
        Assert.Equal(["a", "b"], note.Tags);
        var written = Today.Write(note);
        Assert.Equal("""{"_schema":5,"id":"n","title":"六一八","tags":["a","b"]}""", Encoding.UTF8.GetString(written));
        Assert.Equal(note with { Tags = [] }, Today.Read(written) with { Tags = [] });
    }

    [Fact]
    public void WhatWasNeverUpgradedBearsNoNumber()
    {
        Assert.Equal(DocumentSchema.Current, First.Schema);
        Assert.Equal("""{"id":"n","title":"t","tags":[]}""", Encoding.UTF8.GetString(First.Write(new Note("n", "t", []))));
    }

    [Fact]
    public void ADocumentOfANewerSchemaIsNotMistakenForOneOfToday() =>
        Assert.Throws<JsonException>(() => Today.Read("""{"_schema":6,"id":"n"}"""u8.ToArray()));
}
