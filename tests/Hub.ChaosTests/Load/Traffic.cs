using Hub.ChaosTests.Harness;
using Hub.Simulators.Dignio;

namespace Hub.ChaosTests.Load;

/// <summary>Many patients of two tenants, all sending at once.</summary>
internal sealed class Traffic : IDisposable
{
    private const int PatientsPerTenant = 12;
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(25);

    private readonly HttpClient _http = new(new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromMilliseconds(500) }) { Timeout = TimeSpan.FromSeconds(5) };
    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationTokenSource _giveUp = new();
    private Task _sending = Task.CompletedTask;

    public Traffic(int seed, ClusterFiles files, Func<IReadOnlyList<Uri>> nodes)
    {
        // Both tenants follow the same people: what is kept apart must be kept apart by tenant and not by patient.
        var persons = SyntheticPerson.Make(seed, PatientsPerTenant);
        Patients = [.. ClusterFiles.Tenants.SelectMany(tenant => persons.Select(p => new Patient(tenant, p, files.Key(tenant).Value, nodes, _http)))];
        Poisoned = persons[0].NationalId;
        Unknown = persons[1].NationalId;
    }

    public IReadOnlyList<Patient> Patients { get; }

    /// <summary>The journal fails with 500 on everything about this patient for as long as the load lasts.</summary>
    public string Poisoned { get; }

    /// <summary>The journal does not have this patient: everything becomes a dead letter.</summary>
    public string Unknown { get; }

    public IReadOnlyList<SentEvent> Sent => [.. Patients.SelectMany(p => p.Sent)];

    public void Start() => _sending = Task.WhenAll(Patients.Select(p => Task.Run(() => p.SendAsync(Pace, _stop.Token, _giveUp.Token))));

    /// <summary>Ends the load; what is under way is sent until it is answered, within a bound.</summary>
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
}
