using Hub.Ebxml.Reliability;
using Hub.Simulators.Messaging;
using Xunit;

namespace Hub.UnitTests.Counterparts;

/// <summary>Exactly once, whatever the network does.</summary>
public sealed class LossyNetworkTests
{
    private static readonly MessagingFaults Lossy = new()
    {
        CutRate = 0.15,
        SwallowRate = 0.15,
        LoseAnswerRate = 0.15,
        LoseOutgoingRate = 0.15,
        DuplicateRate = 0.2,
        ReorderRate = 0.2,
        Delay = TimeSpan.FromMilliseconds(30),
    };

    [Fact]
    public async Task Should_end_in_one_effect_and_a_final_state_for_every_letter_over_a_lossy_network_with_restarts()
    {
        const int Letters = 24;
        await using var network = await Network.StartAsync(Lossy);
        var sent = new List<string>();
        for (var i = 0; i < Letters; i++)
        {
            sent.Add((await SendAsync(network.Hospital, network.Municipality)).DocumentId);
            sent.Add((await SendAsync(network.Municipality, network.Hospital)).DocumentId);
            if (i == Letters / 3)
                await RestartHospitalAsync(network);
            if (i == Letters * 2 / 3)
                await RestartMunicipalityAsync(network);
        }
        await network.Municipality.Ledger.WaitAsync(l => l.Effects.Count >= Letters / 2, Network.Deadline, TestContext.Current.CancellationToken);
        await RestartMunicipalityAsync(network);

        Assert.True(await network.Hospital.Ledger.WaitAsync(l => l.IsSettled, Network.Deadline, TestContext.Current.CancellationToken));
        Assert.True(await network.Municipality.Ledger.WaitAsync(l => l.IsSettled, Network.Deadline, TestContext.Current.CancellationToken));
        CounterpartLedger[] ledgers = [network.Hospital.Ledger, network.Municipality.Ledger];
        Assert.Equal(sent.Order(), ledgers.SelectMany(l => l.Effects).Select(e => e.MsgId).Order());
        Assert.All(ledgers.SelectMany(l => l.Effects), e => Assert.Equal((0, "1"), (e.Repeats, e.Answer)));
        Assert.All(ledgers.SelectMany(l => l.Sent), s => Assert.Equal(SentPhase.Acknowledged, s.Phase));
        Assert.All(ledgers.SelectMany(l => l.Sent).Where(s => s.Type != "APPREC"), s => Assert.Equal(LetterAnswer.Accepted, s.Answer));
        Assert.All(ledgers, l => Assert.Empty(l.Faults));
        Assert.True(ledgers.Sum(l => l.Signals.Repeats) > 0, "Nothing was sent twice: the network was not lossy.");
    }

    [Fact]
    public async Task Should_give_up_when_nobody_is_there()
    {
        var schedule = new ResendSchedule(2, TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(500), TimeSpan.FromMilliseconds(50));
        await using var network = await Network.StartAsync(schedule: schedule);
        await network.Municipality.CloseAsync();

        var sent = await network.FromHospitalAsync(network.Hospital.Letters.Admitted(network.Municipality.Party, Network.Patient));

        Assert.True(await network.Hospital.Ledger.WaitAsync(l => l.FindSent(sent)!.Phase == SentPhase.Failed, Network.Deadline, TestContext.Current.CancellationToken));
        Assert.Equal(ReliabilityCodes.DeliveryFailure, network.Hospital.Ledger.FindSent(sent)!.Failure!.Code);
        Assert.Empty(network.Municipality.Ledger.Effects);
    }

    private static async Task<Letter> SendAsync(CounterpartServer from, CounterpartServer to)
    {
        var letter = from.Letters.Dialogue(to.Party, Network.Patient, "Hei");
        await from.SendAsync(letter, to.Party.ServiceHer);
        return letter;
    }

    private static async Task RestartHospitalAsync(Network network) => network.Hospital = await network.Hospital.RestartAsync();

    private static async Task RestartMunicipalityAsync(Network network) => network.Municipality = await network.Municipality.RestartAsync();
}
