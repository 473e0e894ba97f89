using Hub.Core.Content;

namespace Hub.Adapters.Planer;

/// <summary>A version of Planer with what the hub had written there before it: an item of the feed.</summary>
/// <param name="Plan">Id of the shared plan.</param>
/// <param name="Patient">Whom it is about.</param>
/// <param name="Number">The shared version that was written there.</param>
/// <param name="Basis">What that version says.</param>
/// <param name="Sent">As it was written there.</param>
/// <param name="Answer">The version as Planer answers it.</param>
internal sealed record PlanerEdit(string Plan, Patient Patient, int Number, SelfTreatmentPlan Basis, string Sent, string Answer);
