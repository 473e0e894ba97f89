using Hub.Core.Content;
using Hub.Mappings.Fhir;
using Hub.Mappings.Fhir.Patients;
using Hub.Mappings.Ledger;

namespace Hub.Mappings.Dho;

/// <summary>What became of each field of the personalia.</summary>
internal static class PersonaliaAccount
{
    public static void Write(Personalia personalia, Envelope envelope, bool named, MappingLedger ledger)
    {
        ledger.Add(Line.To("Patient.Id", "patient.nationalId"));
        Names(personalia, envelope, named, ledger);
        ledger.AddIf(envelope.Patient.OtherIds.Count > 0, Line.Left("Patient.OtherIds", "The vendor knows the patient by the national number"));
        ledger.Add(Line.To("SourceId", "source.event"));
        ledger.AddIf(envelope.Correlation is not null, Line.Left("Correlation", "The hub's own thread"));
        ledger.Add(Line.To("Time", "validAt"));
        ledger.Add(Line.To("Protection", "addressProtection"));
        ledger.Add(Line.To("Deceased", "patient.deceased"));
        if (ProtectedHome.Hides(personalia))
            ProtectedHome.Account(personalia, ledger);
        ledger.AddIf(!ProtectedHome.Hides(personalia) && personalia.Addresses.Count > 0, Line.To("Addresses", "addresses"));
        ledger.AddIf(!ProtectedHome.Hides(personalia) && personalia.KeyBox is not null, Line.Left("KeyBox", "Who follows up from afar opens no doors; a response centre asks for it when it is needed"));
        foreach (var (field, present, target) in new[]
        {
            ("BirthDate", FhirWords.Text(personalia.BirthDate) is not null, "patient.birthDate"), ("Gender", FhirWords.Text(personalia.Gender) is not null, "patient.gender"),
            ("Language", FhirWords.Text(personalia.Language) is not null, "patient.language"), ("Telecoms", personalia.Telecoms.Count > 0, "telecoms"),
            ("Contacts", personalia.Contacts.Count > 0, "contacts"), ("Services", personalia.Services.Count > 0, "services"),
            ("GeneralPractitioner", personalia.GeneralPractitioner is not null, "generalPractitioner"),
            ("GeneralPractitionerHer", personalia.GeneralPractitionerHer is not null, "generalPractitioner.herId"), ("Corrects", personalia.Corrects is not null, "source.corrects"),
        })
            ledger.AddIf(present, Line.To(field, target));
        ledger.AddIf(personalia.Triage != Triage.None, Line.Left("Triage", "A traffic light says nothing of who a patient is"));
    }

    private static void Names(Personalia personalia, Envelope envelope, bool named, MappingLedger ledger)
    {
        const string kept = "The tenant file keeps names from this receiver (patientName: omit)";
        var parts = new[] { ("Given", personalia.Given), ("Middle", personalia.Middle), ("Family", personalia.Family) }.Where(p => FhirWords.Text(p.Item2) is not null).ToArray();
        foreach (var (field, _) in parts)
            ledger.Add(named ? Line.To(field, "patient.name") : Line.Left(field, kept));
        ledger.AddIf(
            FhirWords.Text(envelope.Patient.Name) is not null,
            !named ? Line.Left("Patient.Name", kept) : parts.Length == 0 ? Line.To("Patient.Name", "patient.name.text") : Line.Left("Patient.Name", "The parts of the name are told"));
    }
}
