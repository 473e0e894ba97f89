using Hub.Host.Alerts;
using Hub.Host.Composition;

namespace Hub.Host.Health;

/// <summary>What is known of the health of partners and nodes, for the faces, the alerts and the metrics.</summary>
/// <param name="services">What the node is made of.</param>
internal sealed class HealthDesk(HubServices services)
{
    private Seen? _latest;

    /// <summary>This node.</summary>
    public NodeWatch Watch { get; } = new(services);

    /// <summary>What this node knows of partners.</summary>
    public ContactBook Book { get; } = new(services);

    /// <summary>What all nodes know.</summary>
    public HealthReading Reading => field ??= new HealthReading(services, Book);

    /// <summary>Alerts as they are kept.</summary>
    public AlertRegister Alerts { get; } = new(services);

    /// <summary>What the node saw last of itself; null before its first look.</summary>
    public NodeFacts? Node { get; set; }

    /// <summary>Whether the database answered when it was last asked.</summary>
    public bool StoreAnswers { get; set; }

    /// <summary>What was seen last when this node looked after the alerts; null when it never did, or another node does now.</summary>
    public Seen? Latest
    {
        get => Volatile.Read(ref _latest);
        set => Volatile.Write(ref _latest, value);
    }
}

/// <summary>What a look after the alerts gave.</summary>
/// <param name="Facts">What was seen.</param>
/// <param name="Open">Alerts that are open.</param>
internal sealed record Seen(AlertFacts Facts, IReadOnlyList<StoredAlert> Open);
