using Quartz;
using Quartz.Extensibility;

namespace Hub.Host.Polling;

/// <summary>Reads one feed once. Fires as often as the partner's file says.</summary>
[DisallowConcurrentExecution]
internal sealed class PollJob(FeedLine line) : IJob
{
    /// <inheritdoc/>
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await line.RunAsync(cancellationToken);
}

/// <summary>Makes jobs of the lines that there are.</summary>
internal sealed class PollJobs(Func<JobKey, FeedLine?> find) : IJobFactory
{
    /// <inheritdoc/>
    public ValueTask<JobScope> CreateJob(TriggerFiredBundle bundle, IScheduler scheduler, CancellationToken cancellationToken = default) =>
        new(new JobScope(find(bundle.JobDetail.Key) is { } line ? new PollJob(line) : new NoJob(), null));

    /// <inheritdoc/>
    public ValueTask ReturnJob(JobScope scope, CancellationToken cancellationToken = default) => ValueTask.CompletedTask;

    // The partner was taken out while its trigger fired.
    private sealed class NoJob : IJob
    {
        public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => ValueTask.CompletedTask;
    }
}
