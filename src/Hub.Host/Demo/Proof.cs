using Hub.Core.Deliveries;
using Hub.Core.Storage;
using Hub.Simulators.Dignio;
using Hub.Simulators.Gerica;

namespace Hub.Host.Demo;

/// <summary>Shows that in = out, by three ledgers that know nothing of each other: what the vendor was answered, what the hub has stored, and what took effect in the journal. Pure.</summary>
internal static class Proof
{
    private const string Vendor = "dignio";
    private const string Journal = "gerica";

    /// <summary>The differences between the ledgers of one tenant.</summary>
    /// <param name="tenant">Tenant name.</param>
    /// <param name="feed">The vendor's ledger.</param>
    /// <param name="messages">The tenant's messages.</param>
    /// <param name="effects">The journal's effects.</param>
    /// <param name="report">The journal's report.</param>
    /// <returns>One sentence each; empty when the ledgers agree.</returns>
    public static IReadOnlyList<string> Differences(
        string tenant, IReadOnlyList<FeedEntry> feed, IReadOnlyList<MessageView> messages, IReadOnlyList<Effect> effects, LedgerReport report)
    {
        var differences = new List<string>();
        Intake(tenant, feed, [.. messages.Where(m => m.Message.Source == Vendor)], differences);
        Effects(tenant, messages, effects, differences);
        differences.AddRange(report.EffectTwice.Select(d => $"{tenant}: delivery {d} took effect twice"));
        differences.AddRange(report.OutOfOrder.Select(d => $"{tenant}: delivery {d} took effect after a later one of the same patient"));
        return differences;
    }

    private static void Intake(string tenant, IReadOnlyList<FeedEntry> feed, IReadOnlyList<MessageView> messages, List<string> differences)
    {
        var stored = messages.CountBy(m => m.SourceId).ToDictionary();
        var sent = feed.ToDictionary(e => e.EventId);
        foreach (var entry in feed)
        {
            if (entry.State == FeedState.Taken && !stored.ContainsKey(entry.EventId))
                differences.Add($"{tenant}: event {entry.EventId} was answered {entry.Status} and is not stored");
            if (entry.State == FeedState.Refused)
                differences.Add($"{tenant}: event {entry.EventId} was refused with {entry.Status}");
        }
        foreach (var (id, count) in stored)
        {
            if (!sent.ContainsKey(id))
                differences.Add($"{tenant}: message {id} is stored and was never sent");
            if (count > 1)
                differences.Add($"{tenant}: event {id} is stored {count} times");
        }
    }

    private static void Effects(string tenant, IReadOnlyList<MessageView> messages, IReadOnlyList<Effect> effects, List<string> differences)
    {
        var states = messages.SelectMany(m => m.Deliveries).Where(d => d.Row.Partner == Journal).ToDictionary(d => d.Row.Id, d => d.Row.State);
        var took = effects.Select(e => e.Delivery).OfType<DeliveryId>().ToHashSet();
        differences.AddRange(effects.Where(e => e.Delivery is null).Select(e => $"{tenant}: effect {e.No} has no key of the hub"));
        foreach (var (id, state) in states)
        {
            if (state == DeliveryState.Delivered && !took.Contains(id))
                differences.Add($"{tenant}: delivery {id} is delivered and took no effect");
            if (state is DeliveryState.DeadLettered or DeliveryState.Discarded && took.Contains(id))
                differences.Add($"{tenant}: delivery {id} is a dead letter and took effect");
        }
        differences.AddRange(took.Where(id => !states.ContainsKey(id)).Select(id => $"{tenant}: delivery {id} took effect and is not one of this tenant"));
    }
}
