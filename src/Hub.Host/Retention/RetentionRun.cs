using System.Globalization;
using Hub.Core.Storage;
using Hub.Core.Tenants;
using Hub.Host.Alerts;
using Hub.Host.Composition;

namespace Hub.Host.Retention;

/// <summary>Deletes bodies whose time is over, tenant by tenant, on one node of all.</summary>
/// <param name="services">What the node is made of.</param>
internal sealed partial class RetentionRun(HubServices services)
{
    private const int AtOnce = 500;
    private const int PartsAtOnce = 50;
    private static readonly TimeSpan LeaseLength = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(20);

    private readonly WorkLease _lease = new(services, "retention");
    private readonly ILogger _logger = services.Logs.CreateLogger<RetentionRun>();

    /// <summary>Deletes what is due now.</summary>
    /// <param name="cancel">Stops after the step under way.</param>
    /// <returns>When done.</returns>
    public async Task RunAsync(CancellationToken cancel)
    {
        try
        {
            var kept = services.Snapshots.Current.Tenants.Where(t => t.Retention is not null).ToList();
            foreach (var tenant in kept)
            {
                while (await _lease.TakeAsync(LeaseLength, cancel) && !await StepAsync(tenant, cancel))
                    await Task.Delay(Breath, services.Time, cancel);
            }

            // An action may be about all tenants: the longest time counts.
            var longest = kept.Select(t => t.Retention!.Bodies).DefaultIfEmpty(TimeSpan.MaxValue).Max();
            while (await _lease.TakeAsync(LeaseLength, cancel) && await PartsAsync(longest, cancel) == PartsAtOnce)
                await Task.Delay(Breath, services.Time, cancel);

            await _lease.ReleaseAsync(cancel);
        }
        catch (StoreUnavailableException)
        {
            // The next run goes on where this one stopped.
            return;
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return;
        }
#pragma warning disable CA1031 // The schedule must live on; what went wrong is logged.
        catch (Exception defect)
#pragma warning restore CA1031
        {
            Failed(defect.GetType().FullName, defect.StackTrace);
        }
    }

    private async Task<int> PartsAsync(TimeSpan kept, CancellationToken cancel)
    {
        var now = services.Time.GetUtcNow();
        return kept < now - DateTimeOffset.MinValue ? await services.Store.DeleteActionPartsAsync(now - kept, PartsAtOnce, cancel) : 0;
    }

    // True when nothing more is due.
    private async Task<bool> StepAsync(TenantConfig tenant, CancellationToken cancel)
    {
        var now = services.Time.GetUtcNow();
        var record = await services.Store.LatestAsync(tenant.Name, RecordKinds.Retention, RetentionState.Key, cancel);
        var state = record is null ? RetentionState.New : RetentionState.Of(record, services.Vault);
        var progress = await services.Store.DeleteBodiesAsync(new RetentionStep(tenant.Name, now - tenant.Retention!.Bodies, state.After, state.Late, AtOnce), cancel);
        var next = new RetentionState(progress.After, progress.Late, progress.OldestAt, now);
        await services.Store.AppendAsync(
            new NewRecord(tenant.Name, RecordKinds.Retention, RetentionState.Key, (record?.Version ?? 0) + 1, now, services.Settings.Node, next.Seal(tenant.Name, services.Vault))
            {
                KeepHistory = false,
                Audit = progress.Deleted == 0 ? null : new AuditEntry(
                    now, $"node:{services.Settings.Node}", "retention.bodies", tenant.Name, progress.After.ToString(CultureInfo.InvariantCulture), $"{progress.Deleted} messages; bodies are kept {DurationText.Write(tenant.Retention.Bodies)}"),
            },
            cancel);
        return progress.IsDone;
    }

    [LoggerMessage(1701, LogLevel.Error, "Deleting bodies failed ({Type}); the next run tries again\n{Stack}")]
    private partial void Failed(string? type, string? stack);
}
