using Hub.Core.Storage;

namespace Hub.Store.Flows;

/// <summary>Which deliveries of known flows a filter asks for. Deliveries whose flow is not known yet are left out. Pure.</summary>
internal sealed class FlowEnds(FlowFilter filter, IReadOnlyDictionary<int, Flow> known)
{
    /// <summary>Whether a delivery is asked for.</summary>
    public bool Has(FlowDelivery delivery) => End(delivery) is not null;

    /// <summary>Where a delivery goes; null when it is not asked for.</summary>
    public FlowEnd? End(FlowDelivery delivery) =>
        known.TryGetValue(delivery.Flow, out var flow) && delivery.No <= flow.Key.Ends.Length && Has(filter, flow.Key.Ends[delivery.No - 1]) ? flow.Key.Ends[delivery.No - 1] : null;

    /// <summary>Whether messages of a flow are asked for.</summary>
    public static bool Has(FlowFilter filter, FlowKey key)
    {
        if ((filter.Tenant ?? key.Tenant) != key.Tenant || (filter.Source ?? key.Source) != key.Source)
            return false;
        return (filter.Partner is null && (filter.Party ?? key.Source) == key.Source) || key.Ends.Any(e => Has(filter, e));
    }

    /// <summary>Whether deliveries that go somewhere are asked for.</summary>
    public static bool Has(FlowFilter filter, FlowEnd end) => (filter.Partner ?? end.Partner) == end.Partner && (filter.Party ?? end.Partner) == end.Partner;
}
