using Hub.Core.Content;
using Hub.Fhir.Model;
using Hub.Fhir.Terminology;
using Hub.Mappings.Ledger;

namespace Hub.Mappings.Fhir.Patients;

/// <summary>What stands around a patient, as resources of their own: people to call (no-basis-RelatedPerson) and services (EpisodeOfCare). For answers that are read by machines; a Patient alone carries the same inside itself.</summary>
public static class PatientCircle
{
    private const string RelatedPersonProfile = "http://hl7.no/fhir/StructureDefinition/no-basis-RelatedPerson";

    /// <summary>The people to call, in the order in which they are called.</summary>
    /// <param name="personalia">The patient.</param>
    /// <param name="patient">Reference to the Patient.</param>
    /// <returns>One RelatedPerson for each that has a name or a telephone.</returns>
    public static IEnumerable<RelatedPerson> Contacts(Personalia personalia, Reference patient)
    {
        var unread = new MappingLedger(new Envelope(0, "", "", "", new Hub.Core.Content.Patient(new Hub.Core.Identities.Identifier("", ""), null, []), personalia, personalia.Time.Start));
        for (var i = 0; i < personalia.Contacts.Count; i++)
        {
            var contact = personalia.Contacts[i];
            var points = ContactPoints.Of(contact.Telecoms, "Contacts.Telecoms", unread);
            if (FhirWords.Text(contact.Name) is null && points.Count == 0)
                continue;
            yield return new RelatedPerson
            {
                Meta = new Meta { Profile = [RelatedPersonProfile] },
                Extension = [new Extension { Url = HubExtensions.CallOrder, Value = new FhirInteger(i + 1, "positiveInt") }, .. PatientContacts.KeyOf(contact)],
                Active = true,
                Patient = patient,
                Relationship = PatientContacts.Relations(contact, i),
                Name = FhirWords.Text(contact.Name) is { } name ? [new HumanName { Text = name }] : [],
                Telecom = points,
            };
        }
    }

    /// <summary>A service.</summary>
    /// <param name="service">The service.</param>
    /// <param name="patient">Reference to the Patient.</param>
    /// <param name="orgnr">Organisation number of who granted it.</param>
    /// <param name="now">The time now.</param>
    /// <returns>The episode: active, or planned where it begins later.</returns>
    public static EpisodeOfCare Service(GrantedService service, Reference patient, string orgnr, DateTimeOffset now) => new()
    {
        Status = service.From > now ? EpisodeOfCareStatus.Planned : service.To <= now ? EpisodeOfCareStatus.Finished : EpisodeOfCareStatus.Active,
        Type = [new CodeableConcept { Coding = [FhirWords.Coding(service.Code)] }],
        Patient = patient,
        ManagingOrganization = new Reference { Type = "Organization", Identifier = FhirWords.Identifier(IdentifierSystems.Enh, orgnr) },
        Period = service is { From: null, To: null } ? null : PatientWriting.PeriodOf(service),
    };

    /// <summary>The Patient, with a name unless the tenant file keeps names from the reader.</summary>
    /// <param name="personalia">What the journal knows.</param>
    /// <param name="envelope">Where it came from.</param>
    /// <param name="named">Whether the name is told.</param>
    /// <returns>The Patient.</returns>
    public static Hub.Fhir.Model.Patient Person(Personalia personalia, Envelope envelope, bool named) =>
        PatientWriting.Write(personalia, envelope, named ? PatientNames.Of(personalia, envelope.Patient) : [], new MappingLedger(envelope));
}
