using Hub.Core.Content;
using Hub.Core.Lookups;

namespace Hub.Core.Tenants;

/// <summary>How strictly a partner's messages are read.</summary>
public enum InboundMode
{
    /// <summary>Any deviation from the format is refused, naming element and rule (default).</summary>
    Strict,

    /// <summary>Known faults are repaired and the repairs recorded on the timeline; the raw bytes stay as received.</summary>
    Lenient,
}

/// <summary>How a partner proves who it is.</summary>
public enum InboundAuth
{
    /// <summary>A key in the <c>Authorization</c> header (default).</summary>
    Key,

    /// <summary>The signature on each message (ebXML).</summary>
    Signature,

    /// <summary>Nobody calls: the hub fetches (<see cref="Adapters.IPolledAdapter"/>).</summary>
    Poll,

    /// <summary>Nobody calls: it is a part of the hub (<see cref="Adapters.IRegisterAdapter"/>).</summary>
    Hub,

    /// <summary>Through a connection that serves many tenants (<see cref="Adapters.ISharedAdapter"/>); its key stands in hub.yaml.</summary>
    Connection,
}

/// <summary>How a partner sends to the hub.</summary>
/// <param name="Keys">SHA-256 hashes of the keys that are valid now (<c>sha256:</c> and 64 hex digits); at most two.</param>
public sealed record InboundConfig(IReadOnlyList<string> Keys)
{
    /// <summary>How it proves who it is; default by key.</summary>
    public InboundAuth Auth { get; init; } = InboundAuth.Key;

    /// <summary>How often the hub fetches, for <see cref="InboundAuth.Poll"/>; default 1 min.</summary>
    public TimeSpan Every { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Name of the connection in hub.yaml, for <see cref="InboundAuth.Connection"/>; else null.</summary>
    public string? Connection { get; init; }

    /// <summary>Strict unless the file says lenient.</summary>
    public InboundMode Mode { get; init; } = InboundMode.Strict;

    /// <summary>Kinds it may send; null = every kind.</summary>
    public IReadOnlySet<ContentKind>? Content { get; init; }

    /// <summary>Largest body in bytes; default 1 MiB.</summary>
    public int MaxBytes { get; init; } = 1024 * 1024;

    /// <summary>Requests per second over ten seconds; 0 = unbounded. Default 500.</summary>
    public int Rate { get; init; } = 500;

    /// <summary>How far in the future a time may lie; default 5 min.</summary>
    public TimeSpan ClockSkew { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Whether it may read and set consents; default false.</summary>
    public bool Consents { get; init; }

    /// <summary>What it may ask the tenant's journals about on the VKP face; default nothing.</summary>
    public IReadOnlySet<LookupKind> Reads { get; init; } = NoReads;

    /// <summary>VKP codes of the services on whose behalf it may ask (<see cref="ServiceCodes"/>); default none.</summary>
    public IReadOnlySet<string> Services { get; init; } = NoServices;

    private static readonly IReadOnlySet<LookupKind> NoReads = new HashSet<LookupKind>();

    private static readonly IReadOnlySet<string> NoServices = new HashSet<string>();
}
