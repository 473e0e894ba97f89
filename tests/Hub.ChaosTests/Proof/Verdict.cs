using Hub.Simulators.Gerica;

namespace Hub.ChaosTests.Proof;

/// <summary>Compares the three accounts. Pure.</summary>
internal static class Verdict
{
    private const int Shown = 5;

    /// <summary>Every way in which a promise was broken; empty when all were kept.</summary>
    public static IReadOnlyList<string> Breaches(Evidence evidence) =>
    [
        .. Answers(evidence),
        .. Balance(evidence),
        .. EachOnce(evidence),
        .. Tenants(evidence),
        .. Order(evidence),
    ];

    private static IEnumerable<string> Answers(Evidence e)
    {
        var unanswered = e.Sent.Count(s => s.MessageId is null && s.Refused is null);
        if (unanswered > 0)
            yield return $"{unanswered} events never got an answer";
        if (e.Sent.FirstOrDefault(s => s.Refused is not null) is { } refused)
            yield return $"{e.Sent.Count(s => s.Refused is not null)} events were refused, the first with {refused.Refused}";
        foreach (var shared in e.Sent.Where(s => s.MessageId is not null).GroupBy(s => s.MessageId).Where(g => g.Count() > 1).Take(Shown))
            yield return $"message {shared.Key} was the answer to {shared.Count()} different events";
    }

    private static IEnumerable<string> Balance(Evidence e)
    {
        var accepted = e.Sent.Count(s => s.MessageId is not null);
        if (!e.Hub.Balances)
            yield return $"the hub's ledger does not balance: {e.Hub}";
        if (e.Hub.Pending != 0)
            yield return $"{e.Hub.Pending} deliveries are still pending after the drain";
        if (e.Hub.Accepted != accepted)
            yield return $"the sender was promised {accepted} events, the hub accounts for {e.Hub.Accepted}";
        var dead = e.Sent.Count(s => s.MessageId is not null && s.Patient == e.UnknownPatient);
        if (e.Hub.DeadLettered != dead)
            yield return $"{dead} events had to become dead letters, {e.Hub.DeadLettered} did";
        if (e.Hub.Delivered != e.Effects.Count)
            yield return $"the hub delivered {e.Hub.Delivered}, the receiver has {e.Effects.Count}";
    }

    private static IEnumerable<string> EachOnce(Evidence e)
    {
        var effects = e.Effects.GroupBy(x => x.Delivery?.MessageId).ToDictionary(g => g.Key ?? 0, g => g.Count());
        var due = e.Sent.Where(s => s.MessageId is not null && s.Patient != e.UnknownPatient).Select(s => s.MessageId!.Value).ToHashSet();
        var lost = due.Where(id => !effects.ContainsKey(id)).ToList();
        if (lost.Count > 0)
            yield return $"{lost.Count} accepted events never took effect: {string.Join(", ", lost.Order().Take(Shown))}";
        var twice = effects.Where(x => x.Value > 1).ToList();
        if (twice.Count > 0)
            yield return $"{twice.Count} events took effect more than once: {string.Join(", ", twice.Select(x => x.Key).Order().Take(Shown))}";
        var foreign = effects.Keys.Where(id => !due.Contains(id)).ToList();
        if (foreign.Count > 0)
            yield return $"{foreign.Count} effects belong to no accepted event: {string.Join(", ", foreign.Order().Take(Shown))}";
    }

    private static IEnumerable<string> Tenants(Evidence e)
    {
        var owners = e.Sent.Where(s => s.MessageId is not null).DistinctBy(s => s.MessageId).ToDictionary(s => s.MessageId!.Value);
        var astray = e.Effects.Count(x => x.Delivery is { } d && owners.TryGetValue(d.MessageId, out var s) && (s.Tenant != x.Client || s.Patient != x.Patient));
        if (astray > 0)
            yield return $"{astray} effects reached another tenant's journal or another patient";
    }

    private static IEnumerable<string> Order(Evidence e)
    {
        var sent = e.Sent.Where(s => s.MessageId is not null).GroupBy(s => (s.Tenant, s.Patient)).ToDictionary(g => g.Key, g => g.Select(s => s.MessageId!.Value).Distinct().ToList());
        foreach (var lane in e.Effects.GroupBy(x => (x.Client, x.Patient)))
        {
            var place = sent.GetValueOrDefault(lane.Key, []).Select((id, index) => (id, index)).ToDictionary(x => x.id, x => x.index);
            if (Late(lane, place) is { } late)
                yield return $"message {late.Delivery?.MessageId} of {lane.Key.Client} took effect after a later one of the same patient; arrived so: {string.Join(' ', lane.OrderBy(x => x.No).Take(12).Select(x => x.Delivery?.MessageId))} ...";
        }
    }

    private static Effect? Late(IEnumerable<Effect> lane, Dictionary<long, int> place)
    {
        var furthest = -1;
        foreach (var effect in lane.OrderBy(x => x.No))
        {
            if (effect.Delivery is not { } d || !place.TryGetValue(d.MessageId, out var index))
                continue;
            if (index < furthest)
                return effect;
            furthest = index;
        }

        return null;
    }
}
