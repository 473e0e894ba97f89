namespace Hub.Delivery;

/// <summary>The loops without which a node does nothing: what takes in, what looks for work, what writes outcomes. Whatever hangs in the lanes hangs one of them too.</summary>
/// <param name="time">The clock.</param>
internal sealed class NodeHearts(TimeProvider time)
{
    public Heartbeat Intake { get; } = new("intake", time);

    public Heartbeat Pump { get; } = new("pump", time);

    public Heartbeat Outcomes { get; } = new("outcomes", time);

    /// <summary>The one that has stood still longest, and for how long.</summary>
    public (string Loop, TimeSpan Still) Stillest => new[] { Intake, Pump, Outcomes }.Select(h => (h.Of, h.Still)).MaxBy(h => h.Still);
}
