using Hub.ContractTests.Engine;
using Xunit;

namespace Hub.ContractTests.Ownership;

public sealed class InProcess() : OwnershipContract(Site.InProcessAsync);

public sealed class AdvisoryLocks() : OwnershipContract(Site.LocksAsync);

public sealed class SingleActiveConsumer() : OwnershipContract(Site.BrokerAsync)
{
    [Fact]
    public async Task Should_go_on_when_the_broker_is_wiped()
    {
        await using var site = await Site.BrokerAsync();
        var one = await site.StartAsync("one");
        var two = await site.StartAsync("two");
        await TestHub.Until(() => one.Node.Status.Partitions.Count > 0 && two.Node.Status.Partitions.Count > 0, "shared");
        await site.WipeBrokerAsync();
        await one.SendLanesAsync(10, 10);
        await TestHub.Until(() => site.Delivered == 1200, "everything delivered", 20);
        site.AssertInOrder();
        await TestHub.Until(() => one.Node.Status.BrokerConnected == true && two.Node.Status.BrokerConnected == true, "connected again");
    }
}
