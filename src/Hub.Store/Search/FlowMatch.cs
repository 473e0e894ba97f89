using Hub.Core.Storage;
using Hub.Store.Flows;

namespace Hub.Store.Search;

/// <summary>Which flows a filter asks for. Messages whose flow is not known are always looked at. Pure.</summary>
internal sealed class FlowMatch
{
    private readonly Dictionary<int, Flow> _flows;

    private FlowMatch(Dictionary<int, Flow> flows, bool isEverything)
    {
        _flows = flows;
        IsEverything = isEverything;
    }

    /// <summary>True when no flow is left out.</summary>
    public bool IsEverything { get; }

    /// <summary>Numbers of the flows.</summary>
    public int[] Flows => [0, .. _flows.Keys];

    /// <summary>Matches.</summary>
    public static FlowMatch Of(MessageFilter filter, IReadOnlyList<Flow> all)
    {
        var some = all.Where(f => Fits(filter, f.Key)).ToDictionary(f => f.Id);
        return new FlowMatch(some, some.Count == all.Count);
    }

    /// <summary>Which texts of deliveries in trouble are asked for.</summary>
    public string[] Flagged(IReadOnlyList<string> texts, MessageFilter filter) => [.. texts.Where(t => Fits(filter, FlagText.Of(t)))];

    private bool Fits(MessageFilter filter, FlagText flag)
    {
        if ((filter.State ?? flag.State) != flag.State || (filter.Error ?? flag.Error) != flag.Error)
            return false;
        if (flag.Flow == 0)
            return true;
        return _flows.TryGetValue(flag.Flow, out var flow)
            && (flag.No > flow.Key.Ends.Length || Fits(filter, flow.Key.Ends[flag.No - 1]));
    }

    private static bool Fits(MessageFilter filter, in FlowKey key)
    {
        if ((filter.Tenant ?? key.Tenant) != key.Tenant
            || (filter.Source ?? key.Source) != key.Source
            || (filter.Content ?? key.Kind) != key.Kind
            || (filter.Triage ?? key.Triage) != key.Triage)
            return false;
        if (filter is { Partner: null, Route: null } && (filter.Party ?? key.Source) == key.Source)
            return true;
        foreach (var end in key.Ends)
        {
            if (Fits(filter, end))
                return true;
        }

        return false;
    }

    private static bool Fits(MessageFilter filter, FlowEnd end) =>
        (filter.Partner ?? end.Partner) == end.Partner && (filter.Route ?? end.Route) == end.Route && (filter.Party ?? end.Partner) == end.Partner;
}
