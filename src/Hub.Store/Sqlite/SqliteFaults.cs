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

    public static bool IsBusy(Exception fault) => fault is SqliteException { SqliteErrorCode: 5 or 6 };

    public static StoreUnavailableException Translate(Exception fault) =>
        new(fault is SqliteException answer ? $"{Words(answer.SqliteErrorCode)} (SQLite result code {answer.SqliteExtendedErrorCode})." : "The database file cannot be used.", fault);

    private static string Words(int code) => code switch
    {
        5 or 6 => "The database is busy",
        8 => "The database file cannot be written to: it or its directory belongs to another account, or the file system is read-only",
        10 => "The disk of the database cannot be read or written",
        11 or 26 => "The database file is damaged or is no database; it can be restored from a backup",
        13 => "The disk is full",
        14 => "The database file cannot be opened",
        _ => "SQLite cannot do this now",
    };
}
