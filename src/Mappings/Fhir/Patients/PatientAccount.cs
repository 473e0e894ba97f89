using Hub.Core.Content;
using Hub.Mappings.Ledger;

namespace Hub.Mappings.Fhir.Patients;

/// <summary>What became of each field of the personalia.</summary>
internal static class PatientAccount
{
    public static void Write(Personalia personalia, Envelope envelope, bool named, MappingLedger ledger)
    {
        ledger.Add(Line.To("SourceId", "Patient.meta.source"));
        ledger.AddIf(envelope.Patient.OtherIds.Count > 0, Line.To("Patient.OtherIds", "Patient.identifier"));
        ledger.Add(personalia.Time.Precision == TimePrecision.Instant
            ? Line.To("Time", "Patient.meta.lastUpdated")
            : Line.Left("Time", "A Patient tells only the instant of its last change, and the source knew no more than the day"));
        const string kept = "The tenant file keeps names from this receiver (patientName: omit)";
        foreach (var (field, value) in new[] { ("Given", personalia.Given), ("Middle", personalia.Middle), ("Family", personalia.Family) })
            ledger.AddIf(FhirWords.Text(value) is not null, named ? Line.To(field, "Patient.name") : Line.Left(field, kept));
        ledger.AddIf(FhirWords.Text(personalia.BirthDate) is not null, PatientWriting.BirthDateOf(personalia) is null ? Line.Left("BirthDate", "It is no date") : Line.To("BirthDate", "Patient.birthDate"));
        ledger.AddIf(FhirWords.Text(personalia.Gender) is not null, PatientWriting.GenderOf(personalia) is null ? Line.Left("Gender", "FHIR has no such administrative gender") : Line.To("Gender", "Patient.gender"));
        ledger.AddIf(personalia.Deceased, Line.To("Deceased", "Patient.deceasedBoolean"));
        ledger.AddIf(personalia.Protection != AddressProtection.None, Line.To("Protection", "Patient.meta.security"));
        if (ProtectedHome.Hides(personalia))
            ProtectedHome.Account(personalia, ledger);
        else
            Home(personalia, ledger);
        ledger.AddIf(personalia.Telecoms.Count > 0, Line.To("Telecoms", "Patient.telecom"));
        ledger.AddIf(FhirWords.Text(personalia.Language) is not null, Line.To("Language", "Patient.communication"));
        ledger.AddIf(personalia.Contacts.Count > 0, Line.To("Contacts", "Patient.contact"));
        ledger.AddIf(personalia.Services.Count > 0, Line.To("Services", "Patient.extension(granted-service)"));
        ledger.AddIf(personalia.GeneralPractitioner is not null, Line.To("GeneralPractitioner", "Patient.generalPractitioner"));
        ledger.AddIf(personalia.GeneralPractitionerHer is not null, Line.To("GeneralPractitionerHer", "Patient.generalPractitioner"));
        ledger.AddIf(personalia.Triage != Triage.None, Line.To("Triage", "Patient.meta.tag"));
        ledger.AddIf(FhirWords.Text(personalia.Corrects) is not null, Line.Left("Corrects", "A Patient has no element for it: the newest takes the place of all earlier"));
    }

    private static void Home(Personalia personalia, MappingLedger ledger)
    {
        ledger.AddIf(personalia.Addresses.Count > 0, Line.To("Addresses", "Patient.address"));
        ledger.AddIf(personalia.Addresses.Any(a => a.Use is { } use && !PatientAddresses.Uses.Contains(use)), Line.Left("Addresses.Use", "FHIR has no such use of an address"));
        ledger.AddIf(FhirWords.Text(personalia.KeyBox) is not null, Line.To("KeyBox", "Patient.extension(key-box)"));
    }
}
