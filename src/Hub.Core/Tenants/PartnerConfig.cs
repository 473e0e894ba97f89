namespace Hub.Core.Tenants;

/// <summary>An outside system as one tenant has it.</summary>
/// <param name="Tenant">The tenant it belongs to.</param>
/// <param name="Name">Name within the tenant.</param>
/// <param name="Adapter">Name of the adapter that speaks to it.</param>
public sealed record PartnerConfig(string Tenant, string Name, string Adapter)
{
    /// <summary>How it sends to the hub; null when it does not.</summary>
    public InboundConfig? Inbound { get; init; }

    /// <summary>Base address the hub sends to; null when the hub does not.</summary>
    public Uri? Url { get; init; }

    /// <summary>How the hub proves who it is to the partner; null for no authentication.</summary>
    public OutboundAuth? Auth { get; init; }

    /// <summary>Where it is in the address register; null when it is not on the message network.</summary>
    public HerAddress? Her { get; init; }

    /// <summary>Partner that knows each patient's general practitioner: this partner then stands for all of them, and every document goes to the patient's own. Null for a partner with an address of its own.</summary>
    public string? PatientsGp { get; init; }

    /// <summary>How long one try may take; default 30 s.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How many tries may be in flight at once; default 16.</summary>
    public int Window { get; init; } = 16;

    /// <summary>How many documents may go in one call where the adapter can batch; default 1.</summary>
    public int Batch { get; init; } = 1;

    /// <summary>Over how many partitions the partner's patients are spread; default 1. Raise it for a partner that one node cannot serve.</summary>
    public int Spread { get; init; } = 1;

    /// <summary>Rate at which a backlog drains after the partner was down, deliveries per second; 0 = unbounded. Default 1000.</summary>
    public int DrainRate { get; init; } = 1000;

    /// <summary>When the circuit opens and how it probes.</summary>
    public BreakerConfig Breaker { get; init; } = BreakerConfig.Default;

    /// <summary>How often something is expected from it; null when nobody waits for it.</summary>
    public ExpectedTraffic? Expects { get; init; }

    /// <summary>Settings that only the adapter understands, as written in the file.</summary>
    public IReadOnlyDictionary<string, string> Options { get; init; } = EmptyOptions;

    private static readonly IReadOnlyDictionary<string, string> EmptyOptions = new Dictionary<string, string>();
}

/// <summary>Circuit breaker of a partner.</summary>
/// <param name="Failures">Connection-level failures in a row that open the circuit; default 5.</param>
/// <param name="Probe">Time between probes while it is open; default 5 s, doubling to <paramref name="MaxProbe"/>.</param>
/// <param name="MaxProbe">Longest time between probes; default 60 s.</param>
public sealed record BreakerConfig(int Failures, TimeSpan Probe, TimeSpan MaxProbe)
{
    /// <summary>5 failures, first probe after 5 s, at most 60 s apart.</summary>
    public static BreakerConfig Default { get; } = new(5, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(60));
}
