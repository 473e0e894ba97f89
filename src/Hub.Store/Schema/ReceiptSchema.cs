using Hub.Store.Sql;

namespace Hub.Store.Schema;

/// <summary>The second schema: receipts, what they name, answers that wait, and messages exchanged over transports with receipts.</summary>
internal static class ReceiptSchema
{
    public static IReadOnlyList<string> Statements(Dialect dialect) => dialect == Dialect.Postgres ? [.. Both(dialect), .. PostgresOnly] : Both(dialect);

    private static IReadOnlyList<string> Both(Dialect d) =>
    [
        "alter table delivery add column receipts smallint not null default 0",

        // 1 for an answer that was given a due time, 2 for a delivery whose end it waits for.
        "alter table delivery add column answer smallint not null default 0",

        // 1 for what was said about a delivery without moving it.
        "alter table step add column remark smallint",
        $"""
        create table correlation (
          tenant {d.Name} not null, correlation {d.Name} not null, delivery_id bigint not null, generation integer not null,
          primary key (tenant, correlation))
        """,
        $"""
        create table exchange (
          tenant {d.Name} not null, key {d.Name} not null, partner {d.Name} not null, fingerprint {d.Bytes} not null,
          received bigint not null, verdict text not null, due bigint, message {d.Bytes}, answer {d.Bytes},
          primary key (tenant, key))
        """,
        "create index exchange_due on exchange (due) where due is not null",
        "create index exchange_done on exchange (received) where due is null",
        "create index delivery_answer on delivery (id) where state = 1 and answer = 1",
    ];

    private static IReadOnlyList<string> PostgresOnly =>
    [
        // Sealed bytes do not compress.
        "alter table exchange alter column message set storage external",
        "alter table exchange alter column answer set storage external",
    ];
}
