using Hub.Ebxml;
using Hub.Ebxml.Envelope;
using Hub.Ebxml.Reliability;
using Xunit;

namespace Hub.UnitTests.Ebxml.Reliability;

public class ReceiptsTests
{
    private static readonly TakeSignal Ack = new("m", Exchange.Ack().Acknowledgment);

    [Fact]
    public async Task Should_store_what_a_receipt_decides_once()
    {
        var record = new MemoryExchangeRecord();
        await record.AddSentAsync(Exchange.Sent(), default);
        var steps = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => Take(record, Ack))));
        Assert.Single(steps, s => s.Value!.Action == OutgoingAction.ReportDelivered);
        var stored = (await record.FindSentAsync("m", default))!;
        Assert.Equal((SentPhase.Acknowledged, 1), (stored.Phase, stored.Version));
    }

    [Fact]
    public async Task Should_say_that_a_receipt_is_for_no_message_of_ours()
    {
        var record = new MemoryExchangeRecord();
        await record.AddSentAsync(Exchange.Sent(), default);
        foreach (var signal in new[] { Ack with { RefToMessageId = "M" }, Ack with { RefToMessageId = null }, new TakeSignal("m", new PongBody()) })
            Assert.Equal(ReliabilityCodes.UnknownMessage, Assert.Single((await Take(record, signal)).Failures).Code);
    }

    private static Task<Outcome<OutgoingStep>> Take(MemoryExchangeRecord record, TakeSignal signal) =>
        Receipts.TakeAsync(record, Exchange.Receiver, signal, Exchange.Schedule, new(), Exchange.Start, default);
}
