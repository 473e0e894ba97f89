using Hub.ChaosTests.Harness;
using Hub.Core.Content;
using Hub.Core.Identities;
using Hub.Simulators.Dignio;
using Hub.Simulators.Messaging;

namespace Hub.ChaosTests.Load;

/// <summary>Both ways at once: patients' plans go to the hub, and the hospital writes letters about the same patients.</summary>
internal sealed class PlanTraffic : IDisposable
{
    /// <summary>What comes before the event's id in the plan, to find it again at the GP.</summary>
    public const string Mark = "Oppgave ";

    private const int Patients = 4;
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(800);

    private readonly HttpClient _http = new(new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromMilliseconds(500) }) { Timeout = TimeSpan.FromSeconds(5) };
    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationTokenSource _giveUp = new();
    private readonly IReadOnlyList<SyntheticPerson> _persons;
    private readonly List<Patient> _patients;
    private readonly Func<Func<CounterpartServer, Letter>, Task> _write;
    private readonly Patient _asker;
    private Uri? _asked;
    private Task _sending = Task.CompletedTask;

    public PlanTraffic(int seed, NetworkFiles files, Func<IReadOnlyList<Uri>> nodes, Func<Func<CounterpartServer, Letter>, Task> write)
    {
        _write = write;
        _persons = SyntheticPerson.Make(seed, Patients + 1);
        _patients = [.. _persons.Take(Patients).Select(p => Of(p, nodes))];
        _asker = Of(_persons[Patients], () => [_asked!]);

        Patient Of(SyntheticPerson person, Func<IReadOnlyList<Uri>> where) => new(NetworkFiles.Tenant, person, files.Feed.Value, where, _http, Plan);
    }

    public IReadOnlyList<SentEvent> Sent => [.. _patients.Append(_asker).SelectMany(p => p.Sent)];

    public void Start() => _sending = Task.WhenAll([.. _patients.Select(p => Task.Run(() => p.SendAsync(Pace, _stop.Token, _giveUp.Token))), Task.Run(WriteLettersAsync)]);

    /// <summary>Writes a plan of the patient of its own to one node, which has to take it at the first try.</summary>
    public async Task AskAsync(Uri node)
    {
        _asked = node;
        var e = await _asker.SendOneAsync(_giveUp.Token);
        if (e.Tries is not [{ Status: 202 }])
            throw new InvalidOperationException($"{node} had to take a plan in, and answered {string.Join(", ", e.Tries)}");
    }

    public async Task StopAsync(TimeSpan within)
    {
        await _stop.CancelAsync();
        _giveUp.CancelAfter(within);
        await _sending;
    }

    public void Dispose()
    {
        _giveUp.Cancel();
        _http.Dispose();
        _stop.Dispose();
        _giveUp.Dispose();
    }

    private async Task WriteLettersAsync()
    {
        for (var i = 0; !_stop.IsCancellationRequested; i++)
        {
            var person = _persons[i % _persons.Count];
            await _write(hospital => hospital.Letters.DischargeReport(NetworkFiles.Party, LetterPatient.Of(person.NationalId, person.Name)));
            await Task.Delay(Pace / Patients, CancellationToken.None);
        }
    }

    private static SelfTreatmentPlan Plan(string eventId, DateTimeOffset at) => new(
        $"plan-{eventId}", 1, new ClinicalTime(at),
        [
            new PlanZone(Triage.Green, "Pusten er som vanlig.", "Fortsett som vanlig.", []),
            new PlanZone(Triage.Yellow, "Mer hoste enn vanlig.", "Øk behandlingen etter planen.", []),
            new PlanZone(Triage.Red, "Tungpusten i hvile.", "Ring oppfølgingstjenesten.", []),
        ])
    {
        Title = "Egenbehandlingsplan",
        Author = new Party(PartyRole.Practitioner, new Identifier(IdentifierSystems.Hpr, "9990001"), "Kari Modellnes"),
        Activities = [new PlanPart("Aktivitet", $"{Mark}{eventId}.", Triage.Green)],
    };
}
