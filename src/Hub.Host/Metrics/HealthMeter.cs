using System.Diagnostics.Metrics;
using Hub.Host.Alerts;
using Hub.Host.Composition;
using Hub.Host.Health;

namespace Hub.Host.Metrics;

/// <summary>Health as gauges. What all nodes know together is told by the one node that looks after the alerts; what a node knows of itself by each.</summary>
public sealed class HealthMeter : IDisposable
{
    private readonly Meter _meter = new("Hub.Host.Health");
    private readonly HubServices? _services;

    /// <summary>Publishes the instruments.</summary>
    /// <param name="services">What the node is made of; null to publish them only.</param>
    public HealthMeter(HubServices? services)
    {
        _services = services;
        _meter.CreateObservableGauge("hub.delivery.oldest.age", Oldest, "s", "Age of the oldest delivery that waits, paused ones aside, by partner; 0 when none does");
        _meter.CreateObservableGauge("hub.delivery.waiting", Waiting, "{delivery}", "Deliveries that wait, in memory or not, by partner; at most 20,000 of each partition are counted");
        _meter.CreateObservableGauge("hub.partner.down", () => OfPartners(PartnerState.Down), "1", "Whether a partner is down (circuit open or feed unreadable)");
        _meter.CreateObservableGauge("hub.partner.paused", () => OfPartners(PartnerState.Paused), "1", "Whether an operator lets everything to a partner wait");
        _meter.CreateObservableGauge("hub.partner.silent", () => OfPartners(PartnerState.Silent), "1", "Whether something was expected from a partner and did not come");
        _meter.CreateObservableGauge("hub.delivery.dead", Dead, "{delivery}", "Dead letters of the last seven days that nobody has acted on, by partner");
        _meter.CreateObservableGauge("hub.delivery.stuck", Stuck, "{delivery}", "Deliveries that passed a deadline unnoticed");
        _meter.CreateObservableGauge("hub.certificate.left", Certificates, "d", "Days until a certificate of the message network ends");
        _meter.CreateObservableGauge("hub.tls.left", () => OfNode(n => n.CertificateEnds is { } ends ? Days(ends - n.At) : (double?)null), "d", "Days until the certificate of the node's own https addresses ends");
        _meter.CreateObservableGauge("hub.token.left", Tokens, "d", "Days until a token of the operator API ends");
        _meter.CreateObservableGauge("hub.retention.behind", Retention, "s", "How long bodies are kept beyond their time, by tenant");
        _meter.CreateObservableGauge("hub.plan.conflict.age", Conflicts, "s", "Age of the oldest edit of a shared plan that nobody has merged or dismissed, by tenant; 0 when there is none");
        _meter.CreateObservableGauge("hub.ledger.difference", Ledger, "{delivery}", "Deliveries that are neither delivered nor dead nor pending; anything but 0 is a fault");
        _meter.CreateObservableGauge("hub.audit.broken", Audit, "1", "Whether the audit log does not fit together");
        _meter.CreateObservableGauge("hub.alerts.open", Open, "{alert}", "Alerts that are open, by rule and severity");
        _meter.CreateObservableGauge("hub.disk.free", () => OfNode(n => n.DiskFree), "By", "Free bytes where the data is");
        _meter.CreateObservableGauge("hub.disk.size", () => OfNode(n => n.DiskSize), "By", "All bytes where the data is");
        _meter.CreateObservableGauge("hub.clock.ahead", () => OfNode(n => n.Ahead?.TotalSeconds), "s", "How far the node's clock is ahead of the database's");
        _meter.CreateObservableGauge("hub.config.errors", () => OfNode(n => (long?)n.ConfigErrors), "{error}", "Errors of a configuration that was not taken");
        _meter.CreateObservableGauge("hub.broker.configured", () => _services?.Settings.RabbitMq is null ? 0L : 1L, "1", "Whether a broker is configured");
        _meter.CreateObservableGauge("hub.store.up", () => _services?.Health.StoreAnswers is true ? 1L : 0L, "1", "Whether the database answered when it was last asked");
    }

    /// <inheritdoc/>
    public void Dispose() => _meter.Dispose();

    private Seen? Latest => _services?.Health.Latest;

    // By the database: a partner that is down has nothing in memory, however much waits for it.
    private IEnumerable<PartnerHealth> Receivers => Latest?.Facts.Partners?.Where(p => p.Routes.Count > 0 || p.Waiting > 0) ?? [];

    private IEnumerable<Measurement<double>> Oldest()
    {
        var now = _services?.Time.GetUtcNow();
        return Receivers.Select(p => Of(p.OldestUnpausedAt is { } oldest ? Math.Max(0, (now!.Value - oldest).TotalSeconds) : 0, p.Partner.Tenant, p.Partner.Name));
    }

