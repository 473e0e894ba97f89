using Hub.Core.Storage;
using Hub.Delivery.Lanes;

namespace Hub.Delivery.Outcomes;

/// <summary>An outcome on its way to the database, and whom to tell when it is there.</summary>
/// <param name="Destination">Where the delivery belongs.</param>
/// <param name="Entry">The delivery.</param>
/// <param name="Fate">What it means for the lane; null when only the document is stored before the send.</param>
/// <param name="Outcome">What is written.</param>
internal sealed record OutcomeItem(Destination Destination, WorkEntry Entry, Fate? Fate, DeliveryOutcome Outcome)
{
    /// <summary>Completed with true when written, false when refused or given up; null when nobody waits.</summary>
    public TaskCompletionSource<bool>? Written { get; init; }
}
