using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Core.Mappings;
using Hub.Fhir.Model;
using Hub.Fhir.Terminology;
using Hub.Mappings.Ledger;

namespace Hub.Mappings.Fhir;

/// <summary>The patient as a logical reference: national id and, where the tenant allows it, the name (VkpObservation: subject.identifier.system is FNR, DNR or FHN).</summary>
internal static class FhirSubject
{
    private const string NameOption = "patientName";
    private static readonly LedgerEntry Id = Line.To("Patient.Id", "subject.identifier");
    private static readonly LedgerEntry Name = Line.To("Patient.Name", "subject.display");
    private static readonly LedgerEntry NameOmitted = Line.Left("Patient.Name", "The tenant file keeps names from this receiver (patientName: omit)");
    private static readonly LedgerEntry OtherIds = Line.Left("Patient.OtherIds", "A logical reference carries one identifier, and the receiver finds the patient by the national one");

    /// <summary>The reference, or the error that there is no national id.</summary>
    public static Result<Reference> Of(Envelope envelope, MappingContext context, MappingLedger ledger)
    {
        var patient = envelope.Patient;
        if (!IdentifierSystems.IsNationalPatient(patient.Id.System) || string.IsNullOrWhiteSpace(patient.Id.Value))
            return MappingErrors.NoNationalId.At("Patient.Id");
        var named = FhirWords.Text(patient.Name) is not null;
        var allowed = !(context.Target.Options.TryGetValue(NameOption, out var option) && option == "omit");
        ledger.Add(Id);
        ledger.AddIf(named, allowed ? Name : NameOmitted);
        ledger.AddIf(patient.OtherIds.Count > 0, OtherIds);
        return new Reference { Type = "Patient", Identifier = FhirWords.Identifier(patient.Id), Display = named && allowed ? patient.Name : null };
    }
}
