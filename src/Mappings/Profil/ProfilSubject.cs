using System.Xml.Linq;
using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Core.Mappings;
using Hub.Fhir.Terminology;
using Hub.Mappings.Fhir;
using Hub.Mappings.Ledger;
using static Hub.Mappings.Profil.ProfilElements;

namespace Hub.Mappings.Profil;

/// <summary>Whom the document is about: the journal finds its user by the national number.</summary>
internal static class ProfilSubject
{
    private const string NameOption = "patientName";

    /// <summary>Whether the tenant lets names go to this receiver.</summary>
    public static bool IsNamed(MappingContext context) => !(context.Target.Options.TryGetValue(NameOption, out var option) && option == "omit");

    /// <summary>The element, or the error that there is no national number.</summary>
    public static Result<XElement> Of(Envelope envelope, MappingContext context, MappingLedger ledger)
    {
        var patient = envelope.Patient;
        if (!IdentifierSystems.IsNationalPatient(patient.Id.System) || string.IsNullOrWhiteSpace(patient.Id.Value))
            return MappingErrors.NoNationalId.At("Patient.Id");
        ledger.Add(Line.To("Patient.Id", "bruker/fodselsnummer"));
        ledger.AddIf(FhirWords.Text(patient.Name) is not null, Name(IsNamed(context), ProfilFiles.HasPaper(envelope.Content, context)));
        ledger.AddIf(patient.OtherIds.Count > 0, Line.Left("Patient.OtherIds", "The journal finds the patient by the national number"));
        return Make("bruker", Text("fodselsnummer", patient.Id.Value));
    }

    // The journal has the name itself; only what goes along on paper says whose it is.
    private static LedgerEntry Name(bool named, bool onPaper) => (named, onPaper) switch
    {
        (false, _) => Line.Left("Patient.Name", "The tenant file keeps names from this receiver (patientName: omit)"),
        (_, true) => Line.To("Patient.Name", "vedlegg/fil"),
        _ => Line.Left("Patient.Name", "The journal knows the patient by the national number"),
    };
}
