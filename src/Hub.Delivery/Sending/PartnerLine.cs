using Hub.Core.Adapters;
using Hub.Core.Tenants;
using Hub.Delivery.Breakers;
using Hub.Delivery.Lanes;
using Hub.Delivery.Observability;

namespace Hub.Delivery.Sending;

/// <summary>The way to one partner of one tenant: its sender, its circuit, and the destinations (one per partition) that share both.</summary>
internal sealed class PartnerLine
{
    private readonly NodeContext _node;
    private readonly Lock _gate = new();
    private readonly Lock _pauseGate = new();
    private readonly CircuitKeeper _keeper;
    private readonly List<Destination> _destinations = [];
    private readonly Outage _outage;
    private OpenSender? _sender;
    private TokenBucket? _drain;
    private bool _paused;
    private IReadOnlyList<string> _pausedRoutes;

    public PartnerLine(NodeContext node, string tenant, string partner)
    {
        (_node, Tenant, Partner) = (node, tenant, partner);
        Circuit = new Circuit(node.Time);
        _outage = new Outage(node.Time);
        _keeper = new CircuitKeeper(node, this);
        (_paused, _pausedRoutes) = PausesNow();
    }

    public string Tenant { get; }

    public string Partner { get; }

    public Circuit Circuit { get; }

    /// <summary>Whether an operator lets everything to it wait.</summary>
    public bool IsPaused => Volatile.Read(ref _paused);

    /// <summary>Routes whose deliveries wait, while others go on.</summary>
    public IReadOnlyList<string> PausedRoutes => Volatile.Read(ref _pausedRoutes);

    /// <summary>The partner as configured now; null when it is gone.</summary>
    public PartnerConfig? Config => _node.Snapshot.Partner(Tenant, Partner);

    public IReadOnlyList<Destination> Destinations
    {
        get
        {
            lock (_gate)
                return [.. _destinations];
        }
    }

    public void Add(Destination destination)
    {
        lock (_gate)
            _destinations.Add(destination);
    }

    public void Remove(Destination destination)
    {
        lock (_gate)
            _destinations.Remove(destination);
    }

    /// <summary>The sender for the configuration in force, opened when needed. Null when the configuration has no such partner or it cannot be sent to.</summary>
    public OpenSender? Use()
    {
        var config = Config;
        lock (_gate)
        {
            if (_sender is not null && !ReferenceEquals(_sender.Config, config))
            {
                _ = _sender.RetireAsync().AsTask();
                _sender = null;
            }

            if (config is null || _node.Snapshot.Tenant(Tenant) is not { } tenant
                || _node.Parts.Adapters.Find(config.Adapter) is not IOutboundAdapter adapter || !adapter.Reaches(config))
                return null;
            _sender ??= _node.Foreign.Run(
                new Place("open", Tenant, Partner),
                (adapter, config, tenant, _node),
                static s => new OpenSender(s.adapter.Open(s.config, s._node.Context(s.tenant)), s.config),
                static (_, _) => null!);
            return _sender is not null && _sender.TryUse() ? _sender : null;
        }
    }

    /// <summary>How many of a draining backlog may go now.</summary>
    public int AllowDrain(int wanted, DateTimeOffset now)
    {
        lock (_gate)
            return _drain is null ? wanted : _drain.Take(wanted, now);
    }

    /// <summary>The partner answered.</summary>
    public void Answered(bool delivered)
    {
        if (Circuit.Answered(delivered))
            Closed();
        else
            Back();
    }

    /// <summary>The partner did not answer.</summary>
    public void Failed(TimeSpan? retryAfter)
    {
        var config = Config?.Breaker ?? BreakerConfig.Default;
        if (!Circuit.Failed(config, retryAfter))
        {
            if (Circuit.State == CircuitState.Open)
                ParkAll();
            _keeper.LookAgain();
            return;
        }

        if (_outage.Failed(out var lasted, out var times))
            Log.PartnerDown(_node.Logger, Tenant, Partner, Math.Round(lasted.TotalSeconds), times);
        _node.Metrics.Circuits.Add(1, new("tenant", Tenant), new("partner", Partner));
        _node.Events.PartnerDown(Tenant, Partner);
        ParkAll();
        _keeper.Start();
    }

    /// <summary>The configuration changed: a parked partner may be another one now.</summary>
    public void ConfigurationChanged() => _keeper.LookAgain();

    /// <summary>Pauses may have begun or ended: lets wait what shall wait, and lets go what need not, in order.</summary>
    public void LookAtPauses()
    {
        lock (_pauseGate)
        {
            var (paused, routes) = PausesNow();
            var (was, resumed) = (_paused, _paused && !paused);
            if (was == paused && routes.SequenceEqual(_pausedRoutes))
                return;
            Volatile.Write(ref _pausedRoutes, routes);
            Volatile.Write(ref _paused, paused);
            ParkAll();
            if (paused || Circuit.State == CircuitState.Open)
                return;
            if (resumed)
                Refill();
            foreach (var destination in Destinations)
            {
                if (resumed)
                    destination.Resume();
                else
                    destination.Wake();
            }
        }
    }

    public async Task StopAsync()
    {
        await _keeper.StopAsync();
        OpenSender? sender;
        lock (_gate)
            (sender, _sender) = (_sender, null);
        if (sender is not null)
            await sender.RetireAsync();
    }

    // A circuit that closes at a probe and opens at the next delivery is one outage; so is told when deliveries go through again.
    private void Back()
    {
        if (_outage.Worked(out var lasted))
            Log.PartnerBack(_node.Logger, Tenant, Partner, Math.Round(lasted.TotalSeconds));
    }

    private async Task BackLaterAsync()
    {
        Back();
        await Task.Delay(Outage.Calm, _node.Time, _node.Stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (Circuit.State == CircuitState.Closed)
            Back();
    }

    private (bool All, IReadOnlyList<string> Routes) PausesNow()
    {
        var (book, now) = (_node.Pauses, _node.Now);
        return (book.Holds(Tenant, Partner, now), book.Routes(Tenant, now));
    }

    private void Refill()
    {
        var rate = Config?.DrainRate ?? 0;
        lock (_gate)
            _drain = rate > 0 ? new TokenBucket(rate, _node.Now) : null;
    }

    private void ParkAll()
    {
        foreach (var destination in Destinations)
            destination.Park();
    }

    private void Closed()
    {
        Refill();
        _ = BackLaterAsync();
        _node.Metrics.Circuits.Add(-1, new("tenant", Tenant), new("partner", Partner));
        _node.Events.PartnerUp(Tenant, Partner);
        _keeper.LookAgain();
        foreach (var destination in Destinations)
            destination.Resume();
    }
}
