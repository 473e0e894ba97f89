using System.Collections.Concurrent;

namespace Hub.Adapters.Ebxml.Receiving;

/// <summary>How many messages that a partner did not sign are answered to it: enough for a partner whose certificate was renewed before the register was, too few to flood it or the store. What is not answered is not lost: its sender sends it again.</summary>
internal sealed class StrangerBudget
{
    /// <summary>Answers at once.</summary>
    public const int Burst = 100;

    private static readonly TimeSpan Refill = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<(string Tenant, string Partner), Purse> _purses = new();

    /// <summary>Takes one answer out.</summary>
    /// <param name="tenant">Tenant.</param>
    /// <param name="partner">The partner as configured, of which there are few.</param>
    /// <param name="now">The time.</param>
    /// <returns>False when there is none left for now.</returns>
    public bool Take(string tenant, string partner, DateTimeOffset now)
    {
        var purse = _purses.GetOrAdd((tenant, partner), static _ => new Purse());
        lock (purse)
        {
            // Full again at an instant: one answer moves it by one refill.
            var earliest = now - Refill * Burst;
            if (purse.SpentUntil < earliest)
                purse.SpentUntil = earliest;
            if (purse.SpentUntil + Refill > now)
                return false;
            purse.SpentUntil += Refill;
            return true;
        }
    }

    private sealed class Purse
    {
        public DateTimeOffset SpentUntil { get; set; } = DateTimeOffset.MinValue;
    }
}
