using System.Net;
using Hub.Simulators.Loopback;

namespace Hub.Simulators.Gerica;

/// <summary>A journal system of the Gerica kind on loopback: modelled, not copied from the vendor. It takes Observations in its lab module, document Bundles in its journal and CarePlans, answers who somebody is and who has a service, checks what it gets,
/// keeps a ledger of every distinct effect, and can be told to misbehave.</summary>
public sealed class GericaServer : IAsyncDisposable
{
    private readonly LoopbackListener _listener;
    private readonly FaultSwitch _faults;
    private readonly AccessTokens _tokens;

    private GericaServer(GericaOptions options, TimeProvider time)
    {
        Ledger = new EffectLedger(options.LedgerFile, time);
        _tokens = new AccessTokens(options, time);
        _faults = new FaultSwitch(time, ApplyAsync);
        foreach (var patient in options.Patients)
            Patients.Put(patient);
        var desk = new JournalDesk(Ledger, new PlanVersions(), options.KeepBodies);
        var face = new GericaFace(desk, _tokens, _faults, new SimEndpoints(Ledger, _tokens, Patients) { Faults = _faults }, time)
        {
            Search = new PatientSearch(Patients),
            ApiVersion = options.ApiVersion,
        };
        _listener = new LoopbackListener(options.Port, face.AnswerAsync);
    }

    /// <summary>Base address, with a slash at the end; the same for as long as the server lives.</summary>
    public Uri Url => new($"http://{IPAddress.Loopback}:{_listener.Port}/");

    /// <summary>What took effect here.</summary>
    public EffectLedger Ledger { get; }

    /// <summary>Whom the journal knows.</summary>
    public PatientRegister Patients { get; } = new();

    /// <summary>The faults in force.</summary>
    public FaultPlan Faults => _faults.Current;

    /// <summary>Starts a server; it listens when the task is done.</summary>
    /// <param name="options">How it is set up; null = defaults.</param>
    /// <param name="time">The clock; null = the system's.</param>
    /// <returns>The server.</returns>
    public static async Task<GericaServer> StartAsync(GericaOptions? options = null, TimeProvider? time = null)
    {
        options ??= new GericaOptions();
        var server = new GericaServer(options, time ?? TimeProvider.System);
        await server._listener.OpenAsync();
        if (options.Faults != FaultPlan.Healthy)
            await server._faults.SetAsync(options.Faults);
        return server;
    }

    /// <summary>Puts a plan in the place of the one in force.</summary>
    /// <param name="plan">The plan; <see cref="FaultPlan.Healthy"/> mends everything.</param>
    /// <returns>Done when the plan is in force.</returns>
    public Task SetFaultsAsync(FaultPlan plan) => _faults.SetAsync(plan);

    /// <summary>Ends every access token handed out so far: the next request with one is answered 401.</summary>
    public void ExpireTokens() => _tokens.ExpireAll();

    /// <summary>Stops listening and closes the ledger's file.</summary>
    /// <returns>Done when the port is free.</returns>
    public async ValueTask DisposeAsync()
    {
        await _faults.DisposeAsync();
        await _listener.CloseAsync();
        Ledger.Dispose();
    }

    private Task ApplyAsync(FaultPlan plan) => plan.Down == DownKind.Refuse ? _listener.CloseAsync() : _listener.OpenAsync();
}
