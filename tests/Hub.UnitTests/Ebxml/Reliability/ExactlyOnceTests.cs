using FsCheck;
using FsCheck.Fluent;
using Hub.Ebxml.Reliability;
using Xunit;

namespace Hub.UnitTests.Ebxml.Reliability;

public class ExactlyOnceTests
{
    private static readonly string[] Ids = ["a", "b", "c"];

    [Fact]
    public void Should_deliver_once_and_end_whatever_the_network_does()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), choices => HoldsAsync(choices).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1000).WithEndSize(60));
    }

    [Fact]
    public async Task Should_end_failed_when_everything_is_lost_and_delivered_when_the_last_send_gets_through()
    {
        var dead = new LossyNetwork([.. Enumerable.Repeat((byte)0, 1000)]);
        await dead.RunAsync(["a"], 200);
        Assert.Equal(SentPhase.Failed, (await dead.StateAsync("a"))!.Phase);
        Assert.Empty(dead.Deliveries);
        Assert.Equal(5, dead.Sends["a"].Count);

        var last = new LossyNetwork([0, 0, 0, 0, 1, 1]);
        await last.RunAsync(["a"], 200);
        Assert.Equal(SentPhase.Acknowledged, (await last.StateAsync("a"))!.Phase);
        Assert.Equal(1, last.Deliveries["a"]);
    }

    [Fact]
    public async Task Should_learn_of_a_delivery_whose_receipt_came_late()
    {
        var slow = new LossyNetwork([1, 79, 0, 0, 0, 0]);
        await slow.RunAsync(["a"], 200);
        var state = (await slow.StateAsync("a"))!;
        Assert.Equal((SentPhase.Failed, true, 1), (state.Phase, state.IsDelivered, slow.LateReports));
    }

    private static async Task<bool> HoldsAsync(byte[] choices)
    {
        var network = new LossyNetwork(choices);
        await network.RunAsync(Ids, 400);
        foreach (var id in Ids)
        {
            var state = (await network.StateAsync(id))!;
            var delivered = network.Deliveries.GetValueOrDefault(id);
            if (!state.IsFinal || state.TimesSent is < 1 or > 5 || delivered != (network.Arrived.Contains(id) ? 1 : 0))
                return false;
            if (state.IsDelivered && delivered != 1)
                return false;
            if (network.Sends[id].Zip(network.Sends[id].Skip(1), (first, second) => second - first).Any(gap => gap < Exchange.Schedule.Interval))
                return false;
        }
        return true;
    }
}
