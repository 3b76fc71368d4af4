using LiteDB;

namespace JointDesk.Store.LiteDb;

/// <summary>The number of the layout of the rows. A store newer than the code is refused: an older desk would write nonsense into it.</summary>
internal sealed class SchemaTable(Rows rows)
{
    private const string Meta = "meta";
    private static readonly BsonValue Key = SortKey.Of("schema");

    /// <summary>0 while the store is new.</summary>
    public int Number => rows.Find(Meta, Key)?["n"].AsInt32 ?? 0;

    public void Write(int number) => rows.Put(Meta, new BsonDocument { ["_id"] = Key, ["n"] = number });
}
