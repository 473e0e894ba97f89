using Hub.Adapters.Plans;
using Hub.Core.Registers;

namespace Hub.Host.Faces.Operators;

/// <summary>What a person must look at to merge an edit of a shared plan. Says nothing of the patient. Pure.</summary>
/// <param name="Latest">Number of the latest version.</param>
/// <param name="ToEdit">What the edit has other than the latest version, as <c>diff -u</c> writes it.</param>
/// <param name="BasedOn">The version that the edit was made from; null where it is not known or is the latest.</param>
/// <param name="Edited">What the edit changed of that version.</param>
/// <param name="Meanwhile">What has changed of it since.</param>
internal sealed record PlanDifference(int Latest, string ToEdit, int? BasedOn, string? Edited, string? Meanwhile)
{
    /// <summary>Compares.</summary>
    /// <param name="edit">The edit that was kept.</param>
    /// <param name="history">Every version of its plan, newest first; at least one.</param>
    /// <returns>The differences.</returns>
    public static PlanDifference Of(SharedVersion edit, IReadOnlyList<SharedVersion> history)
    {
        var (latest, basis) = (history[0], history.FirstOrDefault(v => v.Number == edit.BasedOn));
        var toEdit = Lines(latest, edit);
        return basis is null || basis.Number == latest.Number
            ? new PlanDifference(latest.Number, toEdit, null, null, null)
            : new PlanDifference(latest.Number, toEdit, basis.Number, Lines(basis, edit), Lines(basis, latest));
    }

    private static string Lines(SharedVersion one, SharedVersion other) => DocumentDiff.Of(ContentText.WriteRecord(one.Edit.Plan), ContentText.WriteRecord(other.Edit.Plan), "application/json").Value;
}
