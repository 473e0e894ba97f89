using Hub.Ebxml.Reliability;
using Hub.Simulators.Messaging;
using Xunit;

namespace Hub.UnitTests.Counterparts;

/// <summary>Letters over mail files: a sendmail program and Maildirs.</summary>
public sealed class MailTests
{
    [Fact]
    public async Task Should_bring_a_letter_by_mail_and_its_receipts_back()
    {
        var root = Directory.CreateTempSubdirectory("hub-mail");
        try
        {
            var office = new MailOffice(root.FullName);
            office.Maildir(CounterpartParty.Hospital.EdiAddress);
            office.Maildir(CounterpartParty.Municipality.EdiAddress);
            var schedule = new ResendSchedule(4, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(50), TimeSpan.FromSeconds(1));
            await using var hospital = await CounterpartServer.StartAsync(
                Network.Options(CounterpartParty.Hospital, Network.HospitalKeys, schedule, null, 1) with { Mail = office });
            await using var municipality = await CounterpartServer.StartAsync(
                Network.Options(CounterpartParty.Municipality, Network.MunicipalityKeys, schedule, null, 2) with { Mail = office });
            hospital.Know(municipality.AsPeer(byMail: true));
            municipality.Know(hospital.AsPeer(byMail: true));

            var sent = await hospital.SendAsync(hospital.Letters.DischargeReport(municipality.Party, Network.Patient), municipality.Party.ServiceHer);

            Assert.True(await hospital.Ledger.WaitAsync(l => l.IsSettled, Network.Deadline, TestContext.Current.CancellationToken));
            Assert.Equal((SentPhase.Acknowledged, LetterAnswer.Accepted), (hospital.Ledger.FindSent(sent)!.Phase, hospital.Ledger.FindSent(sent)!.Answer));
            Assert.Single(municipality.Ledger.Effects);
            Assert.Empty(hospital.Ledger.Faults);
            Assert.Empty(municipality.Ledger.Faults);
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }
}
