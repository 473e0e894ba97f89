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
    private readonly Patient _asker;
    private Uri? _asked;
    private Task _sending = Task.CompletedTask;

    /// <param name="seed">Decides who is followed.</param>
    /// <param name="files">Tenants and keys.</param>
    /// <param name="nodes">Where vendors that know every node send.</param>
    /// <param name="ready">Where a balancer sends, for every second patient; null = all vendors know every node.</param>
    public Traffic(int seed, ClusterFiles files, Func<IReadOnlyList<Uri>> nodes, Func<IReadOnlyList<Uri>>? ready = null)
    {
        // Both tenants follow the same people: what is kept apart must be kept apart by tenant and not by patient.
        var persons = SyntheticPerson.Make(seed, PatientsPerTenant + 1);
        Patient Of(string tenant, SyntheticPerson person, bool balanced) =>
            new(tenant, person, files.Key(tenant).Value, balanced ? ready! : nodes, _http) { IsBalanced = balanced };
        Patients = [.. ClusterFiles.Tenants.SelectMany(tenant => persons.Take(PatientsPerTenant).Select((p, i) => Of(tenant, p, ready is not null && i % 2 == 1)))];
        _asker = new Patient(ClusterFiles.Tenants[0], persons[PatientsPerTenant], files.Key(ClusterFiles.Tenants[0]).Value, () => [_asked!], _http);
        Poisoned = persons[0].NationalId;
        Unknown = persons[1].NationalId;
    }

    public IReadOnlyList<Patient> Patients { get; }

    /// <summary>The journal fails with 500 on everything about this patient for as long as the load lasts.</summary>
    public string Poisoned { get; }

    /// <summary>The journal does not have this patient: everything becomes a dead letter.</summary>
    public string Unknown { get; }

    public IReadOnlyList<SentEvent> Sent => [.. Patients.Append(_asker).SelectMany(p => p.Sent)];

    /// <summary>Sends one event to one node, which has to take it at the first try.</summary>
    public async Task AskAsync(Uri node)
    {
        _asked = node;
        var e = await _asker.SendOneAsync(_giveUp.Token);
        if (e.Tries is not [{ Status: 202 }])
            throw new InvalidOperationException($"{node} had to take an event in, and answered {string.Join(", ", e.Tries)}");
    }

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
