using Hub.Fhir.Model;
using Hub.Fhir.Terminology;

namespace Hub.Simulators.Gerica;

/// <summary>The journal's patients as FHIR: Patient by no-basis, EpisodeOfCare for each service.</summary>
public static class PatientResources
{
    private const string Municipality = """{"extension":[{"url":"http://hl7.no/fhir/StructureDefinition/no-basis-municipalitycode","valueCoding":{"system":"urn:oid:2.16.578.1.12.4.1.1.3402","code":"@"}}]}""";

    /// <summary>The person.</summary>
    /// <param name="patient">Who.</param>
    /// <returns>The Patient.</returns>
    public static Patient Person(RegisteredPatient patient) => new()
    {
        Id = IdOf(patient),
        Meta = new Meta
        {
            LastUpdated = FhirDateTime.FromInstant(patient.Updated),
            Security = patient.Protection is { } label ? [new Coding { System = "http://terminology.hl7.org/CodeSystem/v3-Confidentiality", Code = label }] : [],
        },
        Extension = patient.KeyBox is { } box ? [new Extension { Url = "urn:gerica:key-box", Value = box }] : [],
        Identifier = [National(patient), new Identifier { System = "urn:gerica:patient", Value = IdOf(patient) }],
        Name =
        [
            new HumanName
            {
                Extension = patient.Middle is { } middle ? [new Extension { Url = "http://hl7.no/fhir/StructureDefinition/no-basis-middlename", Value = middle }] : [],
                Use = NameUse.Official,
                Family = patient.Family,
                Given = [patient.Given],
            },
        ],
        Telecom = patient.Phone is { } phone ? [new ContactPoint { System = ContactPointSystem.Phone, Value = phone, Use = ContactPointUse.Mobile }] : [],
        Gender = patient.Gender,
        BirthDate = patient.BirthDate is { } born && FhirDateTime.TryParse(born, out var date) ? date : null,
        Address =
        [
            new Hub.Fhir.Model.Address
            {
                Use = AddressUse.Home,
                Line = [patient.Street],
                City = patient.City,
                PostalCode = patient.PostalCode,
                Rest = [new RawElement("_district", Municipality.Replace("@", patient.Municipality, StringComparison.Ordinal))],
            },
        ],
        Contact = patient.Contacts.Select(Contact).ToFhirList(),
        GeneralPractitioner =
        [
            .. patient.DoctorHer is { } her ? [new Reference { Type = "Organization", Identifier = new Identifier { System = IdentifierSystems.Her, Value = her.ToString(System.Globalization.CultureInfo.InvariantCulture) } }] : Array.Empty<Reference>(),
            .. patient.Doctor is { } doctor ? [new Reference { Type = "Practitioner", Display = doctor }] : Array.Empty<Reference>(),
        ],
    };

    /// <summary>A service.</summary>
    /// <param name="patient">Whose.</param>
    /// <param name="service">VKP's short code.</param>
    /// <param name="from">From when.</param>
    /// <param name="to">Until when, null while it lasts.</param>
    /// <returns>The EpisodeOfCare.</returns>
    public static EpisodeOfCare Service(RegisteredPatient patient, string service, DateTimeOffset from, DateTimeOffset? to = null) => new()
    {
        Id = $"{IdOf(patient)}-{service}",
        Status = to is null ? EpisodeOfCareStatus.Active : EpisodeOfCareStatus.Finished,
        Type = [new CodeableConcept { Coding = [new Coding { System = "urn:gerica:service", Code = service }] }],
        Patient = new Reference { Target = $"Patient/{IdOf(patient)}", Identifier = National(patient) },
        Period = new Period { Start = FhirDateTime.FromInstant(from), End = to is { } end ? FhirDateTime.FromInstant(end) : null },
    };

    // A number of the journal's own, the same every time.
    private static string IdOf(RegisteredPatient patient) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(patient.NationalId)))[..12];

    private static Identifier National(RegisteredPatient patient) => new() { System = patient.NationalId[0] is >= '4' and <= '7' ? IdentifierSystems.Dnr : IdentifierSystems.Fnr, Value = patient.NationalId };

    private static PatientContact Contact(RegisteredContact contact, int place) => new()
    {
        Extension = contact.HasKey ? [new Extension { Url = "urn:gerica:has-key", Value = true }] : [],
        Relationship =
        [
            new CodeableConcept
            {
                Coding =
                [
                    .. place == 0 ? [Relationship("C")] : Array.Empty<Coding>(),
                    .. contact.NextOfKin ? [Relationship("N")] : Array.Empty<Coding>(),
                ],
                Text = contact.Relation,
            },
        ],
        Name = new HumanName { Text = contact.Name },
        Telecom = [new ContactPoint { System = ContactPointSystem.Phone, Value = contact.Phone }],
    };

    private static Coding Relationship(string code) => new() { System = "http://terminology.hl7.org/CodeSystem/v2-0131", Code = code };
}
