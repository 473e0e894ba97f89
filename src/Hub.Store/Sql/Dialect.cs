namespace Hub.Store.Sql;

/// <summary>What differs between the databases in statements that are otherwise the same.</summary>
/// <param name="Key">Type of a primary key of one whole number.</param>
/// <param name="Bytes">Type of bytes.</param>
/// <param name="Uuid">Type of 128-bit ids and hashes.</param>
/// <param name="Name">Type of names that are compared: by their bytes, as SQLite does, whatever the database's own collation.</param>
/// <param name="StepKey">How steps of a delivery are numbered.</param>
/// <param name="Among">Condition on a list of numbers given as parameter {0}.</param>
/// <param name="Each">A table of one column {1} from a list of numbers given as parameter {0}.</param>
/// <param name="ForUpdate">Locks the rows that are read; nothing where a writer holds the whole file.</param>
internal sealed record Dialect(string Key, string Bytes, string Uuid, string Name, string StepKey, string Among, string Each, string ForUpdate)
{
    /// <summary>Locks the rows that are read, passing over those that others have locked.</summary>
    public string ForUpdateOfFree => ForUpdate.Length == 0 ? string.Empty : ForUpdate + " skip locked";

    public static Dialect Postgres { get; } = new(
        "bigint not null primary key", "bytea", "uuid", "text collate \"C\"", "bigint generated always as identity", "= any({0})", "select unnest({0}::bigint[]) as {1}", " for update");

    public static Dialect Sqlite { get; } = new(
        "integer primary key", "blob", "blob", "text", "integer primary key", "in (select value from json_each({0}))", "select value as {1} from json_each({0})", string.Empty);

    /// <summary>A table of one column from a list of numbers.</summary>
    public string Numbers(string parameter, string column) => string.Format(System.Globalization.CultureInfo.InvariantCulture, Each, parameter, column);
}
