using Hub.Ebxml.Transport;
using Hub.Simulators.Messaging;
using Xunit;

namespace Hub.UnitTests.Counterparts;

/// <summary>The counterpart's forgeries are refused by a receiver that looks.</summary>
public sealed class ForgeryTests
{
    public static TheoryData<Forgery> All => [.. Forgeries.All];

    [Theory]
    [MemberData(nameof(All))]
    public async Task Should_have_no_second_effect_and_no_acknowledgment(Forgery kind)
    {
        await using var network = await Network.StartAsync(sync: true);
        var (writer, to) = (network.Hospital.Letters, network.Municipality.Party);
        var first = writer.Admitted(to, Network.Patient);
        var earlier = await network.FromHospitalAsync(first);
        Assert.True(await network.Hospital.Ledger.WaitAsync(l => l.IsSettled, Network.Deadline, TestContext.Current.CancellationToken));

        var letter = kind.MayBeAcknowledged() ? first : writer.Discharged(to, Network.Patient);
        var forged = await network.Hospital.ForgeAsync(kind, letter, to.ServiceHer, Network.Issuer, earlier, TestContext.Current.CancellationToken);

        Assert.Equal(first.DocumentId, Assert.Single(network.Municipality.Ledger.Effects).MsgId);
        Assert.DoesNotContain(network.Hospital.Ledger.Faults, f => f.Code == "forgery-accepted");
        var sent = Assert.Single(network.Hospital.Ledger.Forgeries);
        Assert.Equal((forged.MessageId, kind, kind.MayBeAcknowledged()), (sent.MessageId, sent.Kind, sent.IsAcknowledged));
        if (forged.Outcome is TakenOver && !sent.IsAcknowledged && kind != Forgery.OtherSender)
            Assert.NotEmpty(sent.Errors);
    }
}
