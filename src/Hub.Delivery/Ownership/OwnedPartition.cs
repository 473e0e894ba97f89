using System.Collections.Concurrent;
using Hub.Delivery.Lanes;

namespace Hub.Delivery.Ownership;

/// <summary>A partition while this node owns it, with the epoch that everything written for it carries.</summary>
internal sealed class OwnedPartition(int number, long epoch)
{
    private volatile bool _leaving;

    public int Number { get; } = number;

    public long Epoch { get; } = epoch;

    /// <summary>True while it is being given up: nothing new is sent.</summary>
    public bool IsLeaving
    {
        get => _leaving;
        set => _leaving = value;
    }

    public ConcurrentDictionary<(string Tenant, string Partner), Destination> Destinations { get; } = new();
}