    private IEnumerable<Measurement<long>> Waiting() => Receivers.Select(p => Of(p.Waiting, p.Partner.Tenant, p.Partner.Name));

    private IEnumerable<Measurement<long>> OfPartners(PartnerState state) =>
        Latest?.Facts.Partners?.Where(p => state != PartnerState.Silent || p.Partner.Expects is not null).Select(p => Of(p.State == state ? 1L : 0L, p.Partner.Tenant, p.Partner.Name)) ?? [];

    // Partners without any are told, too: what is not told any more would be taken for gone.
    private IEnumerable<Measurement<long>> Dead() => Counted(Latest?.Facts.Dead);

    private IEnumerable<Measurement<long>> Stuck() => Counted(Latest?.Facts.Stuck);

    private IEnumerable<Measurement<long>> Counted(IReadOnlyList<Core.Storage.PartnerCount>? counts)
    {
        if (counts is null || Latest?.Facts.Partners is not { } partners)
            return [];
        var some = counts.ToDictionary(c => (c.Tenant, c.Partner), c => c.Count);
        return partners.Select(p => (p.Partner.Tenant, Partner: p.Partner.Name)).Union(some.Keys).Select(k => Of(some.GetValueOrDefault(k), k.Tenant, k.Partner));
    }

    private IEnumerable<Measurement<double>> Certificates()
    {
        if (Latest?.Facts is not { Partners: { } partners } facts)
            return [];
        return partners.SelectMany(p => p.Certificates.Select(c => (p.Partner, Use: c)))
            .DistinctBy(c => (c.Partner.Tenant, Partner: c.Use.IsOwn ? "-" : c.Partner.Name, c.Use.Use))
            .Select(c => new Measurement<double>(
                Days(c.Use.NotAfter - facts.Now), new KeyValuePair<string, object?>("tenant", c.Partner.Tenant), new("partner", c.Use.IsOwn ? "-" : c.Partner.Name), new("use", c.Use.Use)));
    }

    private IEnumerable<Measurement<double>> Tokens() =>
        Latest?.Facts is { Tokens: { } tokens } facts
            ? tokens.Select(t => new Measurement<double>(Days(t.Expires - facts.Now), new KeyValuePair<string, object?>("tenant", t.Tenant ?? "-"), new("token", t.Name)))
            : [];

    private IEnumerable<Measurement<double>> Retention() =>
        Latest?.Facts is { Retention: { } tenants } facts
            ? tenants.Select(t => new Measurement<double>(
                t.OldestAt is { } oldest ? Math.Max(0, (facts.Now - oldest - t.Bodies).TotalSeconds) : 0, new KeyValuePair<string, object?>("tenant", t.Tenant)))
            : [];

    private IEnumerable<Measurement<double>> Conflicts() =>
        Latest?.Facts is { Conflicts: { } conflicts } facts
            ? facts.Tenants.Select(t => new Measurement<double>(
                conflicts.FirstOrDefault(c => c.Tenant == t.Name) is { } oldest ? Math.Max(0, (facts.Now - oldest.Since).TotalSeconds) : 0, new KeyValuePair<string, object?>("tenant", t.Name)))
            : [];

    private IEnumerable<Measurement<long>> Ledger() => Latest?.Facts.Ledger is { } l ? [new Measurement<long>(l.Accepted - l.Delivered - l.DeadLettered - l.Pending)] : [];

    private IEnumerable<Measurement<long>> Audit() => Latest?.Facts.Audit is { } audit ? [new Measurement<long>(audit.FirstBroken is null ? 0 : 1)] : [];

    private IEnumerable<Measurement<long>> Open() =>
        Latest is { } seen
            ? AlertRules.All.SelectMany(r => Enum.GetValues<AlertSeverity>().Select(s => new Measurement<long>(
                seen.Open.Count(a => a.Alert.Rule == r.Name && a.Alert.Severity == s), new KeyValuePair<string, object?>("rule", r.Name), new("severity", s.ToString().ToLowerInvariant()))))
            : [];

    private IEnumerable<Measurement<T>> OfNode<T>(Func<NodeFacts, T?> value)
        where T : struct => _services?.Health.Node is { } node && value(node) is { } known ? [new Measurement<T>(known)] : [];

    private static double Days(TimeSpan left) => Math.Round(left.TotalDays, 2);

    private static Measurement<T> Of<T>(T value, string tenant, string partner)
        where T : struct => new(value, new KeyValuePair<string, object?>("tenant", tenant), new("partner", partner));
}
