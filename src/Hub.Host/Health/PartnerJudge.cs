using Hub.Core.Tenants;

namespace Hub.Host.Health;

/// <summary>Judges how a partner fares. Looks at nothing but what it is given.</summary>
internal static class PartnerJudge
{
    private static readonly TimeSpan Idle = TimeSpan.FromDays(1);

    /// <summary>Judges.</summary>
    /// <param name="facts">What is known.</param>
    /// <param name="limits">Limits of its tenant.</param>
    /// <param name="now">The time now.</param>
    /// <returns>How it fares.</returns>
    public static PartnerHealth Of(PartnerFacts facts, AlertLimits limits, DateTimeOffset now)
    {
        var contacts = facts.Contacts;
        var down = contacts.Where(c => c.Circuit is "open" or "halfOpen").ToList();
        var failure = contacts.Where(c => c.FailedAt is not null).MaxBy(c => c.FailedAt);
        var health = new PartnerHealth(facts.Partner, PartnerState.Ok)
        {
            Circuit = down.Count > 0 ? down[0].Circuit : contacts.Any(c => c.Circuit is not null) ? "closed" : null,
            Waiting = facts.Waiting?.Count ?? 0,
            WaitingPaused = facts.Waiting?.Paused ?? 0,
            OldestWaitingAt = facts.Waiting?.OldestAt,
            OldestUnpausedAt = facts.Waiting?.OldestUnpausedAt,
            LastSuccessAt = Latest(contacts.Select(c => c.SucceededAt).Append(facts.Feed?.ReadAt)),
            LastFailureAt = failure?.FailedAt,
            LastError = facts.Feed?.Error ?? failure?.Error,
            LastReceivedAt = Latest(contacts.Select(c => c.ReceivedAt)),
            Ahead = contacts.Select(c => c.Ahead).OfType<TimeSpan>().OrderByDescending(a => a.Duration()).Cast<TimeSpan?>().FirstOrDefault(),
            Certificates = facts.Certificates,
            Routes = facts.Routes,
            Pauses = facts.Pauses,
        };
        if (facts.IsPaused)
            return health with { State = PartnerState.Paused, Since = Earliest(facts.Pauses.Select(p => (DateTimeOffset?)p.Since)), WaitingPaused = health.Waiting, OldestUnpausedAt = null };
        if (down.Count > 0 || facts.Feed?.FailedSince is not null)
            return health with { State = PartnerState.Down, Since = Earliest(down.Select(d => d.CircuitSince).Append(facts.Feed?.FailedSince)) };
        if (SilentSince(facts, health.LastReceivedAt, now) is { } heard)
            return health with { State = PartnerState.Silent, Since = heard, Unsure = Silence.Of(facts.Partner.Expects!, Later(heard, facts.ListeningSince), now) <= facts.Partner.Expects!.Every };
        if (health.OldestUnpausedAt is { } oldest && now - oldest > limits.QueueAge)
            health = health with { State = PartnerState.Slow };
        else if (health.OldestUnpausedAt is null && !Recent(health.LastReceivedAt, now) && !Recent(health.LastSuccessAt, now))
            health = health with { State = PartnerState.Idle };

        // A node that has just started believes in every partner until a delivery has failed.
        return health with { Unsure = health.OldestUnpausedAt is not null && health.LastFailureAt is { } failed && !(health.LastSuccessAt > failed) };
    }

    private static DateTimeOffset? SilentSince(PartnerFacts facts, DateTimeOffset? received, DateTimeOffset now)
    {
        if (facts.Partner.Expects is not { } expected || facts.Contacts.Count == 0)
            return null;
        var heard = received ?? facts.Contacts.Min(c => c.KnownAt);
        return Silence.Of(expected, heard, now) > expected.Every ? heard : null;
    }

    private static bool Recent(DateTimeOffset? at, DateTimeOffset now) => at is { } moment && now - moment < Idle;

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static DateTimeOffset? Latest(IEnumerable<DateTimeOffset?> times) => times.Max();

    private static DateTimeOffset? Earliest(IEnumerable<DateTimeOffset?> times) => times.Where(t => t is not null).Min();
}
