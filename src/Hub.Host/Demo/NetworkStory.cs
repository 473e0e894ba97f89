using Hub.Simulators.Dignio;
using Hub.Simulators.Messaging;

namespace Hub.Host.Demo;

/// <summary>What hospital and GP write during a demo: patients are admitted and come home, and the GP has a question.</summary>
/// <param name="network">The network.</param>
/// <param name="people">The tenant's patients.</param>
/// <param name="wait">Waits; false when the demo is to end.</param>
internal sealed class NetworkStory(DemoNetwork network, IReadOnlyList<SyntheticPerson> people, Func<TimeSpan, Task<bool>> wait)
{
    /// <summary>Tells it, spread over a time.</summary>
    /// <param name="length">How long.</param>
    /// <returns>Done when everything is sent, or the demo is to end.</returns>
    public async Task TellAsync(TimeSpan length)
    {
        network.Hospital.Faults = new MessagingFaults { LoseOutgoingRate = 0.1, DuplicateRate = 0.1 };
        network.Gp.Faults = new MessagingFaults { LoseAnswerRate = 0.1, DuplicateRate = 0.1 };
        var (writer, own) = (network.Hospital.Letters, DemoNetwork.Own);
        var patients = people.Select(p => LetterPatient.Of(p.NationalId, p.Name)).ToList();
        var admissions = new List<Letter>();
        foreach (var patient in patients)
        {
            if (!await wait(length * 0.05))
                return;
            admissions.Add(writer.Admitted(own, patient));
            await FromHospitalAsync(admissions[^1]);
        }
        foreach (var (patient, admission) in patients.Zip(admissions))
        {
            if (!await wait(length * 0.05))
                return;
            await FromHospitalAsync(writer.DischargeReport(own, patient, admission.Head));
            await FromHospitalAsync(writer.Discharged(own, patient, admission.Head));
        }
        if (await wait(length * 0.05))
            await network.Gp.SendAsync(network.Gp.Letters.Dialogue(own, patients[0], "Kan dere sende de siste målingene før timen på torsdag?"), own.ServiceHer);
    }

    private Task<string> FromHospitalAsync(Letter letter) => network.Hospital.SendAsync(letter, DemoNetwork.Own.ServiceHer);
}
