using Quartz;
using Quartz.Extensibility;

namespace Hub.Host.Retention;

/// <summary>Deletes bodies that are due once.</summary>
[DisallowConcurrentExecution]
internal sealed class RetentionJob(RetentionRun run) : IJob
{
    /// <inheritdoc/>
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await run.RunAsync(cancellationToken);
}

/// <summary>Makes the job.</summary>
internal sealed class RetentionJobs(RetentionRun run) : IJobFactory
{
    /// <inheritdoc/>
    public ValueTask<JobScope> CreateJob(TriggerFiredBundle bundle, IScheduler scheduler, CancellationToken cancellationToken = default) => new(new JobScope(new RetentionJob(run), null));

    /// <inheritdoc/>
    public ValueTask ReturnJob(JobScope scope, CancellationToken cancellationToken = default) => ValueTask.CompletedTask;
}
