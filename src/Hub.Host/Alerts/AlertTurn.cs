using Hub.Core.Storage;
using Hub.Core.Tenants;
using Hub.Host.Composition;
using Hub.Host.Health;
using Hub.Host.Retention;

namespace Hub.Host.Alerts;

/// <summary>One turn of looking after the alerts: gathers the facts, asks the rules, keeps what changed, tells who is to be told.</summary>
internal sealed partial class AlertTurn
{
    private const int CountedAtMost = 20_000;
    private const int ConflictsAtMost = 1000;
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan DeadWithin = TimeSpan.FromDays(7);

    private readonly HubServices _services;
    private readonly HealthDesk _desk;
    private readonly IReadOnlyList<IAlertReceiver> _receivers;
    private readonly ILogger _logger;
    private readonly SlowFact<AuditFacts> _audit;
    private readonly SlowFact<Ledger> _ledger;

    /// <summary>Prepares turns.</summary>
    /// <param name="services">What the node is made of.</param>
    /// <param name="desk">What is known.</param>
    /// <param name="receivers">Who is told.</param>
    public AlertTurn(HubServices services, HealthDesk desk, IReadOnlyList<IAlertReceiver> receivers)
    {
        (_services, _desk, _receivers) = (services, desk, receivers);
        _logger = services.Logs.CreateLogger<AlertTurn>();
        _audit = new SlowFact<AuditFacts>(services.Settings.Alerts.AuditEvery, async c => new AuditFacts((await services.Store.VerifyAsync(c)).FirstBroken), services.Time);
        _ledger = new SlowFact<Ledger>(services.Settings.Alerts.LedgerEvery, c => services.Store.LedgerAsync(null, c), services.Time);
    }

    /// <summary>Takes a turn.</summary>
    /// <param name="cancel">Gives up.</param>
    /// <returns>When done.</returns>
    public async Task RunAsync(CancellationToken cancel)
    {
        var facts = await FactsAsync(cancel);
        var found = AlertRules.All.ToDictionary(r => r.Name, r => (IReadOnlyList<Alert>?)r.Find(facts)?.ToList(), StringComparer.Ordinal);
        var current = (await _desk.Alerts.CurrentAsync(cancel)).ToDictionary(a => a.Alert.Id, StringComparer.Ordinal);
        var open = current.Values.Where(a => a.ClosedAt is null).ToList();
        foreach (var step in AlertPlan.Of(open, found, facts.Now, _services.Settings.Alerts.Calm))
        {
            if (await KeepAsync(step, Changed(step), cancel) is { } kept)
                current[step.Alert.Id] = kept;
            else
                current.Remove(step.Alert.Id);
        }

        _desk.Latest = new Seen(facts, [.. current.Values.Where(a => a.ClosedAt is null)]);
        await TellAsync(current.Values, cancel);
    }

    /// <summary>Waits for what runs beside the turns.</summary>
    /// <returns>When done.</returns>
    public Task EndedAsync() => Task.WhenAll(_audit.EndedAsync(), _ledger.EndedAsync());

    private async Task<AlertFacts> FactsAsync(CancellationToken cancel)
    {
        var store = _services.Store;
        var now = _services.Time.GetUtcNow();
        var nodes = await _desk.Reading.NodesAsync(cancel);
        var tenants = _services.Snapshots.Current.Tenants;
        return new AlertFacts(now, _services.Settings.Alerts, tenants)
        {
            Nodes = nodes,
            Partners = await _desk.Reading.PartnersAsync(nodes, null, CountedAtMost, cancel),
            Stuck = await store.StuckAsync(now, cancel),
            Dead = await store.DeadAsync(now - DeadWithin, cancel),
            Ledger = await _ledger.LatestAsync(cancel),
            Audit = await _audit.LatestAsync(cancel),
            Retention = await RetentionAsync(tenants, cancel),
            Conflicts = [.. (await store.DueAsync([RecordKinds.PlanConflict], now, ConflictsAtMost, cancel)).Select(r => new ConflictFacts(r.Tenant, r.Due!.Value))],
            Tokens = [.. (await store.TokensAsync(now, cancel)).Select(t => new TokenFacts(t.Name, t.Tenant, t.ExpiresAt))],
        };
    }

