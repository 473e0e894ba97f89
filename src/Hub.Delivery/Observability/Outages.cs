using System.Collections.Concurrent;
using Hub.Core.Storage;
using Microsoft.Extensions.Logging;

namespace Hub.Delivery.Observability;

/// <summary>Writes about lost dependencies without flooding the log: the database, the broker, and faults of the node's own loops. An absence that is expected has no stack trace.</summary>
internal sealed class Outages(ILogger logger, HubMetrics metrics, TimeProvider time)
{
    private readonly Outage _store = new(time);
    private readonly ConcurrentDictionary<string, Outage> _others = new(StringComparer.Ordinal);

    /// <summary>The database did not answer or could not commit.</summary>
    public void StoreFailed(StoreUnavailableException away)
    {
        metrics.StoreDown.Add(1);
        if (_store.Failed(out var lasted, out var failures))
            Log.StoreAway(logger, away.Message, Math.Round(lasted.TotalSeconds), failures);
    }

    /// <summary>The database did what it was asked.</summary>
    public void StoreWorked()
    {
        if (_store.Worked(out var lasted))
            Log.StoreBack(logger, Math.Round(lasted.TotalSeconds));
    }

    /// <summary>Something that is tried again failed, for whatever reason.</summary>
    /// <param name="what">What failed, as a noun.</param>
    /// <param name="failure">Why.</param>
    public void Failed(string what, Exception failure)
    {
        if (failure is StoreUnavailableException away)
        {
            StoreFailed(away);
            return;
        }

        var reason = failure.GetType().Name;
        if (!_others.GetOrAdd($"{what} {reason}", static (_, time) => new Outage(time), time).Failed(out _, out var failures))
            return;
        if (IsAbsence(failure))
            Log.Unavailable(logger, what, reason, failures);
        else
            Log.LoopFailed(logger, failure, what, failures);
    }

    // Lost connections and brokers that close a channel: the type says all there is to say.
    private static bool IsAbsence(Exception failure) =>
        failure is IOException or TimeoutException or System.Net.Sockets.SocketException or ObjectDisposedException
        || failure.GetType().Namespace?.StartsWith("RabbitMQ.", StringComparison.Ordinal) == true;
}
