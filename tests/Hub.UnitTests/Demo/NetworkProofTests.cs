using Hub.Core.Content;
using Hub.Core.Deliveries;
using Hub.Core.Storage;
using Hub.Host.Demo;
using Hub.Simulators.Messaging;
using Hub.UnitTests.Counterparts;
using Xunit;

namespace Hub.UnitTests.Demo;

public sealed class NetworkProofTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 20, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Should_find_nothing_where_both_ledgers_agree()
    {
        await using var network = await ExchangedAsync();
        var sent = Assert.Single(network.Hospital.Ledger.Sent, s => s.Type != "APPREC");

        Assert.Empty(NetworkProof.Differences("hospital", network.Hospital.Ledger, [Stored(sent.DocumentId)]));
    }

    [Fact]
    public async Task Should_see_a_letter_that_was_acknowledged_and_is_not_stored_or_stored_twice()
    {
        await using var network = await ExchangedAsync();
        var sent = Assert.Single(network.Hospital.Ledger.Sent, s => s.Type != "APPREC");

        Assert.Contains(NetworkProof.Differences("hospital", network.Hospital.Ledger, []), d => d.Contains("is stored 0 times", StringComparison.Ordinal));
        Assert.Contains(
            NetworkProof.Differences("hospital", network.Hospital.Ledger, [Stored(sent.DocumentId), Stored(sent.DocumentId)]), d => d.Contains("is stored 2 times", StringComparison.Ordinal));
        Assert.Contains(
            NetworkProof.Differences("hospital", network.Hospital.Ledger, [Stored(sent.DocumentId), Stored("other")]), d => d.Contains("was never sent", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Should_see_a_delivery_that_was_not_taken_in_and_a_document_that_is_not_the_hubs()
    {
        await using var network = await ExchangedAsync();
        var taken = Assert.Single(network.Municipality.Ledger.Effects);

        Assert.Empty(NetworkProof.Differences("gp", network.Municipality.Ledger, [Sent(taken.MsgId)]));
        var differences = NetworkProof.Differences("gp", network.Municipality.Ledger, [Sent("other")]);
        Assert.Contains(differences, d => d.Contains("was not taken in", StringComparison.Ordinal));
        Assert.Contains(differences, d => d.Contains("is not one of the hub", StringComparison.Ordinal));
    }

    private static async Task<Network> ExchangedAsync()
    {
        var network = await Network.StartAsync();
        await network.FromHospitalAsync(network.Hospital.Letters.Admitted(network.Municipality.Party, Network.Patient));
        Assert.True(await network.Hospital.Ledger.WaitAsync(l => l.IsSettled, Network.Deadline, TestContext.Current.CancellationToken));
        Assert.True(await network.Municipality.Ledger.WaitAsync(l => l.IsSettled, Network.Deadline, TestContext.Current.CancellationToken));
        return network;
    }

    private static MessageView Stored(string documentId) => Message("hospital", documentId, Delivery("gerica", "journal.clinical", null));

    private static MessageView Sent(string documentId) => Message("dignio", "e1", Delivery("gp", "dialog.helsefaglig", documentId));

    private static MessageView Message(string source, string sourceId, DeliveryView delivery) => new(
        new StoredMessage(1, 1, 0, "bodo", source, "application/xml", At), ContentKind.Clinical, null, Triage.None, sourceId, null, At, [], [], [delivery]);

    private static DeliveryView Delivery(string partner, string mapping, string? documentId) => new(
        new DeliveryRow(new DeliveryId(1, 1), "bodo", partner, "r", mapping, 0, 1, DeliveryState.Delivered, At, 1, At, 1, 0, true),
        null, null, documentId is null ? null : new DocumentHead(mapping, "application/xml", documentId), []);
}
