using LiteDB;

namespace JointDesk.Store.LiteDb;

/// <summary>The numbers of the layout of the rows and of the documents in them. A store newer than the code is refused: an older desk would write nonsense into it.</summary>
internal sealed class SchemaTable(Rows rows)
{
    private const string Meta = "meta";
    private static readonly BsonValue Layout = SortKey.Of("schema"), Document = SortKey.Of("documents");

    /// <summary>0 while the store is new.</summary>
    public int Number => NumberOf(Layout);

    /// <summary>The newest schema of a document that may be in it; 0 where that was never written down.</summary>
    public int Documents => NumberOf(Document);

    public void Write(int number) => Write(Layout, number);

    public void WriteDocuments(int number) => Write(Document, number);

    private int NumberOf(BsonValue key) => rows.Find(Meta, key)?["n"].AsInt32 ?? 0;

    private void Write(BsonValue key, int number) => rows.Put(Meta, new BsonDocument { ["_id"] = key, ["n"] = number });
}
