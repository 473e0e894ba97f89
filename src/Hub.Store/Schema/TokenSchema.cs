using Hub.Store.Sql;

namespace Hub.Store.Schema;

/// <summary>The fifth schema: tokens of the operators' API, and the audit log in the order of a tenant.</summary>
internal static class TokenSchema
{
    public static IReadOnlyList<string> Statements(Dialect d) =>
    [
        $"""
        create table token (
          name {d.Name} not null primary key, hash {d.Name} not null, role {d.Name} not null, tenant {d.Name}, partner {d.Name},
          issued bigint not null, expires bigint not null, revoked bigint)
        """,
        "create unique index token_hash on token (hash)",
        "create index audit_tenant on audit (tenant, seq) where tenant is not null",
    ];
}
