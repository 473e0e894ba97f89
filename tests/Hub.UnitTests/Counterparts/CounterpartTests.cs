using Hub.Ebxml.Envelope;
using Hub.Ebxml.Reliability;
using Hub.Simulators.Messaging;
using Xunit;

namespace Hub.UnitTests.Counterparts;

/// <summary>Two counterparts speak with each other over loopback.</summary>
public sealed class CounterpartTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Should_bring_every_kind_of_letter_to_its_receiver_with_acknowledgment_and_answer(bool sync)
    {
        await using var network = await Network.StartAsync(sync: sync);
        var (writer, to) = (network.Hospital.Letters, network.Municipality.Party);
        var admission = writer.Admitted(to, Network.Patient);
        var request = writer.Request(to, Network.Patient, "Hvilke tjenester har pasienten?");
        Letter[] letters =
        [
            admission, writer.HealthInformation(to, Network.Patient, admission.Head), writer.Ready(to, Network.Patient, admission.Head),
            writer.NotReady(to, Network.Patient, admission.Head), writer.DischargeReport(to, Network.Patient, admission.Head),
            writer.Discharged(to, Network.Patient, admission.Head), writer.Dead(to, Network.Patient), writer.ToDoctor(to, Network.Patient),
            writer.Dialogue(to, Network.Patient, "Kan dere ringe?"), request, writer.Deviation(to, Network.Patient, "Feil telefonnummer", admission.Head!),
            writer.Reply(to, Network.Patient, "Hvilke tjenester?", "Hjemmesykepleie", request.Head!),
        ];

        foreach (var letter in letters)
            await network.FromHospitalAsync(letter);

        // The receipt may be there before the hand-over has returned.
        Assert.True(await network.Hospital.Ledger.WaitAsync(l => l.IsSettled && l.Sent.All(s => s.TimesSent > 0), Network.Deadline, TestContext.Current.CancellationToken));
        Assert.True(await network.Municipality.Ledger.WaitAsync(l => l.IsSettled, Network.Deadline, TestContext.Current.CancellationToken));
        Assert.Empty(network.Hospital.Ledger.Faults);
        Assert.Empty(network.Municipality.Ledger.Faults);
        Assert.Equal([.. letters.Select(l => l.DocumentId).Order()], network.Municipality.Ledger.Effects.Select(e => e.MsgId).Order());
        Assert.All(network.Hospital.Ledger.Sent, s => Assert.Equal((SentPhase.Acknowledged, LetterAnswer.Accepted, 1), (s.Phase, s.Answer, s.TimesSent)));
    }

    [Fact]
    public async Task Should_answer_ping_and_questions_for_the_status()
    {
        await using var network = await Network.StartAsync();
        var ledger = network.Hospital.Ledger;
        var sent = await network.FromHospitalAsync(network.Hospital.Letters.Admitted(network.Municipality.Party, Network.Patient));
        Assert.True(await ledger.WaitAsync(l => l.IsSettled, Network.Deadline, TestContext.Current.CancellationToken));

        await network.Hospital.PingAsync(network.Municipality.Party.ServiceHer);
        await network.Hospital.AskStatusAsync(network.Municipality.Party.ServiceHer, sent);
        await network.Hospital.AskStatusAsync(network.Municipality.Party.ServiceHer, "never");

        Assert.True(await ledger.WaitAsync(l => l.Signals is { Pongs: 1, Statuses: 2 }, Network.Deadline, TestContext.Current.CancellationToken));
        Assert.Equal(MessageStatus.Processed, ledger.StatusOf(sent));
        Assert.Equal(MessageStatus.NotRecognized, ledger.StatusOf("never"));
        Assert.Empty(ledger.Faults);
    }

    [Fact]
    public async Task Should_reject_by_plan_with_an_error_and_with_an_AppRec()
    {
        await using var network = await Network.StartAsync();
        var (writer, to) = (network.Hospital.Letters, network.Municipality.Party);
        network.Municipality.Faults = new MessagingFaults { UnknownPatients = [Network.Patient.NationalId] };
        var rejected = await network.FromHospitalAsync(writer.Admitted(to, Network.Patient));
        Assert.True(await network.Hospital.Ledger.WaitAsync(l => l.IsSettled, Network.Deadline, TestContext.Current.CancellationToken));

        network.Municipality.Faults = new MessagingFaults { ErrorRate = 1, ErrorCode = ErrorCodes.NotSupported };
        var refused = await network.FromHospitalAsync(writer.Admitted(to, Network.Patient));
        Assert.True(await network.Hospital.Ledger.WaitAsync(l => l.IsSettled, Network.Deadline, TestContext.Current.CancellationToken));

        var first = network.Hospital.Ledger.FindSent(rejected)!;
        Assert.Equal((SentPhase.Acknowledged, LetterAnswer.Rejected), (first.Phase, first.Answer));
        Assert.Equal(["E35"], first.Codes);
        Assert.Equal(SentPhase.Refused, network.Hospital.Ledger.FindSent(refused)!.Phase);
        Assert.Single(network.Municipality.Ledger.Effects);
    }

    [Fact]
    public async Task Should_count_a_receipt_with_other_digests_as_a_fault()
    {
        await using var network = await Network.StartAsync(schedule: new ResendSchedule(2, TimeSpan.FromMilliseconds(250), TimeSpan.FromSeconds(30), TimeSpan.FromMilliseconds(50)));
        network.Municipality.Faults = new MessagingFaults { WrongDigestRate = 1 };

        var sent = await network.FromHospitalAsync(network.Hospital.Letters.Admitted(network.Municipality.Party, Network.Patient));

        Assert.True(await network.Hospital.Ledger.WaitAsync(
            l => l.FindSent(sent)!.Phase == SentPhase.Failed && l.Faults.Count > 0, Network.Deadline, TestContext.Current.CancellationToken));
        Assert.All(network.Hospital.Ledger.Faults, f => Assert.Equal("receipt", f.Code));
    }

    [Fact]
    public async Task Should_take_silence_for_an_answer_when_the_time_is_over()
    {
        var schedule = new ResendSchedule(2, TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(30), TimeSpan.FromMilliseconds(50));
        await using var network = await Network.StartAsync(schedule: schedule);
        network.Municipality.Faults = new MessagingFaults { SilentRate = 1 };
        var options = Network.Options(CounterpartParty.Gp, Network.Issuer.KeysFor(CounterpartParty.Gp), schedule, null, 3) with { AnswerWithin = TimeSpan.FromMilliseconds(400) };
        await using var gp = await CounterpartServer.StartAsync(options);
        gp.Know(network.Municipality.AsPeer());
        network.Municipality.Know(gp.AsPeer());

        var sent = await gp.SendAsync(gp.Letters.Dialogue(network.Municipality.Party, Network.Patient, "Hei"), network.Municipality.Party.ServiceHer);

        Assert.True(await gp.Ledger.WaitAsync(l => l.IsSettled, Network.Deadline, TestContext.Current.CancellationToken));
        Assert.Equal((SentPhase.Acknowledged, LetterAnswer.Silent), (gp.Ledger.FindSent(sent)!.Phase, gp.Ledger.FindSent(sent)!.Answer));
    }
}
