using System.Collections.Concurrent;
using Hub.Core.Deliveries;
using Hub.Core.Tenants;

namespace Hub.Delivery;

/// <summary>A snapshot with the answers that deliveries ask of it.</summary>
internal sealed class ConfigView(ConfigSnapshot snapshot)
{
    private readonly ConcurrentDictionary<(string Tenant, string Route), SagaPolicy> _policies = new();

    public ConfigSnapshot Snapshot { get; } = snapshot;

    /// <summary>Rules of the route that made a delivery; the standard ones when the route is gone.</summary>
    public SagaPolicy PolicyOf(string tenant, string route)
    {
        if (_policies.TryGetValue((tenant, route), out var known))
            return known;
        var found = Snapshot.Tenant(tenant)?.Routes.FirstOrDefault(r => r.Name == route);
        return _policies.GetOrAdd((tenant, route), found is null ? SagaPolicy.Default : new SagaPolicy(found.Retry, found.OnDeadLetter));
    }

    /// <summary>Routes to a partner whose dead letters close the lane.</summary>
    public IReadOnlyList<string> ParkingRoutes(string tenant, string partner) =>
        Snapshot.Tenant(tenant) is not { } config
            ? []
            : [.. config.Routes.Where(r => r.To == partner && r.OnDeadLetter == DeadLetterPolicy.Park).Select(r => r.Name)];
}

/// <summary>The view of the snapshot in force.</summary>
internal sealed class ConfigViews(ISnapshotSource source)
{
    private ConfigView _view = new(source.Current);

    public ConfigView Current
    {
        get
        {
            var snapshot = source.Current;
            var view = Volatile.Read(ref _view);
            if (ReferenceEquals(view.Snapshot, snapshot))
                return view;
            view = new ConfigView(snapshot);
            Volatile.Write(ref _view, view);
            return view;
        }
    }
}
