using Hub.Core.Deliveries;
using Hub.Core.Storage;
using Hub.Store.Sql;
using Hub.Store.Text;

namespace Hub.Store.Operators;

/// <summary>Counts the ledger in one statement, so in one snapshot.</summary>
internal sealed class LedgerReader(Database database)
{
    // Every message with deliveries has exactly one that is number 1; state 0 stands for the messages.
    private static readonly string All = $"""
        select state, count(*), coalesce(sum(case when {DeliveryKey.NoOf("id")} = 1 then 1 else 0 end), 0) from delivery group by state
        union all select 0, count(*), 0 from message
        """;

    private static readonly string OfTenant = $"""
        select state, count(*), coalesce(sum(case when {DeliveryKey.NoOf("id")} = 1 then 1 else 0 end), 0) from delivery where tenant = $1 group by state
        union all select 0, count(*), 0 from message where tenant = $1
        """;

    public Task<Ledger> ReadAsync(string? tenant, CancellationToken cancel) => database.ReadAsync(
        async session =>
        {
            static (int State, long Count, long Firsts) Read(System.Data.Common.DbDataReader r) => (r.GetInt32(0), r.GetInt64(1), r.GetInt64(2));
            var counts = tenant is null ? await session.ListAsync(Read, All) : await session.ListAsync(Read, OfTenant, Text.CleanText.Of(tenant));
            long Of(params DeliveryState[] states) => counts.Where(c => states.Contains((DeliveryState)c.State)).Sum(c => c.Count);
            var messages = Of(default(DeliveryState));
            return new Ledger(
                counts.Where(c => c.State != 0).Sum(c => c.Count),
                Of(DeliveryState.Delivered),
                Of(DeliveryState.DeadLettered, DeliveryState.Discarded),
                Of(DeliveryState.Pending, DeliveryState.AwaitingReceipt, DeliveryState.Held),
                messages,
                messages - counts.Sum(c => c.Firsts));
        },
        cancel);
}
