using System.Net;
using Hub.Simulators.Loopback;
using Microsoft.AspNetCore.Http;

namespace Hub.Simulators.Profil;

/// <summary>A journal of the Profil kind on loopback: modelled, no vendor's own interface is public. XML over HTTP with sessions, a version of its own, one measure per user that everything is filed under, and error numbers. It keeps a ledger and can
/// be told to misbehave, in code or by <c>/_sim/faults</c>.</summary>
public sealed class ProfilServer : IAsyncDisposable
{
    private readonly LoopbackListener _listener;
    private readonly SessionDesk _sessions;
    private readonly UserDesk _users;
    private readonly ProfilFace _face;
    private readonly TimeProvider _time;
    private ProfilFaults _faults;
    private ITimer? _end;

    private ProfilServer(ProfilServerOptions options, TimeProvider time)
    {
        (_time, _faults) = (time, options.Faults);
        _sessions = new SessionDesk(options, time);
        _users = new UserDesk(options, Ledger);
        _face = new ProfilFace(_sessions, _users, new FilingDesk(Ledger, new SchemaCheck(options.SchemaFile), time), Ledger, options, () => Volatile.Read(ref _faults), time);
        _listener = new LoopbackListener(options.Port, AnswerAsync);
    }

    /// <summary>Base address, with a slash at the end; the same for as long as the server lives.</summary>
    public Uri Url => new($"http://{IPAddress.Loopback}:{_listener.Port}/");

    /// <summary>What it holds.</summary>
    public ProfilLedger Ledger { get; } = new();

    /// <summary>The users it knows.</summary>
    public IReadOnlyList<ProfilUser> Users => _users.Users;

    /// <summary>How many sessions were opened.</summary>
    public int SessionsOpened => _sessions.Opened;

    /// <summary>The faults in force.</summary>
    public ProfilFaults Faults => Volatile.Read(ref _faults);

    /// <summary>Starts a server; it listens when the task is done.</summary>
    /// <param name="options">How it is set up; null = defaults.</param>
    /// <param name="time">The clock; null = the system's.</param>
    /// <returns>The server.</returns>
    public static async Task<ProfilServer> StartAsync(ProfilServerOptions? options = null, TimeProvider? time = null)
    {
        var server = new ProfilServer(options ?? new ProfilServerOptions(), time ?? TimeProvider.System);
        await server._listener.OpenAsync();
        if (server.Faults != ProfilFaults.Healthy)
            await server.SetFaultsAsync(server.Faults);
        return server;
    }

    /// <summary>Puts faults in the place of those in force.</summary>
    /// <param name="faults">The faults; <see cref="ProfilFaults.Healthy"/> mends everything.</param>
    /// <returns>Done when they are in force.</returns>
    public async Task SetFaultsAsync(ProfilFaults faults)
    {
        if (Interlocked.Exchange(ref _end, null) is { } timer)
            await timer.DisposeAsync();
        Volatile.Write(ref _faults, faults);
        await (faults.Refuses ? _listener.CloseAsync() : _listener.OpenAsync());
        if (faults.Seconds > 0)
            _end = _time.CreateTimer(_ => _ = SetFaultsAsync(ProfilFaults.Healthy), null, TimeSpan.FromSeconds(faults.Seconds), Timeout.InfiniteTimeSpan);
    }

    /// <summary>Ends every session: the next call with one is answered 1002.</summary>
    public void ExpireSessions() => _sessions.ExpireAll();

    /// <summary>Cuts the connection of the next entries after they are filed: the sender cannot know.</summary>
    /// <param name="answers">How many.</param>
    public void LoseNextAnswers(int answers) => _face.LoseNext(answers);

    /// <summary>Registers a user, or changes what is known of one.</summary>
    /// <param name="user">The user.</param>
    public void Put(ProfilUser user) => _users.Put(user);

    /// <summary>Stops listening.</summary>
    /// <returns>Done when the port is free.</returns>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _end, null) is { } timer)
            await timer.DisposeAsync();
        await _listener.CloseAsync();
    }

    private Task AnswerAsync(HttpContext http) =>
        http.Request.Path.StartsWithSegments("/_sim", StringComparison.Ordinal) ? SimFace.AnswerAsync(http, this) : _face.AnswerAsync(http);
}
