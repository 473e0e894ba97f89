using System.Diagnostics.Metrics;
using Hub.Core.Deliveries;

namespace Hub.Delivery.Observability;

/// <summary>Every metric of the hub, with its name and unit. Tags name tenant, partner, kind and result only: never a patient, never an id.</summary>
public sealed class HubMetrics : IDisposable
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "hub";

    private readonly Meter _meter = new(MeterName);

    /// <summary>Creates the instruments.</summary>
    public HubMetrics()
    {
        IntakeMessages = _meter.CreateCounter<long>("hub.intake.messages", "{message}", "Messages answered, by status.");
        IntakeRejected = _meter.CreateCounter<long>("hub.intake.rejected", "{request}", "Requests of which nothing was taken in, by code.");
        IntakeCommit = _meter.CreateHistogram<double>("hub.intake.commit.duration", "ms", "Time of one intake transaction.");
        IntakeGroup = _meter.CreateHistogram<long>("hub.intake.commit.messages", "{message}", "Messages in one intake transaction.");
        Outcomes = _meter.CreateCounter<long>("hub.delivery.outcomes", "{delivery}", "Ends of tries, by partner and result.");
        Attempt = _meter.CreateHistogram<double>("hub.delivery.attempt.duration", "ms", "Time of one call to a partner.");
        Age = _meter.CreateHistogram<double>("hub.delivery.age", "ms", "Time from acceptance to delivery.");
        OutcomeCommit = _meter.CreateHistogram<double>("hub.delivery.commit.duration", "ms", "Time of one transaction of outcomes.");
        Circuits = _meter.CreateUpDownCounter<long>("hub.circuit.open", "{partner}", "Partners whose circuit is open.");
        Hints = _meter.CreateCounter<long>("hub.broker.hints", "{hint}", "Hints published to other owners.");
        EventsDropped = _meter.CreateCounter<long>("hub.broker.events.dropped", "{event}", "Events dropped since the broker could not take them.");
        Defects = _meter.CreateCounter<long>("hub.defects", "{defect}", "Exceptions thrown by adapters and mappings.");
        Receipts = _meter.CreateCounter<long>("hub.receipts", "{receipt}", "Receipts reported, by kind and what became of them.");
        StoreDown = _meter.CreateCounter<long>("hub.store.unavailable", "{call}", "Calls that found the database away.");
    }

    /// <summary><c>hub.intake.messages</c> {tenant, partner, status}.</summary>
    public Counter<long> IntakeMessages { get; }

    /// <summary><c>hub.intake.rejected</c> {tenant, partner, code}.</summary>
    public Counter<long> IntakeRejected { get; }

    /// <summary><c>hub.intake.commit.duration</c>, ms.</summary>
    public Histogram<double> IntakeCommit { get; }

    /// <summary><c>hub.intake.commit.messages</c>.</summary>
    public Histogram<long> IntakeGroup { get; }

    /// <summary><c>hub.delivery.outcomes</c> {tenant, partner, result}.</summary>
    public Counter<long> Outcomes { get; }

    /// <summary><c>hub.delivery.attempt.duration</c> {tenant, partner}, ms.</summary>
    public Histogram<double> Attempt { get; }

    /// <summary><c>hub.delivery.age</c> {tenant, partner}, ms.</summary>
    public Histogram<double> Age { get; }

    /// <summary><c>hub.delivery.commit.duration</c>, ms.</summary>
    public Histogram<double> OutcomeCommit { get; }

    /// <summary><c>hub.circuit.open</c> {tenant, partner}.</summary>
    public UpDownCounter<long> Circuits { get; }

    /// <summary><c>hub.broker.hints</c>.</summary>
    public Counter<long> Hints { get; }

    /// <summary><c>hub.broker.events.dropped</c>.</summary>
    public Counter<long> EventsDropped { get; }

    /// <summary><c>hub.defects</c> {tenant, partner}.</summary>
    public Counter<long> Defects { get; }

    /// <summary><c>hub.receipts</c> {tenant, partner, kind, result}.</summary>
    public Counter<long> Receipts { get; }

    /// <summary><c>hub.store.unavailable</c>.</summary>
    public Counter<long> StoreDown { get; }

    /// <summary>Declares what is read when somebody looks: <c>hub.delivery.pending</c>, <c>hub.partition.owned</c>, <c>hub.broker.connected</c>.</summary>
    /// <param name="pending">Deliveries in memory, by tenant and partner.</param>
    /// <param name="owned">Partitions owned.</param>
    /// <param name="connected">1 when the broker is connected, else 0.</param>
    public void Observe(Func<IEnumerable<Measurement<long>>> pending, Func<long> owned, Func<long> connected)
    {
        _meter.CreateObservableGauge("hub.delivery.pending", pending, "{delivery}", "Deliveries waiting in memory.");
        _meter.CreateObservableGauge("hub.partition.owned", owned, "{partition}", "Partitions this node owns.");
        _meter.CreateObservableGauge("hub.broker.connected", connected, "1", "Whether the broker is connected.");
    }

    /// <summary>Declares <c>hub.pauses</c> {tenant, kind}.</summary>
    /// <param name="pauses">Pauses that hold, by tenant and by what is paused: tenant, partner or route.</param>
    public void ObservePauses(Func<IEnumerable<Measurement<long>>> pauses) =>
        _meter.CreateObservableGauge("hub.pauses", pauses, "{pause}", "Tenants, partners and routes whose deliveries an operator lets wait.");

    /// <summary>Counts the end of a try, or what a receipt or a deadline brought about.</summary>
    /// <param name="row">The delivery as it stands afterwards.</param>
    /// <param name="now">The time now.</param>
    public void Ended(DeliveryRow row, DateTimeOffset now)
    {
        Outcomes.Add(1, new("tenant", row.Tenant), new("partner", row.Partner), new("result", Result(row.State)));
        if (row.State == DeliveryState.Delivered)
            Age.Record((now - row.AcceptedAt).TotalMilliseconds, new("tenant", row.Tenant), new("partner", row.Partner));
    }

    /// <inheritdoc/>
    public void Dispose() => _meter.Dispose();

    private static string Result(DeliveryState state) => state switch
    {
        DeliveryState.Delivered => "delivered",
        DeliveryState.AwaitingReceipt => "awaiting",
        DeliveryState.DeadLettered => "dead-lettered",
        _ => "retry",
    };
}
