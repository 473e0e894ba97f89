using Hub.Core.Storage;
using Microsoft.Data.Sqlite;

namespace Hub.Store.Sqlite;

/// <summary>Tells a file that is busy, full or unreadable from a defect of ours. Result codes: sqlite.org/rescode.html.</summary>
internal static class SqliteFaults
{
    // BUSY, LOCKED, NOMEM, READONLY, INTERRUPT, IOERR, CORRUPT, FULL, CANTOPEN, NOTADB.
    private static readonly int[] Codes = [5, 6, 7, 8, 9, 10, 11, 13, 14, 26];

    public static bool IsUnavailable(Exception fault) => fault switch
    {
        SqliteException answer => Codes.Contains(answer.SqliteErrorCode),
        IOException => true,
        _ => false,
    };

    public static StoreUnavailableException Translate(Exception fault) =>
        new(fault is SqliteException answer ? $"SQLite cannot do this now (result code {answer.SqliteExtendedErrorCode})." : "The database file cannot be used.", fault);
}
