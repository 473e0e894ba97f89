using Hub.Adapters.Ebxml.Receiving;
using Hub.Core.Adapters;
using Hub.Core.Errors;
using Hub.Core.Intake;
using Hub.Core.Mappings;
using Hub.Core.Registers;
using Hub.Core.Storage;
using Hub.Core.Tenants;
using Hub.Delivery;
using Hub.Host.Configuration;
using Hub.Host.Health;
using Hub.Host.Lookups;
using Hub.Host.Metrics;
using Hub.Host.Polling;
using Hub.Host.Reading;
using Hub.Host.Security;
using Hub.Host.Security.Tls;
using Hub.Host.Security.Tokens;

namespace Hub.Host.Composition;

/// <summary>What the faces use. Made once; the engine comes in when the database has answered.</summary>
public sealed class HubServices
{
    private static readonly NotReadyIntake NotReady = new();
    private DeliveryNode? _engine;
    private bool _leaving;
    private MessageDesk? _desk;
    private LookupDesk? _lookups;
    private object? _lookupsGate;
    private TokenGate? _tokens;
    private object? _tokensGate;
    private IssuedTokens? _issued;
    private object? _issuedGate;
    private ReadGate? _gate;
    private HubRegisters? _registers;
    private FeedMeter? _feeds;
    private HealthDesk? _health;
    private object? _healthGate;

    /// <summary>Settings of this node.</summary>
    public required HubSettings Settings { get; init; }

    /// <summary>The current configuration of tenants.</summary>
    public required ISnapshotSource Snapshots { get; init; }

    /// <summary>Who may call.</summary>
    public required KeyRing Keys { get; init; }

    /// <summary>The database.</summary>
    public required IHubStore Store { get; init; }

    /// <summary>Encryption and patient hashes.</summary>
    public required IBodyVault Vault { get; init; }

    /// <summary>Adapters of the installation.</summary>
    public required AdapterCatalogue Adapters { get; init; }

    /// <summary>Mappings of the installation.</summary>
    public required MappingCatalogue Mappings { get; init; }

    /// <summary>Reads secrets.</summary>
    public required ISecretReader Secrets { get; init; }

    /// <summary>The clock.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>How the engine works.</summary>
    public required DeliverySettings Delivery { get; init; }

    /// <summary>The certificate of https addresses; null where there are none.</summary>
    internal ServerCertificates? Certificates { get; init; }

    /// <summary>Loggers.</summary>
    public required ILoggerFactory Logs { get; init; }

    /// <summary>What the faces measure.</summary>
    public HttpMeter Meter { get; } = new();

    /// <summary>What fetching from feeds measures.</summary>
    public FeedMeter Feeds => _feeds ??= new FeedMeter(Time);

    /// <summary>Errors of a configuration that was not taken; empty when the files are in force.</summary>
    public IReadOnlyList<HubError> ConfigErrors => [.. Snapshots is ConfigFiles files ? files.Errors : [], .. Certificates?.Fault is { } fault ? [fault] : Array.Empty<HubError>()];

    /// <summary>Whether the node is about to stop: it answers still, and wants callers to go elsewhere.</summary>
    public bool IsLeaving
    {
        get => Volatile.Read(ref _leaving);
        internal set => Volatile.Write(ref _leaving, value);
    }

    /// <summary>The engine; null until the database has answered.</summary>
    public DeliveryNode? Engine
    {
        get => Volatile.Read(ref _engine);
        internal set => Volatile.Write(ref _engine, value);
    }

    /// <summary>What is known of the health of partners and nodes.</summary>
    internal HealthDesk Health => LazyInitializer.EnsureInitialized(ref _health, ref _healthGate, () => new HealthDesk(this));

    /// <summary>Takes messages of the message network in.</summary>
    public MessageDesk Desk => _desk ??= new MessageDesk(new DeskParts(Snapshots, Secrets, Store, Vault, () => Intake, () => Engine?.Receipts, Time) { Records = Store });

    /// <summary>Asks partners while somebody waits.</summary>
    public LookupDesk Lookups => LazyInitializer.EnsureInitialized(ref _lookups, ref _lookupsGate, () => new LookupDesk(new LookupParts(Snapshots, Adapters, Context, Settings.Lookups, Time, Logs)));

    /// <summary>Reads access tokens.</summary>
    internal TokenGate Tokens => LazyInitializer.EnsureInitialized(ref _tokens, ref _tokensGate, () => new TokenGate(Settings.Tokens, Settings.PublicUrl, Time, Settings.Postgres is null ? null : Store));

    /// <summary>Tokens of the operators' API.</summary>
    internal IssuedTokens IssuedTokens => LazyInitializer.EnsureInitialized(ref _issued, ref _issuedGate, () => new IssuedTokens(Store, Time));

    /// <summary>Lets people and systems look at patients' data.</summary>
    internal ReadGate Gate => _gate ??= new ReadGate(this, Tokens);

    /// <summary>The way in. Refuses with <see cref="IntakeErrors.StoreDown"/> until the engine is there.</summary>
    public IIntake Intake => Engine?.Intake ?? NotReady;

    /// <summary>What adapters that the host opens itself may use: look-ups, feeds, registers. May be kept: the intake behind it is always the current one.</summary>
    /// <param name="tenant">The tenant as configured.</param>
    /// <returns>The context.</returns>
    public SenderContext Context(TenantConfig tenant) => new(Time, Secrets, tenant) { Clocks = Engine?.Clocks, Registers = _registers ??= new HubRegisters(Store, Vault, new CurrentIntake(this)) { Messages = Store } };

    private sealed class CurrentIntake(HubServices services) : IIntake
    {
        public Task<IntakeAnswer> AcceptAsync(IntakeRequest request, CancellationToken cancel) => services.Intake.AcceptAsync(request, cancel);
    }

    private sealed class NotReadyIntake : IIntake
    {
        private static readonly IntakeAnswer Answer = new([IntakeErrors.StoreDown.At()], [], false);

        public Task<IntakeAnswer> AcceptAsync(IntakeRequest request, CancellationToken cancel) => Task.FromResult(Answer);
    }
}
