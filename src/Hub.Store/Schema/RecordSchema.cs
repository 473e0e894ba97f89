using Hub.Store.Sql;

namespace Hub.Store.Schema;

/// <summary>The third schema: registers whose entries change by versions.</summary>
internal static class RecordSchema
{
    public static IReadOnlyList<string> Statements(Dialect dialect) => dialect == Dialect.Postgres ? [.. Both(dialect), .. PostgresOnly] : Both(dialect);

    // latest is 1 for the last version of an entry: the indexes that are searched hold only these.
    private static IReadOnlyList<string> Both(Dialect d) =>
    [
        $"""
        create table record (
          tenant {d.Name} not null, kind {d.Name} not null, key {d.Name} not null, version integer not null,
          at bigint not null, who text not null, patient_key {d.Uuid}, state {d.Name}, due bigint, latest smallint not null, body {d.Bytes} not null,
          primary key (tenant, kind, key, version))
        """,
        // An entry has one latest version, whatever meets.
        "create unique index record_one on record (tenant, kind, key) where latest = 1",
        "create index record_due on record (kind, due) where latest = 1 and due is not null",
        "create index record_patient on record (tenant, kind, patient_key) where latest = 1 and patient_key is not null",
        "create index record_latest on record (tenant, kind, at) where latest = 1",
    ];

    // Sealed bytes do not compress.
    private static IReadOnlyList<string> PostgresOnly => ["alter table record alter column body set storage external"];
}
