using System.Net;
using Hub.Simulators.Gerica;
using Hub.Simulators.Loopback;

namespace Hub.Simulators.Dips;

/// <summary>A DIPS journal on loopback: RPM RecordKeeper, and a FHIR R4 server with the resources that the hub uses. It checks what it gets against what DIPS publishes, keeps every version, and can be told to behave as journals do on their bad days.</summary>
public sealed class DipsServer : IAsyncDisposable
{
    private readonly LoopbackListener _listener;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private DipsFaults _faults = DipsFaults.None;

    private DipsServer(DipsServerOptions options, TimeProvider time)
    {
        Ledger = new EffectLedger(options.LedgerFile, time);
        Records = new DipsStore(() => new Uri(Url, "fhir"), time);
        People = new DipsPeople(options.Patients, Records);
        var desk = new DipsDesk(Records, People, Ledger, () => Faults, options.KeepBodies);
        var fhir = new FhirFace(options, Records, People, desk, () => Faults);
        var keeper = new RecordKeeper(People, Ledger, () => Faults, options.KeepBodies);
        var face = new DipsFace(options, fhir, keeper, this, time);
        _listener = new LoopbackListener(options.Port, face.AnswerAsync);
    }

    /// <summary>Base address, with a slash at the end; FHIR is under <c>fhir</c>, RPM RecordKeeper under <c>rpm-recordkeeper</c>.</summary>
    public Uri Url => new($"http://{IPAddress.Loopback}:{_listener.Port}/");

    /// <summary>What took effect here, by OAuth client; <c>-</c> when no token is asked for.</summary>
    public EffectLedger Ledger { get; }

    /// <summary>The oddities in force.</summary>
    public DipsFaults Faults => Volatile.Read(ref _faults);

    /// <summary>How many requests of each kind were answered (<c>POST Patient/_search</c> ...).</summary>
    public IReadOnlyDictionary<string, int> Requests => new Dictionary<string, int>(Counted);

    internal DipsStore Records { get; }

    internal DipsPeople People { get; }

    internal System.Collections.Concurrent.ConcurrentDictionary<string, int> Counted { get; } = new(StringComparer.Ordinal);

    /// <summary>Starts a server; it listens when the task is done.</summary>
    /// <param name="options">How it is set up; null = defaults.</param>
    /// <param name="time">The clock; null = the system's.</param>
    /// <returns>The server.</returns>
    public static async Task<DipsServer> StartAsync(DipsServerOptions? options = null, TimeProvider? time = null)
    {
        var server = new DipsServer(options ?? new DipsServerOptions(), time ?? TimeProvider.System);
        await server._listener.OpenAsync();
        return server;
    }

    /// <summary>Puts oddities in the place of those in force.</summary>
    /// <param name="faults">The oddities; <see cref="DipsFaults.None"/> mends everything.</param>
    /// <returns>Done when they are in force.</returns>
    public async Task SetFaultsAsync(DipsFaults faults)
    {
        await _turn.WaitAsync();
        try
        {
            Volatile.Write(ref _faults, faults);
            await (faults.Down == DownKind.Refuse ? _listener.CloseAsync() : _listener.OpenAsync());
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Registers a patient.</summary>
    /// <param name="patient">The patient.</param>
    /// <returns>DIPS's id of it (<c>cdp1000001</c>).</returns>
    public string Register(DipsPatient patient) => People.Register(patient);

    /// <summary>Puts a resource into the journal as if somebody there had written it.</summary>
    /// <param name="resource">FHIR JSON; its subject names the patient by national id.</param>
    /// <returns>Its id.</returns>
    public string Put(string resource) => People.Put(resource);

    /// <summary>A resource as it is kept.</summary>
    /// <param name="type">Resource type.</param>
    /// <param name="id">Its id.</param>
    /// <returns>FHIR JSON; null when there is none.</returns>
    public string? Find(string type, string id) => Records.Find(type, id)?.ToJsonString();

    /// <summary>Every resource of a type, in its last version.</summary>
    /// <param name="type">Resource type.</param>
    /// <returns>FHIR JSON of each.</returns>
    public IReadOnlyList<string> All(string type) => [.. Records.Latest(type).Select(r => r.ToJsonString())];

    /// <summary>Stops listening and closes the ledger's file.</summary>
    /// <returns>Done when the port is free.</returns>
    public async ValueTask DisposeAsync()
    {
        await _listener.CloseAsync();
        Ledger.Dispose();
        _turn.Dispose();
    }
}
