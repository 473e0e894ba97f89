namespace Hub.Delivery;

/// <summary>When a partner and this node last had to do with each other; null where they have not since the start.</summary>
/// <param name="Tenant">Tenant.</param>
/// <param name="Partner">Partner.</param>
/// <param name="ReceivedAt">When a message of the partner was last taken in, or found to be a repeat.</param>
/// <param name="FailedAt">When a try to send to it last failed.</param>
/// <param name="Error">Code of that failure.</param>
/// <param name="Ahead">How far its clock is ahead of the node's, as its last answer said.</param>
public sealed record PartnerTraffic(string Tenant, string Partner, DateTimeOffset? ReceivedAt, DateTimeOffset? FailedAt, string? Error, TimeSpan? Ahead);
