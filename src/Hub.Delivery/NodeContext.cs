using Hub.Core.Adapters;
using Hub.Core.Deliveries;
using Hub.Core.Intake;
using Hub.Core.Registers;
using Hub.Core.Storage;
using Hub.Core.Tenants;
using Hub.Delivery.Broker;
using Hub.Delivery.Observability;
using Hub.Delivery.Outcomes;
using Hub.Delivery.Pauses;
using Microsoft.Extensions.Logging;

namespace Hub.Delivery;

/// <summary>What the loops of one node share.</summary>
internal sealed class NodeContext
{
    private long _gap;
    private int _inMemory;
    private long _bytes;
    private PauseBook _pauses = PauseBook.Empty;

    public NodeContext(DeliveryParts parts)
    {
        Parts = parts;
        Logger = parts.Logs.CreateLogger("Hub.Delivery");
        Metrics = new HubMetrics();
        Traffic = new Traffic(parts.Time);
        Spans = new Spans(parts.Installation.Id, parts.Time);
        Foreign = new ForeignCode(Logger, Metrics);
        Hearts = new NodeHearts(parts.Time);
        Outages = new Outages(Logger, Metrics, parts.Time);
        Config = new ConfigViews(parts.Snapshots);
        Outcomes = new OutcomeQueue(parts.Settings.OutcomeQueue);
        Reads = new SemaphoreSlim(4);
    }

    public DeliveryParts Parts { get; }

    public IHubStore Store => Parts.Store;

    public TimeProvider Time => Parts.Time;

    public DeliverySettings Settings => Parts.Settings;

    public Installation Installation => Parts.Installation;

    public ILogger Logger { get; }

    public HubMetrics Metrics { get; }

    /// <summary>When partners were last heard of.</summary>
    public Traffic Traffic { get; }

    /// <summary>The traces of messages.</summary>
    public Spans Spans { get; }

    public ForeignCode Foreign { get; }

    public Outages Outages { get; }

    /// <summary>Whether the node's loops go on.</summary>
    public NodeHearts Hearts { get; }

    public ConfigViews Config { get; }

    /// <summary>What operators let wait, as it was read last.</summary>
    public PauseBook Pauses
    {
        get => Volatile.Read(ref _pauses);
        set => Volatile.Write(ref _pauses, value);
    }

    public OutcomeQueue Outcomes { get; }

    /// <summary>Where events for other systems go; does nothing without a broker.</summary>
    public IHubEvents Events { get; set; } = NoEvents.Instance;

    /// <summary>Bounds the reads of work that go on at once, so that a start with many destinations does not exhaust the database.</summary>
    public SemaphoreSlim Reads { get; }

    /// <summary>Cancelled when loops are to end.</summary>
    public CancellationTokenSource Stopping { get; } = new();

    /// <summary>Rises whenever message numbers that this node did not give out itself are seen: memory may then lack what another node took in, and must read before it goes on.</summary>
    public long Gap => Volatile.Read(ref _gap);

    /// <summary>Deliveries of all destinations that are in memory.</summary>
    public int InMemory => Volatile.Read(ref _inMemory);

    public bool IsMemoryFull => InMemory >= Settings.NodeMemory || Volatile.Read(ref _bytes) >= Settings.NodeBytes;

    public DateTimeOffset Now => Time.GetUtcNow();

    public void NoteGap() => Interlocked.Increment(ref _gap);

    public void CountMemory(int change, long bytes)
    {
        if (change != 0)
            Interlocked.Add(ref _inMemory, change);
        if (bytes != 0)
            Interlocked.Add(ref _bytes, bytes);
    }

    /// <summary>The way in; set once by the node that owns this context, before anything is sent.</summary>
    public IIntake? Intake { get; set; }

    /// <summary>What an adapter may use.</summary>
    public SenderContext Context(TenantConfig tenant) => new(Time, Parts.Secrets, tenant)
    {
        Registers = Intake is { } intake ? new HubRegisters(Store, Parts.Vault, intake) { Messages = Store } : null,
        Lookups = Parts.Lookups,
        Clocks = Traffic,
    };

    /// <summary>Where a delivery stands. Its give-up time does not run while it is paused.</summary>
    public SagaState StateOf(DeliveryRow row) => SagaState.Of(row) with { AcceptedAt = row.AcceptedAt + Pauses.Waited(row, Now) };

    public ConfigSnapshot Snapshot => Config.Current.Snapshot;
}
