using Hub.Core.Content;

namespace Hub.Core.Storage;

/// <summary>Management data: counts of what flowed, without personal data.</summary>
public interface IStatisticsStore
{
    /// <summary>Counts per day (UTC day of acceptance), content, triage, source and receiver.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>One line per group that had any, in the order of day, source, partner, content, triage.</returns>
    Task<IReadOnlyList<DailyCount>> DailyAsync(StatisticsFilter filter, CancellationToken cancel);
}

/// <summary>Which days to count.</summary>
/// <param name="Tenant">Tenant.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day, inclusive.</param>
public sealed record StatisticsFilter(string Tenant, DateOnly From, DateOnly To);

/// <summary>What flowed in one day from one source to one receiver.</summary>
/// <param name="Day">UTC day of acceptance.</param>
/// <param name="Source">Sending partner.</param>
/// <param name="Partner">Receiving partner; <c>-</c> for messages that no route wanted.</param>
/// <param name="Content">Kind of content.</param>
/// <param name="Triage">Traffic light.</param>
/// <param name="Messages">Messages taken in; one that goes to two receivers counts with each.</param>
/// <param name="Deliveries">Deliveries made.</param>
/// <param name="Delivered">Of these delivered.</param>
/// <param name="Failed">Of these dead-lettered or discarded.</param>
/// <param name="Pending">Of these still on their way.</param>
/// <param name="Retried">Of these such that needed more than one try.</param>
/// <param name="MedianDelayMs">The time from acceptance within which half of the delivered were (nearest rank), milliseconds; null when none was, or none since the hub keeps the time.</param>
/// <param name="P95DelayMs">The time within which 95 of 100 were (nearest rank), milliseconds; null as <paramref name="MedianDelayMs"/>.</param>
public sealed record DailyCount(
    DateOnly Day,
    string Source,
    string Partner,
    ContentKind Content,
    Triage Triage,
    long Messages,
    long Deliveries,
    long Delivered,
    long Failed,
    long Pending,
    long Retried,
    long? MedianDelayMs,
    long? P95DelayMs);
