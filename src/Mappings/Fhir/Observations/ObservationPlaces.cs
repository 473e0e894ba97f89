using Hub.Core.Content;
using Hub.Core.Mappings;
using Hub.Fhir.Model;
using Hub.Fhir.Terminology;
using Hub.Mappings.Ledger;

namespace Hub.Mappings.Fhir.Observations;

/// <summary>Body site and method. For blood pressure VkpObservation demands codes of two short SNOMED CT lists; what is not in them goes to the note. Elsewhere they are free.</summary>
internal static class ObservationPlaces
{
    private static readonly LedgerEntry SiteLine = Line.To("BodySite", "Observation.bodySite");
    private static readonly LedgerEntry SiteInNote = Line.Moved("BodySite", "Observation.note", "The blood pressure profile takes only the sites of its required value set");
    private static readonly LedgerEntry MethodLine = Line.To("Method", "Observation.method");
    private static readonly LedgerEntry MethodInNote = Line.Moved("Method", "Observation.note", "The blood pressure profile takes only auscultation and palpation");

    // NoDomainVitalSignsBloodpressureBodySiteValueSet of VkpObservation 0.5.2.
    private static readonly HashSet<string> PressureSites = new(StringComparer.Ordinal)
    {
        "6685009", "51636004", "7569003", "2402003", "9736006", "5951000", "51114001", "11207009", "61396006", "368209003", "368208006", "29707007",
    };

    // NoDomainVitalSignsBloodPressureMeasurementMethodValueSet: a home cuff measures by oscillation and has no code here.
    private static readonly HashSet<string> PressureMethods = new(StringComparer.Ordinal) { "37931006", "113011001" };

    /// <summary>The body site.</summary>
    public static CodeableConcept? BodySite(Hub.Core.Content.Measurement measurement, MeasurementTerms? kind, ObservationNotes notes, MappingLedger ledger) =>
        Place(measurement.BodySite, kind, PressureSites, "Målested", notes, ledger, SiteLine, SiteInNote);

    /// <summary>The method.</summary>
    public static CodeableConcept? Method(Hub.Core.Content.Measurement measurement, MeasurementTerms? kind, ObservationNotes notes, MappingLedger ledger) =>
        Place(measurement.Method, kind, PressureMethods, "Målemetode", notes, ledger, MethodLine, MethodInNote);

    private static CodeableConcept? Place(
        Concept? concept, MeasurementTerms? kind, HashSet<string> legal, string word, ObservationNotes notes, MappingLedger ledger, LedgerEntry written, LedgerEntry inNote)
    {
        if (FhirWords.Concept(concept) is not { } whole)
            return null;
        if (kind?.Name != MeasurementKind.BloodPressure)
        {
            ledger.Add(written);
            return whole;
        }

        // The binding holds for every coding, so one foreign coding moves the whole concept's words to the note while the legal codes stay.
        var kept = whole.Coding.Where(c => c.System == CodeSystems.Snomed && c.Code is { } code && legal.Contains(code)).ToFhirList();
        ledger.AddIf(kept.Count > 0, written);
        if (kept.Count < whole.Coding.Count || kept.Count == 0)
        {
            notes.AddUnwritable($"{word}: {FhirWords.InWords(concept!)}");
            ledger.Add(inNote);
        }

        return kept.Count == 0 ? null : new CodeableConcept { Coding = kept, Text = whole.Text };
    }
}
