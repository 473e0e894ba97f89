using Hub.Host.Configuration;

namespace Hub.Host.Alerts;

/// <summary>Decides what becomes of alerts, from what is kept and what was found. Looks at nothing else.</summary>
internal static class AlertPlan
{
    /// <summary>What is to be kept anew.</summary>
    /// <param name="open">Alerts that are open.</param>
    /// <param name="found">What each rule found; null where it could not tell.</param>
    /// <param name="now">The time now.</param>
    /// <param name="calm">How long a cause must be gone.</param>
    /// <returns>The alerts that open, change or close, as they are to be kept.</returns>
    public static IReadOnlyList<StoredAlert> Of(
        IReadOnlyList<StoredAlert> open, IReadOnlyDictionary<string, IReadOnlyList<Alert>?> found, DateTimeOffset now, TimeSpan calm)
    {
        var steps = new List<StoredAlert>();
        var known = open.ToDictionary(o => o.Alert.Id, StringComparer.Ordinal);
        var there = found.Values.OfType<IReadOnlyList<Alert>>().SelectMany(a => a).DistinctBy(a => a.Id).ToDictionary(a => a.Id, StringComparer.Ordinal);
        steps.AddRange(there.Values.Where(a => !a.OnlyStays && !known.ContainsKey(a.Id)).Select(a => new StoredAlert(a, now)));
        foreach (var stored in open)
        {
            if (there.TryGetValue(stored.Alert.Id, out var alert))
            {
                // A critical alert that was told as a warning is told again.
                var next = alert.OnlyStays ? stored with { GoneSince = null } : stored with { Alert = alert, GoneSince = null, Told = alert.Severity > stored.Alert.Severity ? Untold : stored.Told };
                if (next != stored)
                    steps.Add(next);
            }
            else if (!found.TryGetValue(stored.Alert.Rule, out var all) || all is not null)
            {
                var gone = stored.GoneSince ?? now;
                if (now - gone >= calm)
                    steps.Add(stored with { GoneSince = gone, ClosedAt = now });
                else if (stored.GoneSince is null)
                    steps.Add(stored with { GoneSince = gone });
            }
        }

        return steps;
    }

    /// <summary>What a receiver is to be told.</summary>
    /// <param name="alert">The alert.</param>
    /// <param name="receiver">The receiver.</param>
    /// <param name="now">The time now.</param>
    /// <param name="settings">After what time it is told again.</param>
    /// <returns>What; null when nothing.</returns>
    public static AlertEvent? Owed(StoredAlert alert, string receiver, DateTimeOffset now, AlertSettings settings)
    {
        var told = alert.Told.GetValueOrDefault(receiver);
        if (alert.ClosedAt is not null)
            return told is null or { Event: AlertEvent.Closed } ? null : AlertEvent.Closed;
        if (told is null)
            return AlertEvent.Opened;
        return alert.GoneSince is null && now - told.At >= settings.RepeatAfter ? AlertEvent.Repeated : null;
    }

    private static IReadOnlyDictionary<string, Told> Untold { get; } = new Dictionary<string, Told>();
}
