namespace Hub.Adapters.Profil.Exchange;

/// <summary>The hub's session at one journal of one tenant: kept until shortly before it ends, opened once however many calls wait for it.</summary>
/// <param name="time">The clock.</param>
/// <param name="open">Opens a session.</param>
public sealed class ProfilSessions(TimeProvider time, Func<Task<ProfilSession>> open)
{
    private readonly Lock _gate = new();
    private volatile ProfilSession? _session;
    private Task<ProfilSession>? _flight;

    /// <summary>The session to use now.</summary>
    /// <param name="cancel">Ends this caller's wait, not the opening that others wait for too.</param>
    /// <returns>The session, or why there is none.</returns>
    public ValueTask<ProfilSession> GetAsync(CancellationToken cancel)
    {
        if (_session is { } session && session.UsableUntil > time.GetUtcNow())
            return new ValueTask<ProfilSession>(session);
        return new ValueTask<ProfilSession>(JoinFlight().WaitAsync(cancel));
    }

    /// <summary>Forgets a session that the journal no longer knows. A newer one, which another call may have opened meanwhile, stays.</summary>
    /// <param name="refused">The session.</param>
    public void Forget(ProfilSession refused)
    {
        lock (_gate)
        {
            if (ReferenceEquals(_session, refused))
                _session = null;
        }
    }

    private Task<ProfilSession> JoinFlight()
    {
        lock (_gate)
        {
            if (_session is { } session && session.UsableUntil > time.GetUtcNow())
                return Task.FromResult(session);
            return _flight ??= Task.Run(FlyAsync);
        }
    }

    private async Task<ProfilSession> FlyAsync()
    {
        ProfilSession? session = null;
        try
        {
            return session = await open();
        }
        finally
        {
            lock (_gate)
            {
                _flight = null;
                if (session is { Failure: null })
                    _session = session;
            }
        }
    }
}
