using Hub.Store.Sql;

namespace Hub.Store.Schema;

/// <summary>The fourth schema: when a delivery reached its final state. Null for those that did before; intake does not write it.</summary>
internal static class StatisticsSchema
{
    public static IReadOnlyList<string> Statements(Dialect dialect) => ["alter table delivery add column ended bigint"];
}
