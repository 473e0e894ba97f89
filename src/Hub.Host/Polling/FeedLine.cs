using Hub.Core.Adapters;
using Hub.Core.Errors;
using Hub.Core.Storage;
using Hub.Core.Tenants;

namespace Hub.Host.Polling;

/// <summary>The feed of one partner in this node: opened anew when the configuration changes, read by one reading at a time.</summary>
internal sealed partial class FeedLine : IAsyncDisposable
{
    private readonly FeedParts _parts;
    private readonly string _tenant;
    private readonly string _partner;
    private readonly ILogger _logger;
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly CancellationTokenSource _retired = new();
    private (PartnerConfig Config, IFeed Feed)? _open;
    private bool _away;

    public FeedLine(FeedParts parts, string tenant, string partner)
    {
        (_parts, _tenant, _partner) = (parts, tenant, partner);
        _logger = parts.Logs.CreateLogger<FeedLine>();
    }

    /// <summary>Reads the feed when it is time and no other node does. Never throws; a second call while the first runs does nothing.</summary>
    /// <param name="cancel">Gives up.</param>
    /// <returns>When read.</returns>
    public async Task RunAsync(CancellationToken cancel)
    {
        if (!await _gate.WaitAsync(0, CancellationToken.None))
            return;
        try
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, _retired.Token);
            await ReadAsync(either.Token);
            _away = false;
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested || _retired.IsCancellationRequested)
        {
            return;
        }
        catch (StoreUnavailableException)
        {
            if (!_away)
                Away(_tenant, _partner);
            _away = true;
        }
#pragma warning disable CA1031 // The next reading may go well; what went wrong is logged.
        catch (Exception defect)
#pragma warning restore CA1031
        {
            Failed(_tenant, _partner, defect.GetType().FullName, defect.StackTrace);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _retired.CancelAsync();

        // Kept for good: nothing is read through a line that is retired.
        await _gate.WaitAsync();
        await CloseAsync();
        _parts.Meter.Forget(_tenant, _partner);
        _retired.Dispose();
    }

    private async Task ReadAsync(CancellationToken cancel)
    {
        if (_parts.Snapshots.Current.Tenant(_tenant) is not { } tenant || tenant.Partners.GetValueOrDefault(_partner) is not { } partner || !_parts.IsPolled(partner))
            return;
        var isNew = !ReferenceEquals(_open?.Config, partner);
        var (lease, seen) = await FeedLease.TakeAsync(_parts, partner, isNew, cancel);
        _parts.Meter.Saw(_tenant, _partner, seen.ReadAt);
        if (lease is null)
            return;
        var started = _parts.Time.GetUtcNow();
        var end = FeedEnd.Failed(LookupErrors.Failed.At());
        try
        {
            end = await new FeedRun(_parts, partner, await FeedAsync(tenant, partner), lease, _logger).RunAsync(cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            end = FeedEnd.BrokenOff;
            throw;
        }
        catch (StoreUnavailableException)
        {
            end = FeedEnd.Held(IntakeErrors.StoreDown.At());
            throw;
        }
        finally
        {
            await EndAsync(lease, partner, started, end);
        }
    }

    private async Task EndAsync(FeedLease lease, PartnerConfig partner, DateTimeOffset started, FeedEnd end)
    {
        if (end.Lost)
            return;
        var now = _parts.Time.GetUtcNow();
        var state = end.Error is { } error ? lease.State.Failed(error.Code, end.ByPartner, now)
            : end.More ? lease.State
            : lease.State.Succeeded(now);
        if (end.Error is not null || !end.More)
            _parts.Meter.Read(partner, state.Error);
        if (lease.State.Error != state.Error)
            Tell(state.Error);
        var next = end.More ? now : FeedPace.Next(started, now, partner.Inbound!.Every, state.Failures);
        if (await lease.ReleaseAsync(state, next, CancellationToken.None))
            _parts.Meter.Saw(_tenant, _partner, state.ReadAt);
    }

    private async Task<IFeed> FeedAsync(TenantConfig tenant, PartnerConfig partner)
    {
        if (_open is { } open && ReferenceEquals(open.Config, partner))
            return open.Feed;
        await CloseAsync();
        var feed = ((IPolledAdapter)_parts.Adapters.Find(partner.Adapter)!).OpenFeed(partner, _parts.Context(tenant));
        _open = (partner, feed);
        return feed;
    }

    private async Task CloseAsync()
    {
        if (_open is { } open)
            await open.Feed.DisposeAsync();
        _open = null;
    }

    private void Tell(string? error)
    {
        if (error is null)
            Reads(_tenant, _partner);
        else
            Fails(_tenant, _partner, error);
    }

    [LoggerMessage(1501, LogLevel.Warning, "The feed {Tenant}/{Partner} cannot be read ({Code}); it is tried again")]
    private partial void Fails(string tenant, string partner, string code);

    [LoggerMessage(1502, LogLevel.Information, "The feed {Tenant}/{Partner} is read again")]
    private partial void Reads(string tenant, string partner);

    [LoggerMessage(1503, LogLevel.Warning, "The database does not answer: the feed {Tenant}/{Partner} waits")]
    private partial void Away(string tenant, string partner);

    [LoggerMessage(1504, LogLevel.Error, "Reading the feed {Tenant}/{Partner} failed ({Type}); it is tried again\n{Stack}")]
    private partial void Failed(string tenant, string partner, string? type, string? stack);
}
