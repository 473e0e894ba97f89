using System.Net;
using Hub.Simulators.Gerica;
using Hub.Simulators.Loopback;

namespace Hub.Simulators.Tellu;

/// <summary>A vendor's system of the Tellu kind on loopback: modelled, not copied from the vendor. It is asked for its feed and about patients, in JSON or XML, takes personalia, plans and changes of follow-up,
/// keeps a ledger of what it was told, and can be told to misbehave.</summary>
public sealed class TelluServer : IAsyncDisposable
{
    private readonly LoopbackListener _listener;
    private readonly FaultSwitch _faults;
    private readonly AccessTokens _tokens;
    private readonly FeedDesk _feed = new();

    private TelluServer(TelluServerOptions options, TimeProvider time)
    {
        _tokens = new AccessTokens(new GericaOptions { Clients = options.Clients, TokenLifetime = options.TokenLifetime }, time);
        _faults = new FaultSwitch(time, ApplyAsync);
        Ledger = new TelluLedger(options.KeepBodies);
        _listener = new LoopbackListener(options.Port, new TelluFace(options, _feed, new DocumentDesk(options, Ledger), _tokens, _faults, Ledger, time).AnswerAsync);
    }

    /// <summary>Base address, with a slash at the end; the same for as long as the server lives.</summary>
    public Uri Url => new($"http://{IPAddress.Loopback}:{_listener.Port}/");

    /// <summary>What it was told.</summary>
    public TelluLedger Ledger { get; }

    /// <summary>The faults in force.</summary>
    public FaultPlan Faults => _faults.Current;

    /// <summary>How many times the feed was asked for, and how many of these were answered 304.</summary>
    public (int Asked, int NotModified) FeedCalls => _feed.Calls;

    /// <summary>How many entries were published.</summary>
    public int Published => _feed.Count;

    /// <summary>Starts a server; it listens when the task is done.</summary>
    /// <param name="options">How it is set up; null = defaults.</param>
    /// <param name="time">The clock; null = the system's.</param>
    /// <returns>The server.</returns>
    public static async Task<TelluServer> StartAsync(TelluServerOptions? options = null, TimeProvider? time = null)
    {
        options ??= new TelluServerOptions();
        var server = new TelluServer(options, time ?? TimeProvider.System);
        await server._listener.OpenAsync();
        if (options.Faults != FaultPlan.Healthy)
            await server._faults.SetAsync(options.Faults);
        return server;
    }

    /// <summary>Publishes entries at the end of the feed.</summary>
    /// <param name="entries">The entries, in order.</param>
    public void Publish(params IEnumerable<TelluEntry> entries) => _feed.Publish(entries);

    /// <summary>Puts a plan of faults in the place of the one in force.</summary>
    /// <param name="plan">The plan; <see cref="FaultPlan.Healthy"/> mends everything.</param>
    /// <returns>Done when the plan is in force.</returns>
    public Task SetFaultsAsync(FaultPlan plan) => _faults.SetAsync(plan);

    /// <summary>Sets what is wrong with the feed.</summary>
    /// <param name="fault">The fault; <see cref="FeedFault.None"/> mends it.</param>
    public void SetFeedFault(FeedFault fault) => _feed.Fault = fault;

    /// <summary>Writes an entry so that the page it stands in cannot be read.</summary>
    /// <param name="entryId">Id of the entry.</param>
    public void Spoil(string entryId) => _feed.Spoil(entryId);

    /// <summary>Forgets every cursor handed out so far: the next request with one is answered 410.</summary>
    public void ExpireCursors() => _feed.ExpireCursors();

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
