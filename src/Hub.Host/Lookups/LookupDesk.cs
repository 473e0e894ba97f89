using Hub.Core.Adapters;
using Hub.Core.Errors;
using Hub.Core.Identities;
using Hub.Core.Lookups;
using Hub.Core.Tenants;

namespace Hub.Host.Lookups;

/// <summary>Asks partners about a patient while somebody waits: all of them at once, each within the deadline and through its own circuit. Nothing is stored beyond <see cref="LookupSettings.Keep"/>, and that in memory.
/// Whoever calls has decided that the asker may know.</summary>
public sealed partial class LookupDesk : ILookups, IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly LookupParts _parts;
    private readonly ILogger _logger;
    private LookupWays _ways;
    private bool _closed;

    /// <summary>A desk that follows the configuration.</summary>
    /// <param name="parts">What it uses.</param>
    public LookupDesk(LookupParts parts)
    {
        _parts = parts;
        _logger = parts.Logs.CreateLogger<LookupDesk>();
        _ways = Open(parts.Snapshots.Current);
        parts.Snapshots.Changed += Change;
    }

    /// <summary>How many answers are kept, and how many bytes they are estimated to take.</summary>
    public (int Entries, long Bytes) Kept => Ways.Kept.Size;

    private LookupWays Ways => Volatile.Read(ref _ways);

    /// <summary>Which partners of a tenant can answer.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="kind">Kind of question.</param>
    /// <returns>Names, in the order of the tenant file.</returns>
    public IReadOnlyList<string> WhoAnswers(TenantConfig tenant, LookupKind kind) => [.. Ways.Answering(tenant, kind).Select(p => p.Partner.Name)];

    /// <summary>Asks. Every partner has answered or is given up on when the task is done, at the deadline at the latest.</summary>
    /// <param name="tenant">The tenant, of the snapshot in force.</param>
    /// <param name="query">The question.</param>
    /// <param name="terms">How to ask; null = <see cref="LookupTerms.Ordinary"/>.</param>
    /// <param name="cancel">The asker went away.</param>
    /// <returns>What they said; never throws for what a partner does.</returns>
    /// <exception cref="OperationCanceledException">The asker went away.</exception>
    public async Task<LookupResult> AskAsync(TenantConfig tenant, LookupQuery query, LookupTerms? terms = null, CancellationToken cancel = default)
    {
        terms ??= LookupTerms.Ordinary;
        var ways = Ways;
        var asked = ways.Answering(tenant, query.Kind)
            .Where(p => terms.Partners is null || terms.Partners.Contains(p.Partner.Name))
            .Select(p => AskOneAsync(ways, tenant, p, query, terms, cancel))
            .ToArray();
        return new LookupResult(await Task.WhenAll(asked));
    }

    /// <inheritdoc/>
    async Task<Result<LookupAnswer>> ILookups.AskAsync(TenantConfig tenant, string partner, LookupQuery query, CancellationToken cancel)
    {
        var result = await AskAsync(tenant, query, new LookupTerms { Partners = [partner] }, cancel);
        return result.Partners is [var only] ? only.Answer : LookupErrors.NobodyToAsk.At();
    }

    /// <summary>Forgets what is kept about a patient, after something was changed there.</summary>
    /// <param name="tenant">Tenant.</param>
    /// <param name="patient">The patient.</param>
    public void Forget(string tenant, Identifier patient) => Ways.Kept.Forget(tenant, patient);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            if (_closed)
                return;
            _closed = true;
        }

        _parts.Snapshots.Changed -= Change;
        await Ways.DisposeAsync();
    }

    private async Task<PartnerAnswer> AskOneAsync(
        LookupWays ways, TenantConfig tenant, (PartnerConfig Partner, ILookupAdapter Adapter) whom, LookupQuery query, LookupTerms terms, CancellationToken cancel)
    {
        var key = LookupKey.Of(tenant.Name, whom.Partner.Name, query);
        if (!terms.Fresh && ways.Kept.Find(key) is { } kept)
            return new PartnerAnswer(whom.Partner.Name, kept) { Kept = true };
        var way = Use(ways, tenant, whom.Partner, whom.Adapter);
        if (!way.IsOk)
            return new PartnerAnswer(whom.Partner.Name, Result<LookupAnswer>.Failed(way.Errors));
        var deadline = terms.Deadline ?? _parts.Settings.Deadline;
        var answer = await WithinAsync(way.Value.AskAsync(query, deadline, cancel), deadline, cancel);
        if (answer.IsOk && query.Kind != LookupKind.Enrolled)
            ways.Kept.Keep(key, answer.Value);
        return new PartnerAnswer(whom.Partner.Name, answer);
    }

    private Result<LookupLine> Use(LookupWays ways, TenantConfig tenant, PartnerConfig partner, ILookupAdapter adapter)
    {
        try
        {
            return ways.Use(tenant, partner, adapter) is { } line ? line : LookupErrors.Unreachable.At(detail: "The configuration was replaced meanwhile");
        }
        catch (Exception defect)
        {
            // Code of an adapter, as when it is asked.
            NotOpened(defect, partner.Tenant, partner.Name);
            return LookupErrors.Failed.At(detail: $"The way to '{partner.Name}' cannot be opened ({defect.GetType().Name})");
        }
    }

    // An adapter that does not heed its deadline must not hold the asker up; its way is let go when it comes back.
    private async Task<Result<LookupAnswer>> WithinAsync(Task<Result<LookupAnswer>> asking, TimeSpan deadline, CancellationToken cancel)
    {
        try
        {
            return await asking.WaitAsync(deadline + TimeSpan.FromMilliseconds(100), _parts.Time, cancel);
        }
        catch (TimeoutException)
        {
            return LookupErrors.TimedOut.At();
        }
    }

    private void Change(ConfigSnapshot snapshot)
    {
        LookupWays before;
        lock (_gate)
        {
            if (_closed)
                return;
            before = _ways;
            Volatile.Write(ref _ways, Open(snapshot));
        }

        _ = CloseAsync(before);
    }

    private async Task CloseAsync(LookupWays ways)
    {
        try
        {
            await ways.DisposeAsync();
        }
        catch (Exception defect)
        {
            // Nobody waits for this; what an adapter does when it closes must not pass unseen.
            NotClosed(defect);
        }
    }

    private LookupWays Open(ConfigSnapshot snapshot) => new(snapshot, _parts.Adapters, _parts.Context, _parts.Settings, _parts.Time, _logger);

    [LoggerMessage(1404, LogLevel.Error, "The way to {Tenant}/{Partner} cannot be opened")]
    private partial void NotOpened(Exception defect, string tenant, string partner);

    [LoggerMessage(1400, LogLevel.Error, "A way to a partner did not close")]
    private partial void NotClosed(Exception defect);
}
