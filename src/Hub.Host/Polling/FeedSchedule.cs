using System.Collections.Concurrent;
using Hub.Core.Tenants;
using Quartz;

namespace Hub.Host.Polling;

/// <summary>The calendar of fetching: one Quartz job for each partner with <c>inbound: { auth: poll }</c>, following the configuration. Nothing is started while no partner is fetched from.</summary>
public sealed partial class FeedSchedule : IAsyncDisposable
{
    /// <summary>How many feeds one node reads at a time.</summary>
    private const int AtOnce = 32;

    private readonly FeedParts _parts;
    private readonly ILogger _logger;
    private readonly ConcurrentDictionary<JobKey, (FeedLine Line, PartnerConfig Config)> _lines = new();
    private readonly SemaphoreSlim _gate = new(1, 1);
    private IScheduler? _scheduler;
    private bool _stopped;

    /// <summary>Starts to follow the configuration.</summary>
    /// <param name="parts">What it works with; the engine has started.</param>
    public FeedSchedule(FeedParts parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        _parts = parts;
        _logger = parts.Logs.CreateLogger<FeedSchedule>();
        parts.Snapshots.Changed += OnChanged;
        OnChanged(parts.Snapshots.Current);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _parts.Snapshots.Changed -= OnChanged;
        await _gate.WaitAsync();
        _stopped = true;
        if (_scheduler is not null)
            await _scheduler.Shutdown(false);
        foreach (var (line, _) in _lines.Values)
            await line.DisposeAsync();
        _lines.Clear();
        _gate.Release();
    }

    private async void OnChanged(ConfigSnapshot snapshot)
    {
        try
        {
            await Task.Run(FollowAsync);
        }
#pragma warning disable CA1031 // There is nobody above to tell; the next change of the configuration tries again.
        catch (Exception defect)
#pragma warning restore CA1031
        {
            Failed(defect.GetType().FullName, defect.StackTrace);
        }
    }

    private async Task FollowAsync()
    {
        await _gate.WaitAsync();
        try
        {
            if (_stopped)
                return;
            var wanted = _parts.Polled(_parts.Snapshots.Current).ToDictionary(KeyOf);
            foreach (var key in _lines.Keys.Where(k => !wanted.ContainsKey(k)).ToList())
                await DropAsync(key);
            foreach (var (key, partner) in wanted.Where(w => !_lines.TryGetValue(w.Key, out var known) || !ReferenceEquals(known.Config, w.Value)))
                await PlanAsync(key, partner);
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task DropAsync(JobKey key)
    {
        await _scheduler!.DeleteJob(key);
        if (_lines.TryRemove(key, out var gone))
            await gone.Line.DisposeAsync();
    }

    // A new configuration is read at once, whatever the old one waited for.
    private async Task PlanAsync(JobKey key, PartnerConfig partner)
    {
        var scheduler = _scheduler ??= await StartAsync();
        var line = _lines.TryGetValue(key, out var known) ? known.Line : new FeedLine(_parts, partner.Tenant, partner.Name);
        _lines[key] = (line, partner);
        var job = JobBuilder.Create<PollJob>().WithIdentity(key).Build();
        var trigger = TriggerBuilder.Create(_parts.Time).ForJob(key).WithIdentity(key.Name, key.Group).StartNow()
            .WithSchedule(SimpleScheduleBuilder.Create().WithInterval(partner.Inbound!.Every).RepeatForever()
                .WithMisfireInstruction(SimpleTriggerMisfireInstruction.NextWithRemainingCount)).Build();
        await scheduler.ScheduleJob(job, [trigger], new ScheduleJobOptions { Replace = true });
    }

    private async Task<IScheduler> StartAsync()
    {
        // Several hubs may share a process, and Quartz knows its schedulers by name.
        var scheduler = await QuartzSchedulerBuilder.Create(quartz => quartz
            .ConfigureScheduler(o => o.InstanceName = $"feeds-{Guid.NewGuid():N}")
            .UseDefaultThreadPool(AtOnce)
            .UseTimeProvider(_parts.Time)
            .UseInMemoryStore()
            .UseJobFactory(new PollJobs(key => _lines.TryGetValue(key, out var found) ? found.Line : null))).BuildScheduler();
        await scheduler.Start();
        return scheduler;
    }

    private static JobKey KeyOf(PartnerConfig partner) => new(partner.Name, partner.Tenant);

    [LoggerMessage(1531, LogLevel.Error, "Feeds do not follow the configuration ({Type}): the next change tries again\n{Stack}")]
    private partial void Failed(string? type, string? stack);
}
