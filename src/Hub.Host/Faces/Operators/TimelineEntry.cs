using Hub.Core.Deliveries;

namespace Hub.Host.Faces.Operators;

/// <summary>One entry of a message's timeline.</summary>
/// <param name="At">When it happened, or is to happen.</param>
/// <param name="Step">What: accepted, a step of a delivery, or deadline for what lies ahead.</param>
/// <param name="Delivery">Which delivery; null for the message itself.</param>
/// <param name="Code">Error code, null when none.</param>
/// <param name="Detail">What exactly. No personal data.</param>
/// <param name="DurationMs">How long a try took, null when it is not a try.</param>
/// <param name="Deadline">What happens then, null for what has happened.</param>
internal sealed record TimelineEntry(
    DateTimeOffset At, string Step, DeliveryId? Delivery = null, string? Code = null, string? Detail = null, int? DurationMs = null, string? Deadline = null);
