namespace JointDesk.Store.LiteDb;

/// <summary>The layouts of the rows, numbered, forward only. Documents themselves are upgraded when they are read, by whoever knows them.</summary>
internal static class Schema
{
    /// <summary>One a number: the first makes layout 1 out of nothing, each further one turns layout n into n + 1.</summary>
    private static readonly Action<Rows>[] Steps = [_ => { }, ScheduleInBlocks.Convert];

    public static int Current => Steps.Length;

    /// <summary>Throws <see cref="StoreRefusedException"/> for a store newer than the code.</summary>
    public static void Check(SchemaTable schema, StoreOptions options)
    {
        if (schema.Number > Current)
            throw Newer("schema", schema.Number, Current);
        if (schema.Documents > options.DocumentSchema)
            throw Newer("documents of schema", schema.Documents, options.DocumentSchema);

        StoreRefusedException Newer(string what, int found, int known) =>
            new($"{options.Path} was written by a newer JointDesk ({what} {found}, known here: {known}); run that version.");
    }

    /// <summary>Each step is one commit with its number, so that a crash between two goes on where it stopped.</summary>
    public static void Migrate(EngineHost host)
    {
        for (var number = host.Tables.Schema.Number; number < Current; number++)
        {
            var step = Steps[number];
            host.Commit(tables =>
            {
                step(tables.Rows);
                tables.Schema.Write(number + 1);
            });
        }
        var documents = host.Options.DocumentSchema;
        if (host.Tables.Schema.Documents < documents)
            host.Commit(tables => tables.Schema.WriteDocuments(documents));
    }
}
