using Hub.Core.Content;
using Hub.Fhir.Model;
using Hub.Mappings.Ledger;

namespace Hub.Mappings.Fhir.Patients;

/// <summary>Relatives and others to call. The first is the main contact: VKP wants it coded C, emergency contact (vkp-Patient-v090; HL7 v2 table 0131).</summary>
internal static class PatientContacts
{
    private const string Relationships = "http://terminology.hl7.org/CodeSystem/v2-0131";

    /// <summary>Writes them, in the order in which they are called.</summary>
    public static FhirList<PatientContact> Of(IReadOnlyList<ContactPerson> contacts, MappingLedger ledger) => contacts.Select((contact, place) => new PatientContact
    {
        Extension = KeyOf(contact),
        Relationship = Relations(contact, place),
        Name = FhirWords.Text(contact.Name) is { } name ? new HumanName { Text = name } : null,
        Telecom = ContactPoints.Of(contact.Telecoms, "Contacts.Telecoms", ledger),
    }).Where(c => c.Name is not null || c.Telecom.Count > 0).ToFhirList();

    /// <summary>What a contact is to the patient.</summary>
    public static FhirList<CodeableConcept> Relations(ContactPerson contact, int place)
    {
        var codes = new List<Hub.Fhir.Model.Coding>(2);
        if (place == 0)
            codes.Add(new Hub.Fhir.Model.Coding { System = Relationships, Code = "C", Display = "Emergency Contact" });
        if (contact.NextOfKin)
            codes.Add(new Hub.Fhir.Model.Coding { System = Relationships, Code = "N", Display = "Next-of-Kin" });
        var words = FhirWords.Text(contact.Relation);
        return codes.Count == 0 && words is null ? [] : [new CodeableConcept { Coding = codes.ToFhirList(), Text = words }];
    }

    /// <summary>That a contact has a key to the home.</summary>
    public static FhirList<Extension> KeyOf(ContactPerson contact) => contact.HasKey ? [new Extension { Url = HubExtensions.HasKey, Value = true }] : [];
}
