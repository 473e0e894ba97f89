using Hub.Core.Errors;
using Hub.Core.Tenants;

namespace Hub.Core.Deliveries;

/// <summary>Decides whether and when a failed delivery is tried again. Pure: chance comes in as a sample.</summary>
public static class RecoveryPolicy
{
    /// <summary>Longest <c>Retry-After</c> that is honoured: 1 h. A partner that asks for more is asked again after this.</summary>
    public static TimeSpan LongestRetryAfter { get; } = TimeSpan.FromHours(1);

    /// <summary>Decides.</summary>
    /// <param name="failure">The failed try.</param>
    /// <param name="config">The route's schedule.</param>
    /// <param name="now">The time now.</param>
    /// <returns>A time for the next try, never after the give-up time, or a dead letter with the error's own code (permanent) or <see cref="DeliveryErrors.GivenUp"/>.</returns>
    public static Recovery Decide(FailedTry failure, RetryConfig config, DateTimeOffset now)
    {
        if (!failure.Error.Retryable)
            return new Recovery.DeadLetter(failure.Error.Code);
        var delay = Delay(failure, config);
        var left = GiveUpAt(failure.AcceptedAt, config) - now;
        return delay <= left ? new Recovery.RetryAt(now + delay) : new Recovery.DeadLetter(DeliveryErrors.GivenUp.Code);
    }

    /// <summary>When a delivery is given up.</summary>
    /// <param name="acceptedAt">When its message was taken in.</param>
    /// <param name="config">The route's schedule.</param>
    /// <returns>The time; the end of time when the sum is not a date.</returns>
    public static DateTimeOffset GiveUpAt(DateTimeOffset acceptedAt, RetryConfig config) =>
        config.GiveUpAfter < DateTimeOffset.MaxValue - acceptedAt ? acceptedAt + config.GiveUpAfter : DateTimeOffset.MaxValue;

    // Jitter only lengthens: a partner that is coming back must not be met earlier than the schedule promises, and with one sample later tries never wait less.
    private static TimeSpan Delay(FailedTry failure, RetryConfig config)
    {
        var planned = config.Delays.Count == 0
            ? TimeSpan.Zero
            : config.Delays[Math.Clamp(failure.Attempt - 1, 0, config.Delays.Count - 1)];
        var spread = Math.Clamp(config.Jitter, 0, 1) * Math.Clamp(failure.Sample, 0, 1);
        var delay = planned + TimeSpan.FromTicks((long)(planned.Ticks * spread));
        if (failure.RetryAfter is not { } asked)
            return delay;
        var bounded = asked < LongestRetryAfter ? asked : LongestRetryAfter;
        return bounded > delay ? bounded : delay;
    }
}

/// <summary>A try that failed.</summary>
/// <param name="Attempt">1 for the first try.</param>
/// <param name="Error">Why.</param>
/// <param name="RetryAfter">How long the partner asked the hub to wait, null when it did not say.</param>
/// <param name="AcceptedAt">When the message was taken in.</param>
/// <param name="Sample">A random number from 0 to 1 that spreads retries.</param>
public readonly record struct FailedTry(int Attempt, HubError Error, TimeSpan? RetryAfter, DateTimeOffset AcceptedAt, decimal Sample);
