using Hub.Core.Content;

namespace Hub.Store.Flows;

/// <summary>What messages that go the same way have in common: there are few of these, and every search but those by id begins with them.</summary>
/// <param name="Id">Number, above 0.</param>
/// <param name="Key">What they have in common.</param>
internal sealed record Flow(int Id, FlowKey Key);

/// <summary>Where a delivery goes.</summary>
/// <param name="Partner">Receiving partner.</param>
/// <param name="Route">Route.</param>
internal readonly record struct FlowEnd(string Partner, string Route);

/// <summary>Source, content and triage of a message, and where its deliveries go, in their order.</summary>
internal readonly struct FlowKey(string tenant, string source, ContentKind kind, Triage triage, FlowEnd[] ends) : IEquatable<FlowKey>
{
    public string Tenant => tenant;

    public string Source => source;

    public ContentKind Kind => kind;

    public Triage Triage => triage;

    public FlowEnd[] Ends => ends;

    public bool Equals(FlowKey other) =>
        Kind == other.Kind && Triage == other.Triage && Tenant == other.Tenant && Source == other.Source && Ends.AsSpan().SequenceEqual(other.Ends);

    public override bool Equals(object? obj) => obj is FlowKey other && Equals(other);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.Add(Tenant);
        hash.Add(Source);
        hash.Add((int)Kind);
        hash.Add((int)Triage);
        foreach (var end in Ends)
            hash.Add(end);
        return hash.ToHashCode();
    }

    /// <summary>The key of a message to be stored.</summary>
    public static FlowKey Of(Core.Storage.NewRawMessage raw, Core.Storage.NewMessage message)
    {
        var ends = new FlowEnd[message.Deliveries.Count];
        for (var i = 0; i < ends.Length; i++)
            ends[i] = new FlowEnd(message.Deliveries[i].Partner, message.Deliveries[i].Route);
        return new FlowKey(raw.Tenant, raw.Source, message.Kind, message.Triage, ends);
    }
}
