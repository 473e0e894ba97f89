namespace Hub.Simulators.Gerica;

/// <summary>A ledger in figures. Nothing in it names a patient.</summary>
/// <param name="Effects">Distinct effects.</param>
/// <param name="Repeats">Sent again after the effect.</param>
/// <param name="Conflicts">Other bytes under a known key.</param>
/// <param name="Refused">Documents refused for good, repeats included.</param>
/// <param name="ByClient">Effects by OAuth client.</param>
/// <param name="ByForm">Effects by form.</param>
/// <param name="EffectTwice">Deliveries of the hub that took effect under more than one key: a receiver without this ledger would show them twice. A remap by an operator does that on purpose.</param>
/// <param name="OutOfOrder">Deliveries that took effect after a later one of the same client and patient. A redelivery by an operator does that on purpose.</param>
public sealed record LedgerReport(
    int Effects,
    long Repeats,
    long Conflicts,
    int Refused,
    IReadOnlyDictionary<string, int> ByClient,
    IReadOnlyDictionary<string, int> ByForm,
    IReadOnlyList<string> EffectTwice,
    IReadOnlyList<string> OutOfOrder)
{
    internal static LedgerReport Of(IReadOnlyList<Effect> effects, int refused, long repeats, long conflicts, IEnumerable<IReadOnlyList<Effect>> lanes) => new(
        effects.Count,
        repeats,
        conflicts,
        refused,
        effects.CountBy(e => e.Client).ToDictionary(),
        effects.CountBy(e => e.Form).ToDictionary(),
        [.. effects.Where(e => e.Delivery is not null).GroupBy(e => (e.Client, e.Delivery)).Where(g => g.Count() > 1).Select(g => g.Key.Delivery!.Value.ToString())],
        [.. lanes.SelectMany(Late)]);

    private static IEnumerable<string> Late(IReadOnlyList<Effect> lane)
    {
        Core.Deliveries.DeliveryId? highest = null;
        foreach (var delivery in lane.Select(e => e.Delivery).OfType<Core.Deliveries.DeliveryId>())
        {
            if (highest is { } h && delivery < h)
                yield return delivery.ToString();
            else
                highest = delivery;
        }
    }
}
