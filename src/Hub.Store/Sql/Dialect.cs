namespace Hub.Store.Sql;

/// <summary>What differs between the databases in statements that are otherwise the same.</summary>
/// <param name="Key">Type of a primary key of one whole number.</param>
/// <param name="Bytes">Type of bytes.</param>
/// <param name="Uuid">Type of 128-bit ids and hashes.</param>
/// <param name="Name">Type of names that are compared: by their bytes, as SQLite does, whatever the database's own collation.</param>
/// <param name="StepKey">How steps of a delivery are numbered.</param>
/// <param name="Among">Condition on a list of numbers given as parameter {0}.</param>
/// <param name="ForUpdate">Locks the rows that are read; nothing where a writer holds the whole file.</param>
internal sealed record Dialect(string Key, string Bytes, string Uuid, string Name, string StepKey, string Among, string ForUpdate)
{
    public static Dialect Postgres { get; } = new(
        "bigint not null primary key", "bytea", "uuid", "text collate \"C\"", "bigint generated always as identity", "= any({0})", " for update");

    public static Dialect Sqlite { get; } = new(
        "integer primary key", "blob", "blob", "text", "integer primary key", "in (select value from json_each({0}))", string.Empty);
}
