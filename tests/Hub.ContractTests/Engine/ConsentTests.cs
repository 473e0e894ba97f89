using Hub.Core.Adapters;
using Hub.Core.Deliveries;
using Hub.Core.Errors;
using Xunit;

namespace Hub.ContractTests.Engine;

/// <summary>Consents are asked again before every send: a delivery may have waited for days.</summary>
public sealed class ConsentTests
{
    [Fact]
    public async Task Should_wait_and_keep_order_while_the_register_does_not_answer()
    {
        var store = new MemoryStore { Granted = new HashSet<string> { "share" } };
        await using var hub = new TestHub(store) { Requires = ["share"] };
        var isUp = false;
        hub.Out.Answer = _ => isUp ? null : new SendOutcome.Failed(DeliveryErrors.PartnerFault.At());
        await hub.StartAsync();
        await hub.SendLanesAsync(4, 5);
        store.IsRegisterAway = true;
        isUp = true;
        await TestHub.Until(() => store.RegisterRefusals >= 8, "the register asked again and again");
        // What had its answer before the register went away may still go.
        Assert.InRange(hub.Out.Count, 0, 4);
        store.IsRegisterAway = false;
        await TestHub.Until(() => hub.Out.Count == 20, "everything delivered");
        TestHub.AssertInOrder(hub.Out.Snapshot());
    }

    [Fact]
    public async Task Should_dead_letter_what_a_withdrawn_consent_keeps_back_and_not_count_it_against_the_partner()
    {
        var store = new MemoryStore { Granted = new HashSet<string> { "share" } };
        await using var hub = new TestHub(store) { Requires = ["share"] };
        hub.Out.Answer = _ => new SendOutcome.Failed(DeliveryErrors.PartnerFault.At());
        await hub.StartAsync();
        await hub.SendLanesAsync(1, 8);
        store.Granted = new HashSet<string>();
        await TestHub.Until(() => store.Rows.All(r => r.Row.State == DeliveryState.DeadLettered), "all given up");
        Assert.All(store.Rows, r => Assert.Equal(DeliveryErrors.NoConsent.Code, r.ErrorCode));
        Assert.Equal(0, hub.Out.Count);
        Assert.Equal(Hub.Delivery.CircuitState.Closed, hub.Node.Status.Partners.Single(p => p.Partner == "out").Circuit);
    }
}
