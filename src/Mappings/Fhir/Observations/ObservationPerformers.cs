using Hub.Core.Content;
using Hub.Core.Mappings;
using Hub.Fhir.Model;
using Hub.Fhir.Terminology;
using Hub.Mappings.Ledger;

namespace Hub.Mappings.Fhir.Observations;

/// <summary>
/// Who measured. The vital-sign profiles of VkpObservation, and the one for consciousness, take only a Practitioner with fødselsnummer; NEWS2 and frailty
/// also the data controller by organisation number or RESH; the general profile any person with fødselsnummer besides. Everybody else stands in the note,
/// so that nobody is lost.
/// </summary>
internal static class ObservationPerformers
{
    private static readonly LedgerEntry Written = Line.To("Performers", "Observation.performer");
    private static readonly LedgerEntry InNote = Line.Moved("Performers", "Observation.note", "The profile takes no performer of this role with this identifier");

    /// <summary>The performers the profile takes; the others go to the notes.</summary>
    public static FhirList<Reference> Of(Hub.Core.Content.Measurement measurement, MeasurementTerms? kind, Hub.Core.Content.Patient patient, ObservationNotes notes, MappingLedger ledger)
    {
        if (measurement.Performers.Count == 0)
            return [];
        var performers = new List<Reference>(measurement.Performers.Count);
        foreach (var party in measurement.Performers)
        {
            if (IsLegal(party, kind) && FhirParties.Reference(party) is { } reference)
            {
                performers.Add(reference);
                ledger.Add(Written);
            }
            else
            {
                // The patient's own number stands in the subject; a note need not repeat it.
                var named = party.Id == patient.Id ? party with { Id = null } : party;
                notes.AddUnwritable($"Målt av: {FhirParties.InWords(named)}");
                ledger.Add(InNote);
            }
        }

        return performers.ToFhirList();
    }

    private static bool IsLegal(Party party, MeasurementTerms? kind)
    {
        var practitionersOnly = kind is not null && (kind.VitalSignProfile is not null || kind.Name == MeasurementKind.Consciousness);
        var general = kind is null || kind.VkpProfile == MeasurementProfiles.VkpObservation;
        return (party.Role, party.Id?.System) switch
        {
            (PartyRole.Practitioner, IdentifierSystems.Fnr) => true,
            (PartyRole.Patient or PartyRole.RelatedPerson, IdentifierSystems.Fnr) => general && !practitionersOnly,
            (PartyRole.Organization, IdentifierSystems.Enh or IdentifierSystems.Resh) => !practitionersOnly,
            _ => false,
        };
    }
}
