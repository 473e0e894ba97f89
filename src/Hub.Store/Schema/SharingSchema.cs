using Hub.Store.Sql;

namespace Hub.Store.Schema;

/// <summary>The sixth schema: which parties an entry of a register concerns (null for entries from before), and which proofs of possession were used on any node.</summary>
internal static class SharingSchema
{
    public static IReadOnlyList<string> Statements(Dialect dialect) =>
    [
        "alter table record add column parties text",
        $"create table used_proof (id {dialect.Name} primary key, until bigint not null)",
        "create index used_proof_until on used_proof (until)",
    ];
}
