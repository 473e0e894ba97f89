using Hub.Store.Operators;
using Hub.Store.Sql;

namespace Hub.Store.Schema;

/// <summary>The ninth schema: entries of the audit log that hold deliveries or take them out, by their numbers. Views and looks, which are nearly all entries, are not in it.</summary>
internal static class WithdrawalSchema
{
    public static IReadOnlyList<string> Statements(Dialect d) => [$"create index audit_withdrawal on audit (seq) where {WithdrawalReader.IsWithdrawal}"];
}
