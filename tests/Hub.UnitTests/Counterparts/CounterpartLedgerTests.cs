using Hub.Ebxml.Reliability;
using Hub.Simulators.Messaging;
using Xunit;

namespace Hub.UnitTests.Counterparts;

/// <summary>What a counterpart holds for true of what it sent.</summary>
public sealed class CounterpartLedgerTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Should_stay_acknowledged_when_the_hand_over_is_told_after_the_receipt()
    {
        var ledger = new CounterpartLedger();
        ledger.Send(new Letter("APPREC", "d", "", default), "m", 2, Noon);
        var handedOver = new SentMessage { MessageId = "m", FromHer = 1, ToHer = 2, Digests = [], Created = Noon, TimesSent = 1, Version = 1 };
        ledger.Moved(handedOver with { Phase = SentPhase.Acknowledged, Version = 2 });

        ledger.Moved(handedOver);

        Assert.Equal((SentPhase.Acknowledged, 1), (ledger.FindSent("m")!.Phase, ledger.FindSent("m")!.TimesSent));
        Assert.True(ledger.IsSettled);
    }
}
