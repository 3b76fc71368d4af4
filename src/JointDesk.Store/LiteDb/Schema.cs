namespace JointDesk.Store.LiteDb;

/// <summary>The layouts of the rows, numbered, forward only. Documents themselves are upgraded when they are read, by whoever knows them.</summary>
internal static class Schema
{
    /// <summary>One a number: the first makes layout 1 out of nothing, each further one turns layout n into n + 1.</summary>
    private static readonly Action<Rows>[] Steps = [_ => { }, ScheduleInBlocks.Convert];

    public static int Current => Steps.Length;

    /// <summary>The number found. Throws <see cref="StoreRefusedException"/> for one newer than the code.</summary>
    public static int Check(SchemaTable schema, string path) => schema.Number is var found && found <= Current
        ? found
        : throw new StoreRefusedException($"{path} was written by a newer JointDesk (schema {found}, known here: {Current}); run that version.");

    /// <summary>Each step is one commit with its number, so that a crash between two goes on where it stopped.</summary>
    public static void Migrate(EngineHost host, int found)
    {
        for (var number = found; number < Current; number++)
        {
            var step = Steps[number];
            host.Commit(tables =>
            {
                step(tables.Rows);
                tables.Schema.Write(number + 1);
            });
        }
    }
}
