using System.Net;
using Hub.Simulators.Gerica;
using Hub.Simulators.Loopback;

namespace Hub.Simulators.Siemens;

/// <summary>A vendor's system of the Siemens kind on loopback: modelled, not copied from the vendor. A FHIR R4 search API over what was measured and answered, a plan app that takes versions under optimistic locking, and a
/// place for personalia and changes of follow-up. Keeps a ledger of what it was told, and can be told to misbehave.</summary>
public sealed class SiemensServer : IAsyncDisposable
{
    private readonly LoopbackListener _listener;
    private readonly FaultSwitch _faults;
    private readonly AccessTokens _tokens;

    private SiemensServer(SiemensServerOptions options, TimeProvider time)
    {
        _tokens = new AccessTokens(new GericaOptions { Clients = options.Clients, TokenLifetime = options.TokenLifetime }, time);
        _faults = new FaultSwitch(time, ApplyAsync);
        Ledger = new SiemensLedger(options.KeepBodies);
        Plans = new PlanApp(Ledger, time);
        _listener = new LoopbackListener(options.Port, new SiemensFace(options, this, _tokens, _faults, time).AnswerAsync);
    }

    /// <summary>Base address of the FHIR API; the same for as long as the server lives.</summary>
    public Uri Url => new($"http://{IPAddress.Loopback}:{_listener.Port}/fhir");

    /// <summary>What it was told.</summary>
    public SiemensLedger Ledger { get; }

    /// <summary>The plan app.</summary>
    public PlanApp Plans { get; }

    /// <summary>What it can be asked about.</summary>
    public Archive Archive { get; } = new();

    /// <summary>The faults in force.</summary>
    public FaultPlan Faults => _faults.Current;

    /// <summary>Starts a server; it listens when the task is done.</summary>
    /// <param name="options">How it is set up; null = defaults.</param>
    /// <param name="time">The clock; null = the system's.</param>
    /// <returns>The server.</returns>
    public static async Task<SiemensServer> StartAsync(SiemensServerOptions? options = null, TimeProvider? time = null)
    {
        options ??= new SiemensServerOptions();
        var server = new SiemensServer(options, time ?? TimeProvider.System);
        await server._listener.OpenAsync();
        if (options.Faults != FaultPlan.Healthy)
            await server._faults.SetAsync(options.Faults);
        return server;
    }

    /// <summary>Puts a plan of faults in the place of the one in force.</summary>
    /// <param name="plan">The plan; <see cref="FaultPlan.Healthy"/> mends everything.</param>
    /// <returns>Done when the plan is in force.</returns>
    public Task SetFaultsAsync(FaultPlan plan) => _faults.SetAsync(plan);

    /// <summary>Ends every access token handed out so far: the next request with one is answered 401.</summary>
    public void ExpireTokens() => _tokens.ExpireAll();

    /// <summary>Stops listening.</summary>
    /// <returns>Done when the port is free.</returns>
    public async ValueTask DisposeAsync()
    {
        await _faults.DisposeAsync();
        await _listener.CloseAsync();
    }

    private Task ApplyAsync(FaultPlan plan) => plan.Down == DownKind.Refuse ? _listener.CloseAsync() : _listener.OpenAsync();
}
