using Hub.Core.Adapters;
using Hub.Core.Storage;
using Hub.Core.Tenants;
using Hub.Delivery.Pauses;
using Hub.Host.Polling;

namespace Hub.Host.Health;

/// <summary>What is known of a partner, from which its health is judged.</summary>
/// <param name="Partner">The partner as configured.</param>
/// <param name="Contacts">What nodes know of it. Circuits of nodes that are gone are left out.</param>
internal sealed record PartnerFacts(PartnerConfig Partner, IReadOnlyList<Contact> Contacts)
{
    /// <summary>What waits for it; null for nothing.</summary>
    public WaitingCount? Waiting { get; init; }

    /// <summary>How far its feed has been read; null when it has none.</summary>
    public FeedState? Feed { get; init; }

    /// <summary>Routes that deliver to it, in file order.</summary>
    public IReadOnlyList<string> Routes { get; init; } = [];

    /// <summary>What lets deliveries to it wait: pauses of its tenant, of itself and of routes that deliver to it.</summary>
    public IReadOnlyList<Pause> Pauses { get; init; } = [];

    /// <summary>Whether everything to it waits: its tenant or itself is paused, or every route that delivers to it.</summary>
    public bool IsPaused => Pauses.Any(p => p.Target.Route is null) || (Routes.Count > 0 && Routes.All(r => Pauses.Any(p => p.Target.Route == r)));

    /// <summary>Since when some node has been listening without a break.</summary>
    public DateTimeOffset ListeningSince { get; init; }

    /// <summary>Certificates that its messages need.</summary>
    public IReadOnlyList<CertificateUse> Certificates { get; init; } = [];
}
