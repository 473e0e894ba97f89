using Hub.Store.Sqlite;
using Microsoft.Data.Sqlite;

namespace Hub.Store.Backup;

/// <summary>Copies a SQLite file while another process writes to it.</summary>
internal static class SqliteCopy
{
    public static async Task<StoreFacts> TakeAsync(string source, string target, CancellationToken cancel)
    {
        if (!File.Exists(source))
            throw new StoreRefusedException("There is no database to back up. --data names the directory of the hub's data.");
        await using (var connection = Open(source, SqliteOpenMode.ReadWrite))
        {
            // Reads one snapshot of the write-ahead log; writers go on beside it.
            await using var command = connection.CreateCommand();
            command.CommandText = "vacuum into $1";
            command.Parameters.AddWithValue("$1", Path.GetFullPath(target));
            command.CommandTimeout = 0;
            try
            {
                await command.ExecuteNonQueryAsync(cancel);
            }
            catch (SqliteException fault) when (SqliteFaults.IsUnavailable(fault))
            {
                throw SqliteFaults.Translate(fault);
            }
        }

        await using var copy = Open(target, SqliteOpenMode.ReadOnly);
        return await StoreFacts.ReadAsync(new SqliteSession(copy, cancel));
    }

    public static void Place(string file, string target)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(target))!);
        if (File.Exists(target))
            throw new StoreRefusedException("The target has a database. Move it away first: a restore replaces nothing.");

        // Appears whole or not at all.
        var arriving = target + ".restoring";
        File.Copy(file, arriving, overwrite: true);
        File.Move(arriving, target);
    }

    private static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        SQLitePCL.Batteries_V2.Init();
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ConnectionString);
        connection.Open();
        SqliteSession.Execute(connection, "pragma busy_timeout = 5000");
        return connection;
    }
}
