using Hub.Core.Tenants;
using Hub.Host.Composition;
using Quartz;

namespace Hub.Host.Retention;

/// <summary>The calendar of deleting bodies: a Quartz job that fires each hour, more often where bodies are kept for hours only. Nothing is started while no tenant says how long they are kept.</summary>
public sealed partial class RetentionSchedule : IAsyncDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    private static readonly JobKey Key = new("bodies", "retention");

    private readonly HubServices _services;
    private readonly RetentionRun _run;
    private readonly ILogger _logger;
    private readonly SemaphoreSlim _gate = new(1, 1);
    private IScheduler? _scheduler;
    private TimeSpan _every;
    private bool _stopped;

    /// <summary>Starts to follow the configuration.</summary>
    /// <param name="services">What the node is made of; its database answers.</param>
    public RetentionSchedule(HubServices services)
    {
        ArgumentNullException.ThrowIfNull(services);
        (_services, _run) = (services, new RetentionRun(services));
        _logger = services.Logs.CreateLogger<RetentionSchedule>();
        services.Snapshots.Changed += OnChanged;
        OnChanged(services.Snapshots.Current);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _services.Snapshots.Changed -= OnChanged;
        await _gate.WaitAsync();
        _stopped = true;
        if (_scheduler is not null)
            await _scheduler.Shutdown(true);
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
            var kept = _services.Snapshots.Current.Tenants.Select(t => t.Retention?.Bodies).OfType<TimeSpan>().ToList();
            var every = kept.Count == 0 ? TimeSpan.Zero : Clamp(kept.Min() / 10);
            if (_stopped || every == _every)
                return;
            _every = every;
            if (_scheduler is not null)
                await _scheduler.DeleteJob(Key);
            if (every > TimeSpan.Zero)
                await PlanAsync(_scheduler ??= await StartAsync(), every);
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task PlanAsync(IScheduler scheduler, TimeSpan every)
    {
        var trigger = TriggerBuilder.Create(_services.Time).ForJob(Key).WithIdentity(Key.Name, Key.Group).StartNow()
            .WithSchedule(SimpleScheduleBuilder.Create().WithInterval(every).RepeatForever().WithMisfireInstruction(SimpleTriggerMisfireInstruction.NextWithRemainingCount)).Build();
        await scheduler.ScheduleJob(JobBuilder.Create<RetentionJob>().WithIdentity(Key).Build(), [trigger], new ScheduleJobOptions { Replace = true });
    }

    private async Task<IScheduler> StartAsync()
    {
        var scheduler = await QuartzSchedulerBuilder.Create(quartz => quartz
            .ConfigureScheduler(o => o.InstanceName = $"retention-{Guid.NewGuid():N}")
            .UseDefaultThreadPool(1)
            .UseTimeProvider(_services.Time)
            .UseInMemoryStore()
            .UseJobFactory(new RetentionJobs(_run))).BuildScheduler();
        await scheduler.Start();
        return scheduler;
    }

    private static TimeSpan Clamp(TimeSpan every) => every < Shortest ? Shortest : every > Longest ? Longest : every;

    [LoggerMessage(1702, LogLevel.Error, "Retention does not follow the configuration ({Type}): the next change tries again\n{Stack}")]
    private partial void Failed(string? type, string? stack);
}
