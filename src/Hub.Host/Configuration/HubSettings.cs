using Hub.Host.Lookups;
using Hub.Host.Security;
using Hub.Host.Security.Tokens;

namespace Hub.Host.Configuration;

/// <summary>Settings of one node of the installation: <c>hub.yaml</c>, environment and command line, in rising order of precedence.</summary>
public sealed record HubSettings
{
    /// <summary>Addresses to listen on; default <c>http://127.0.0.1:8480</c>. Port 0 takes a free port.</summary>
    public IReadOnlyList<string> Urls { get; init; } = ["http://127.0.0.1:8480"];

    /// <summary>Directory of the embedded database and of the encryption keys; default <c>data</c> under the working directory.</summary>
    public string DataDirectory { get; init; } = "data";

    /// <summary>Directory of <c>hub.yaml</c> and <c>tenants/</c>; default <c>config</c> under the working directory.</summary>
    public string ConfigDirectory { get; init; } = "config";

    /// <summary>PostgreSQL connection string; null = SQLite under <see cref="DataDirectory"/>. Never logged.</summary>
    public string? Postgres { get; init; }

    /// <summary>RabbitMQ address (amqp or amqps); null = no broker. Never logged.</summary>
    public string? RabbitMq { get; init; }

    /// <summary>Name of this node, unique in the installation; default the machine's name.</summary>
    public string Node { get; init; } = Environment.MachineName;

    /// <summary>Number of partitions; counts only when the database is made. Default 64.</summary>
    public int Partitions { get; init; } = 64;

    /// <summary>Keys of operators; none = the operator API answers nobody.</summary>
    public IReadOnlyList<OperatorKey> OperatorKeys { get; init; } = [];

    /// <summary>Connections that many tenants share, by name; none = nobody shares one.</summary>
    public IReadOnlyDictionary<string, ConnectionSettings> Connections { get; init; } = new Dictionary<string, ConnectionSettings>();

    /// <summary>The certificate of https addresses; null = there are none, and a proxy in front has it.</summary>
    public TlsSettings? Tls { get; init; }

    /// <summary>Bounds of the HTTP server.</summary>
    public LimitSettings Limits { get; init; } = new();

    /// <summary>What is logged and where.</summary>
    public LogSettings Log { get; init; } = new();

    /// <summary>How partners are asked while somebody waits.</summary>
    public LookupSettings Lookups { get; init; } = new();

    /// <summary>Base address as callers see it, where a proxy stands before the hub; null = as the request says.</summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>Whose access tokens open the read face; null = nobody's.</summary>
    public TokenSettings? Tokens { get; init; }

    /// <summary>Origins of viewers that run in a browser and may call the FHIR face; none = no browser may.</summary>
    public IReadOnlyList<string> Origins { get; init; } = [];

    /// <summary>Whether the web page of operators is served at <c>/console</c>; default true. API and command line do without it.</summary>
    public bool Console { get; init; } = true;

    /// <summary>When and how people are alerted.</summary>
    public AlertSettings Alerts { get; init; } = new();

    /// <summary>Where metrics and traces are sent.</summary>
    public TelemetrySettings Telemetry { get; init; } = new();

    /// <summary>How often configuration files are looked at beside the file watcher; default 2 s.</summary>
    public TimeSpan ReloadEvery { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Shows what may be shown: no connection string.</summary>
    /// <returns>A short text.</returns>
    public override string ToString() =>
        $"node {Node}, {(Postgres is null ? "SQLite" : "PostgreSQL")}, {(RabbitMq is null ? "no broker" : "RabbitMQ")}, {string.Join(" ", Urls)}";
}

/// <summary>An operator's key.</summary>
/// <param name="Name">Whom the audit log names.</param>
/// <param name="Hash">Hash of the key.</param>
public sealed record OperatorKey(string Name, KeyHash Hash);

/// <summary>A connection over which one vendor sends for many tenants. A tenant opts in by naming it (<c>inbound: { connection: NAME }</c>).</summary>
/// <param name="Name">Name in addresses and tenant files.</param>
/// <param name="Adapter">Name of the adapter that reads it; an <see cref="Core.Adapters.ISharedAdapter"/>.</param>
/// <param name="Keys">Hashes of the keys that are valid now; one or two.</param>
public sealed record ConnectionSettings(string Name, string Adapter, IReadOnlyList<KeyHash> Keys)
{
    /// <summary>How strictly the message around the entries is read; strict unless the file says lenient. How the entries are read is each tenant's own choice.</summary>
    public Core.Tenants.InboundMode Mode { get; init; } = Core.Tenants.InboundMode.Strict;

    /// <summary>Largest body in bytes; default 10 MiB.</summary>
    public int MaxBytes { get; init; } = 10 * 1024 * 1024;

    /// <summary>Requests per second over ten seconds; 0 = unbounded. Default 500.</summary>
    public int Rate { get; init; } = 500;
}

/// <summary>Bounds of the HTTP server.</summary>
public sealed record LimitSettings
{
    /// <summary>Open connections; default 10,000.</summary>
    public int MaxConnections { get; init; } = 10_000;

    /// <summary>How long a caller may take to send its headers; default 10 s.</summary>
    public TimeSpan HeadersTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Slowest body in bytes per second, after five seconds of grace; default 500.</summary>
    public int MinBytesPerSecond { get; init; } = 500;

    /// <summary>How long a node that is told to stop goes on answering while <c>/health/ready</c> says no, so that balancers take it out first; default 5 s. Does not count on SQLite, where no other node could take over.</summary>
    public TimeSpan DrainDelay { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long the hub waits for running requests and sends when it stops; default 10 s.</summary>
    public TimeSpan ShutdownTimeout { get; init; } = TimeSpan.FromSeconds(10);
}

/// <summary>What is logged and where.</summary>
public sealed record LogSettings
{
    /// <summary>Lowest level: debug, information, warning or error; default information.</summary>
    public string Level { get; init; } = "information";

    /// <summary>File to write to, one per day, 31 kept; null = console only.</summary>
    public string? File { get; init; }
}
