using Hub.Core.Deliveries;

namespace Hub.Delivery.Pauses;

/// <summary>All pauses as they were read last. Looks at nothing but what it is given.</summary>
/// <param name="entries">Pauses by target.</param>
internal sealed class PauseBook(IReadOnlyList<PauseEntry> entries)
{
    /// <summary>Nothing is paused and nothing was.</summary>
    public static PauseBook Empty { get; } = new([]);

    public IReadOnlyList<PauseEntry> Entries => entries;

    /// <summary>Pauses that hold.</summary>
    public IReadOnlyList<Pause> At(DateTimeOffset now) =>
        entries.Count == 0 ? [] : [.. entries.Select(e => e.Current).OfType<Pause>().Where(p => p.Holds(now)).OrderBy(p => p.Target.Key, StringComparer.Ordinal)];

    /// <summary>Whether everything to a partner waits.</summary>
    public bool Holds(string tenant, string partner, DateTimeOffset now) =>
        entries.Count > 0 && entries.Any(e => e.Current is { Target: { Route: null } target } pause && pause.Holds(now) && target.Covers(tenant, partner, ""));

    /// <summary>Routes of a tenant whose deliveries wait.</summary>
    public IReadOnlyList<string> Routes(string tenant, DateTimeOffset now) =>
        entries.Count == 0 ? [] : [.. At(now).Where(p => p.Target.Tenant == tenant && p.Target.Route is not null).Select(p => p.Target.Route!)];

    /// <summary>Whether a delivery waits.</summary>
    public bool Holds(DeliveryRow row, DateTimeOffset now) =>
        entries.Count > 0 && entries.Any(e => e.Current is { } pause && pause.Holds(now) && e.Target.Covers(row.Tenant, row.Partner, row.Route));

    /// <summary>The times for which a delivery was made to wait since its give-up time began to run, in order and without overlap, up to now.</summary>
    public IReadOnlyList<PauseSpan> Spans(DeliveryRow row, DateTimeOffset now)
    {
        var spans = new List<PauseSpan>();
        var counted = row.AcceptedAt;
        foreach (var span in entries.Where(e => e.Target.Covers(row.Tenant, row.Partner, row.Route)).SelectMany(e => e.Spans(now)).OrderBy(s => s.From))
        {
            var from = span.From > counted ? span.From : counted;
            if (span.To <= from)
                continue;
            spans.Add(new PauseSpan(from, span.To));
            counted = span.To;
        }

        return spans;
    }

    /// <summary>The pauses for which a delivery waits now.</summary>
    public IReadOnlyList<Pause> Holding(DeliveryRow row, DateTimeOffset now) =>
        [.. entries.Where(e => e.Target.Covers(row.Tenant, row.Partner, row.Route)).Select(e => e.Current).OfType<Pause>().Where(p => p.Holds(now)).OrderBy(p => p.Since)];

    /// <summary>For how long a delivery was made to wait since its give-up time began to run. Pauses that overlap count once.</summary>
    public TimeSpan Waited(DeliveryRow row, DateTimeOffset now) =>
        entries.Count == 0 ? TimeSpan.Zero : Spans(row, now).Aggregate(TimeSpan.Zero, (sum, span) => sum + (span.To - span.From));
}
