using Hub.Store.Sql;

namespace Hub.Store.Schema;

/// <summary>The first schema. Instants are microseconds since 1970; enumerations are the numbers of Hub.Core. There are no foreign keys: one program writes, and their checks cost a read per row.</summary>
internal static class InitialSchema
{
    public static IReadOnlyList<string> Statements(Dialect dialect) =>
        dialect == Dialect.Postgres ? [.. Tables(dialect), .. Indexes, .. PostgresOnly] : [.. Tables(dialect), .. Indexes, .. SqliteOnly];

    private static IReadOnlyList<string> Tables(Dialect d) =>
    [
        // The raw bytes of a batch lie in its first stored message; the others point there with raw_id.
        $"""
        create table message (
          id {d.Key}, raw_id bigint not null, occurred bigint not null, accepted bigint not null,
          snapshot integer not null, ordinal integer not null, kind smallint not null, triage smallint not null,
          source_key {d.Uuid} not null, fingerprint {d.Uuid} not null, patient_key {d.Uuid} not null,
          tenant {d.Name} not null, source {d.Name} not null, media text not null, category text, source_id text not null,
          correlation text, decisions text not null, notes text, body {d.Bytes})
        """,

        // id is message * 32768 + no. since is when the give-up time began to run: acceptance, or an operator's act.
        $"""
        create table delivery (
          id {d.Key}, lane bigint not null, due bigint not null, since bigint not null, part integer not null,
          attempts integer not null, generation integer not null, state smallint not null, documented smallint not null,
          tenant {d.Name} not null, partner {d.Name} not null, route text not null, mapping text not null, error text, receipt text)
        """,

        // One outcome as written: its timeline entries, and the document when it was made in this step.
        $"""
        create table step (
          seq {d.StepKey}, delivery_id bigint not null, generation integer not null,
          events text not null, form text, media text, document_id text, document {d.Bytes})
        """,
        "create table part (id integer not null primary key, epoch bigint not null, owner text, taken bigint)",
        "create table node (name text not null primary key, seen bigint not null)",
        $"""
        create table consent (
          tenant {d.Name} not null, patient_key {d.Uuid} not null, purpose text not null, granted smallint not null,
          primary key (tenant, patient_key, purpose))
        """,
        $"""
        create table consent_history (
          tenant {d.Name} not null, patient_key {d.Uuid} not null, purpose text not null, granted smallint not null, at bigint not null, who text not null)
        """,
        "create table snapshot (number integer not null primary key, at bigint not null, content text not null)",
        $"""
        create table audit (
          seq {d.Key}, at bigint not null, who text not null, action text not null, tenant text, target text, reason text, hash {d.Bytes} not null)
        """,
        $"create table audit_head (id {d.Key}, seq bigint not null, hash {d.Bytes} not null)",

        // The last message number given. Its row is locked from numbering to commit, so that numbers become visible in their order over all nodes.
        $"create table counter (id {d.Key}, last bigint not null)",
    ];

    // Delivered rows are in no partial index, so that reading work never passes them and the usual way costs two of these entries only.
    private static IReadOnlyList<string> Indexes =>
    [
        "create unique index message_source on message (source_key)",
        "create index message_patient on message (patient_key)",
        "create index message_tenant on message (tenant, id)",
        "create index delivery_pending on delivery (part, tenant, partner, id) where state = 1",
        "create index delivery_lane on delivery (lane) where state = 1",
        "create index delivery_waiting on delivery (due) where state in (2, 6)",
        "create index delivery_dead on delivery (part, tenant, partner, lane, id) where state = 4",
        "create index delivery_unusual on delivery (state, id) where state in (2, 4, 5, 6)",
        "create index consent_history_patient on consent_history (tenant, patient_key)",
    ];

    private static IReadOnlyList<string> PostgresOnly =>
    [
        "alter table step add primary key (delivery_id, seq)",

        // Sealed bytes do not compress.
        "alter table message alter column body set storage external",
        "alter table step alter column document set storage external",

        // Each delivery is updated once or twice soon after it was made: cleaning up early keeps the due index small.
        "alter table delivery set (autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_cost_delay = 1)",
        "alter table part set (fillfactor = 20)",
        "alter table counter set (fillfactor = 10)",
    ];

    private static IReadOnlyList<string> SqliteOnly => ["create index step_delivery on step (delivery_id)"];
}
