using Hub.Core.Content;
using Hub.Core.Deliveries;
using Hub.Core.Errors;
using Hub.Core.Mappings;
using Hub.Core.Tenants;
using Hub.Kith.AppRec;
using Hub.Kith.Codes;
using Hub.Kith.Types;

namespace Hub.Mappings.AppRec;

/// <summary>Whether a message was taken in, and why not.</summary>
internal static class Verdict
{
    /// <summary>The faults of the receipt; none when the message was taken in.</summary>
    public static IReadOnlyList<CV> Of(ClinicalMessage message, MappingContext context)
    {
        if (message.Refusals.Count > 0)
            return [.. message.Refusals.Select(Refusal)];
        if (context.Tenant.Messaging?.Answers == AnswerSource.Hub)
            return [];
        var others = Takers(context.Others);
        if (others.Count == 0)
            return [AppRecError.Of("X99", "Ingen fagsystem hos mottaker tar imot denne meldingstypen.")];
        if (others.Any(o => o.State is not (DeliveryState.DeadLettered or DeliveryState.Discarded)))
            return [];
        return others.Any(o => o.ErrorCode == DeliveryErrors.PatientUnknown.Code)
            ? [AppRecError.Of("E35")]
            : [AppRecError.Of("X99", "Meldingen kunne ikke leveres til journalsystemet hos mottaker.")];
    }

    // The vendor hears that a patient is in hospital; that the journal has the document is another matter.
    private static IReadOnlyList<OtherDelivery> Takers(IReadOnlyList<OtherDelivery> others)
    {
        var takers = others.Where(o => o.Mapping != Dho.FollowUpMapping.MappingName).ToList();
        return takers.Count > 0 ? takers : others;
    }

    private static CV Refusal(Coding refusal)
    {
        if (!MessageLists.AppRecError.Has(refusal.Code))
            return AppRecError.Of("X99", refusal.Display);
        var fault = AppRecError.Of(refusal.Code);
        return refusal.Display is null || refusal.Display == fault.DN ? fault : fault with { OT = refusal.Display };
    }
}
