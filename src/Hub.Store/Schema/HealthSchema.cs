using Hub.Store.Sql;

namespace Hub.Store.Schema;

/// <summary>The seventh schema: what nodes say of themselves, and how each last had to do with its partners.</summary>
internal static class HealthSchema
{
    public static IReadOnlyList<string> Statements(Dialect d) =>
    [
        $"create table node_report (node {d.Name} not null primary key, at bigint not null, facts text not null)",
        $"""
        create table contact (
          tenant {d.Name} not null, partner {d.Name} not null, node {d.Name} not null, known bigint not null,
          received bigint, succeeded bigint, failed bigint, error text, circuit text, circuit_since bigint, ahead bigint,
          primary key (tenant, partner, node))
        """,
    ];
}
