using Hub.Store.Sql;

namespace Hub.Store.Schema;

/// <summary>The tenth schema: conflicts of shared plans that nobody has settled are due since they came, as new ones are, so that the oldest are found without a look at all.</summary>
internal static class ConflictSchema
{
    public static IReadOnlyList<string> Statements(Dialect d) => ["update record set due = at where kind = 'plan-conflict' and state = 'conflict' and latest = 1 and due is null"];
}
