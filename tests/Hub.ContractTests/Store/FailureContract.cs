using Hub.Core.Deliveries;
using Hub.Core.Storage;
using Xunit;
using static Hub.ContractTests.Store.Samples;

namespace Hub.ContractTests.Store;

public abstract class FailureContract(Func<Task<TestDatabase>> create) : StoreContract(create)
{
    [Fact]
    public async Task Should_group_what_failed_by_receiver_route_and_code_with_first_last_and_examples()
    {
        await Store.TakeAsync("node", [3], None);
        var ids = await AcceptDueAsync("a", "b", "c", "d", "e", "f", "g", "h");
        await Store.CommitAsync(
            [
                .. Enumerable.Range(0, 5).Select(i => Dead(ids[i], "HUB-SEND-005", 10 - i)),
                Dead(ids[5], "HUB-MAP-002", 3),
                Outcome(ids[6], DeliveryState.Pending) with { ErrorCode = "HUB-SEND-005" },
                Delivered(ids[7]),
            ],
            None);

        var groups = await Store.FailuresAsync(new FailureFilter("larvik"), None);
        Assert.Equal(["HUB-SEND-005", "HUB-MAP-002"], groups.Select(g => g.Code));
        var first = groups[0];
        Assert.Equal(("larvik", "epj", "to-epj", 6, 5), (first.Tenant, first.Partner, first.Route, first.Count, first.DeadLettered));
        Assert.Equal((Noon, Noon.AddMinutes(10)), (first.FirstSeen, first.LastSeen));
        Assert.Equal(3, first.Examples.Distinct().Count());
        Assert.All(first.Examples, e => Assert.Contains(ids, i => i.MessageId == e));

        Assert.True((await Store.RedeliverAsync(ids[5], new OperatorAct("kari", Noon, "again"), None)).IsOk);
        Assert.True((await Store.DiscardAsync(ids[0], new OperatorAct("kari", Noon, "not needed"), None)).IsOk);
        Assert.Equal(5, Assert.Single(await Store.FailuresAsync(new FailureFilter(null), None)).Count);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Should_count_by_any_filters_what_looking_at_everything_counts(int seed)
    {
        await new Traffic(Store, seed).RunAsync(150);
        var all = (await Store.SearchAsync(new MessageFilter(null, Limit: 500), None)).Messages;
        foreach (var filter in Filters())
        {
            var expected =
                from message in all
                from delivery in message.Deliveries
                where delivery.Error is not null && delivery.State is DeliveryState.Pending or DeliveryState.AwaitingReceipt or DeliveryState.DeadLettered or DeliveryState.Held
                where delivery.Error is not null
                where (filter.Tenant ?? message.Tenant) == message.Tenant && (filter.Partner ?? delivery.Partner) == delivery.Partner
                where (filter.Route ?? delivery.Route) == delivery.Route && (filter.Code ?? delivery.Error) == delivery.Error
                group delivery by (message.Tenant, delivery.Partner, delivery.Route, delivery.Error) into g
                select (g.Key, (long)g.Count());
            var groups = await Store.FailuresAsync(filter, None);
            Assert.Equal(expected.Order(), groups.Select(g => ((g.Tenant, g.Partner, g.Route, g.Code), g.Count)).Order());
        }
    }

    [Fact]
    public async Task Should_count_only_what_was_seen_in_a_period()
    {
        await Store.TakeAsync("node", [3], None);
        var ids = await AcceptDueAsync("a", "b", "c");
        await Store.CommitAsync([Dead(ids[0], "HUB-SEND-005", 1), Dead(ids[1], "HUB-SEND-005", 2), Dead(ids[2], "HUB-SEND-005", 3)], None);
        var group = Assert.Single(await Store.FailuresAsync(new FailureFilter("larvik") { From = Noon.AddMinutes(2), To = Noon.AddMinutes(3) }, None));
        Assert.Equal((1, ids[1].MessageId), (group.Count, Assert.Single(group.Examples)));
        Assert.Empty(await Store.FailuresAsync(new FailureFilter("larvik") { From = Noon.AddMinutes(4) }, None));
    }

    private static DeliveryOutcome Dead(DeliveryId id, string code, int minutes) =>
        Outcome(id, DeliveryState.DeadLettered) with { ErrorCode = code, Due = Noon.AddMinutes(minutes) };

    private static IEnumerable<FailureFilter> Filters() =>
        from tenant in Traffic.Tenants.Append(null)
        from partner in new[] { "epj", null }
        from code in new[] { Traffic.Errors[0], null }
        select new FailureFilter(tenant) { Partner = partner, Code = code, Route = partner is null ? null : "to-epj" };
}
