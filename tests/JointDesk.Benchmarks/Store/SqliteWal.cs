using System.Globalization;
using Microsoft.Data.Sqlite;

namespace JointDesk.Benchmarks.Store;

/// <summary>SQLite with journal_mode=WAL and synchronous=FULL: durable at each commit. A connection a writer, as SQLite wants it.</summary>
internal sealed class SqliteWal : IContender
{
    private const string Unit = """
        insert into documents values ($writer, $number, $payload) on conflict (id) do update set number = $number, payload = $payload;
        insert into queue values ($writer, $payload) on conflict (id) do update set payload = $payload;
        insert into audit (payload) values ($payload);
        """;

    private readonly List<(SqliteConnection Connection, SqliteCommand Unit)> writers = [];

    public SqliteWal(string path, int writers)
    {
        for (var n = 0; n < writers; n++)
        {
            var connection = new SqliteConnection($"Data Source={path};Default Timeout=60;Pooling=False");
            connection.Open();
            Run(connection, "pragma journal_mode=wal");
            Run(connection, "pragma synchronous=full");
            if (n == 0)
                Run(connection, """
                    create table documents (id text primary key, number integer, payload blob); create index numbers on documents (number);
                    create table queue (id text primary key, payload blob); create table audit (id integer primary key, payload blob);
                    """);
            var unit = connection.CreateCommand();
            unit.CommandText = Unit;
            unit.Parameters.AddWithValue("$writer", n.ToString(CultureInfo.InvariantCulture));
            unit.Parameters.AddWithValue("$number", 0);
            unit.Parameters.AddWithValue("$payload", new byte[300]);
            this.writers.Add((connection, unit));
        }
    }

    public Task CommitAsync(int writer, int number)
    {
        var (connection, unit) = writers[writer];
        // Immediate: a lock that is asked for late is refused at once instead of waited for.
        using var transaction = connection.BeginTransaction(deferred: false);
        unit.Transaction = transaction;
        unit.Parameters["$number"].Value = number;
        unit.ExecuteNonQuery();
        transaction.Commit();
        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (connection, unit) in writers)
        {
            await unit.DisposeAsync();
            await connection.DisposeAsync();
        }
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
