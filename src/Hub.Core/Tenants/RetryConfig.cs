namespace Hub.Core.Tenants;

/// <summary>How failures are retried.</summary>
/// <param name="Delays">Waiting time before each retry; the last one repeats until <paramref name="GiveUpAfter"/>.</param>
/// <param name="GiveUpAfter">Time from acceptance after which a delivery becomes a dead letter.</param>
/// <param name="Jitter">Share of a delay that is spread at random, 0 to 1.</param>
public sealed record RetryConfig(IReadOnlyList<TimeSpan> Delays, TimeSpan GiveUpAfter, decimal Jitter)
{
    /// <summary>Schedule <c>standard</c>: 1 s, 5 s, 30 s, 2 min, 10 min, 30 min, then hourly; given up after 96 h; a fifth spread.</summary>
    public static RetryConfig Default { get; } = new(
        [
            TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2),
            TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(30), TimeSpan.FromHours(1),
        ],
        TimeSpan.FromHours(96),
        0.2m);

    /// <summary>Schedule <c>fast</c>: 200 ms, 500 ms, 1 s, 2 s, then every 5 s; given up after 1 h. For demos and tests.</summary>
    public static RetryConfig Fast { get; } = new(
        [
            TimeSpan.FromMilliseconds(200), TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(5),
        ],
        TimeSpan.FromHours(1),
        0.2m);
}