    // A tenant whose bodies were never looked at has been configured just now.
    private async Task<IReadOnlyList<RetentionFacts>> RetentionAsync(IReadOnlyList<TenantConfig> tenants, CancellationToken cancel)
    {
        var facts = new List<RetentionFacts>();
        foreach (var tenant in tenants.Where(t => t.Retention is not null))
        {
            if (await _services.Store.LatestAsync(tenant.Name, RecordKinds.Retention, RetentionState.Key, cancel) is { } record)
                facts.Add(new RetentionFacts(tenant.Name, RetentionState.Of(record, _services.Vault).OldestAt, tenant.Retention!.Bodies));
        }

        return facts;
    }

    private string? Changed(StoredAlert step)
    {
        if (step.ClosedAt is not null)
        {
            Closed(step.Alert.Id);
            return "alert.close";
        }

        if (step.Version != 0)
            return null;
        Opened(step.Alert.Id, step.Alert.Text);
        return "alert.open";
    }

    private Task<StoredAlert?> KeepAsync(StoredAlert alert, string? audit, CancellationToken cancel) => _desk.Alerts.KeepAsync(
        alert, _receivers.All(r => AlertPlan.Owed(alert, r.Name, alert.ClosedAt ?? alert.Since, _services.Settings.Alerts) is null), audit, cancel);

    // Receivers do not wait for each other. One that does not answer is asked once a turn.
    // A node that is told to stop lets whom it is telling answer for a while, and remembers it: what has been heard must not be heard again from the next node.
    private async Task TellAsync(IEnumerable<StoredAlert> alerts, CancellationToken cancel)
    {
        using var grace = new CancellationTokenSource();
        await using var stopping = cancel.Register(() => grace.CancelAfter(Grace));
        var all = alerts.OrderBy(a => a.Since).ToList();
        var told = await Task.WhenAll(_receivers.Select(r => TellAsync(r, all, cancel, grace.Token)));
        foreach (var alert in all)
        {
            var news = told.SelectMany(t => t).Where(t => t.Id == alert.Alert.Id).ToList();
            if (news.Count > 0)
                await KeepAsync(alert with { Told = news.Aggregate(new Dictionary<string, Told>(alert.Told), (map, one) => { map[one.Receiver] = one.Told; return map; }) }, null, CancellationToken.None);
        }
    }

    private async Task<List<(string Id, string Receiver, Told Told)>> TellAsync(IAlertReceiver receiver, IReadOnlyList<StoredAlert> alerts, CancellationToken stop, CancellationToken cancel)
    {
        var told = new List<(string, string, Told)>();
        foreach (var alert in alerts)
        {
            if (stop.IsCancellationRequested)
                return told;
            var now = _services.Time.GetUtcNow();
            if (AlertPlan.Owed(alert, receiver.Name, now, _services.Settings.Alerts) is not { } owed)
                continue;
            try
            {
                if (await receiver.TellAsync(new AlertNotice(owed, alert, now, _services.Settings.Node), cancel) is { } failure)
                {
                    NotTold(receiver.Name, failure);
                    return told;
                }
            }
            catch (OperationCanceledException) when (cancel.IsCancellationRequested)
            {
                return told;
            }

            told.Add((alert.Alert.Id, receiver.Name, new Told(owed, now)));
        }

        return told;
    }

    [LoggerMessage(1601, LogLevel.Warning, "Alert {Id}: {Text}")]
    private partial void Opened(string id, string text);

    [LoggerMessage(1602, LogLevel.Information, "Alert {Id} is closed")]
    private partial void Closed(string id);

    [LoggerMessage(1603, LogLevel.Warning, "The receiver {Receiver} does not take alerts ({Failure}); it is told again")]
    private partial void NotTold(string receiver, string failure);
}
