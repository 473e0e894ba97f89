using System.Collections.Concurrent;
using System.Collections.Frozen;
using Hub.Core.Deliveries;
using Hub.Core.Tenants;

namespace Hub.Delivery;

/// <summary>A snapshot with the answers that deliveries ask of it.</summary>
internal sealed class ConfigView(ConfigSnapshot snapshot)
{
    private readonly ConcurrentDictionary<(string Tenant, string Route), SagaPolicy> _policies = new();

    // Null in most installations: deliveries of routes that ask for nothing pay nothing.
    private readonly FrozenDictionary<(string Tenant, string Route), IReadOnlyList<string>>? _required = Required(snapshot);

    public ConfigSnapshot Snapshot { get; } = snapshot;

    /// <summary>Rules of the route that made a delivery; the standard ones when the route is gone.</summary>
    public SagaPolicy PolicyOf(string tenant, string route)
    {
        if (_policies.TryGetValue((tenant, route), out var known))
            return known;
        var found = Snapshot.Tenant(tenant)?.Routes.FirstOrDefault(r => r.Name == route);
        return _policies.GetOrAdd((tenant, route), found is null ? SagaPolicy.Default : new SagaPolicy(found.Retry, found.OnDeadLetter));
    }

    /// <summary>Purposes that the route of a delivery asks the patient's consent for; none when the route is gone.</summary>
    public IReadOnlyList<string> RequiredBy(string tenant, string route)
    {
        if (_required is null || !_required.TryGetValue((tenant, route), out var purposes))
            return [];
        return purposes;
    }

    /// <summary>Routes to a partner whose dead letters close the lane.</summary>
    public IReadOnlyList<string> ParkingRoutes(string tenant, string partner) =>
        Snapshot.Tenant(tenant) is not { } config
            ? []
            : [.. config.Routes.Where(r => r.To == partner && r.OnDeadLetter == DeadLetterPolicy.Park).Select(r => r.Name)];

    private static FrozenDictionary<(string Tenant, string Route), IReadOnlyList<string>>? Required(ConfigSnapshot snapshot)
    {
        var required = new Dictionary<(string Tenant, string Route), IReadOnlyList<string>>();
        foreach (var tenant in snapshot.Tenants)
        {
            foreach (var route in tenant.Routes.Where(r => r.Requires.Count > 0))
                required.TryAdd((tenant.Name, route.Name), route.Requires);
        }

        return required.Count == 0 ? null : required.ToFrozenDictionary();
    }
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
