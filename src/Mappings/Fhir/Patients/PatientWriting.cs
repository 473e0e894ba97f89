using Hub.Core.Content;
using Hub.Fhir.Model;
using Hub.Mappings.Fhir.Observations;
using Hub.Mappings.Ledger;

namespace Hub.Mappings.Fhir.Patients;

/// <summary>Writes a patient, element by element (no-basis-Patient).</summary>
public static class PatientWriting
{
    /// <summary>The profile.</summary>
    public const string Profile = "http://hl7.no/fhir/StructureDefinition/no-basis-Patient";

    private const string Confidentiality = "http://terminology.hl7.org/CodeSystem/v3-Confidentiality";
    private static readonly string[] Genders = [AdministrativeGender.Male, AdministrativeGender.Female, AdministrativeGender.Other, AdministrativeGender.Unknown];

    /// <summary>Writes it.</summary>
    /// <param name="personalia">What the journal knows.</param>
    /// <param name="envelope">Where it came from; its patient has a national id.</param>
    /// <param name="names">The names as they may be told.</param>
    /// <param name="ledger">Takes a line for every field.</param>
    /// <returns>The resource.</returns>
    public static Hub.Fhir.Model.Patient Write(Personalia personalia, Envelope envelope, FhirList<HumanName> names, MappingLedger ledger)
    {
        PatientAccount.Write(personalia, envelope, names.Count > 0, ledger);
        var light = ObservationInterpretations.Light(personalia.Triage);
        var hidden = ProtectedHome.Hides(personalia);
        return new Hub.Fhir.Model.Patient
        {
            Meta = new Meta
            {
                LastUpdated = personalia.Time.Precision == TimePrecision.Instant ? FhirTimes.Start(personalia.Time) : null,
                Source = HubIdentifiers.SourceOf(envelope),
                Profile = [Profile],
                Security = Label(personalia.Protection) is { } code ? [new Hub.Fhir.Model.Coding { System = Confidentiality, Code = code }] : [],
                Tag = light is null ? [] : [light],
            },
            Extension = [.. Extensions(personalia, hidden)],
            Identifier = [FhirWords.Identifier(envelope.Patient.Id), .. envelope.Patient.OtherIds.Select(FhirWords.Identifier).Where(i => i.Value is not null)],
            Name = names,
            Telecom = ContactPoints.Of(personalia.Telecoms, "Telecoms", ledger),
            Gender = GenderOf(personalia),
            BirthDate = BirthDateOf(personalia),
            Deceased = personalia.Deceased ? new FhirBoolean(true) : null,
            Address = hidden ? [] : personalia.Addresses.Select(PatientAddresses.Of).OfType<Address>().ToFhirList(),
            Contact = PatientContacts.Of(personalia.Contacts, ledger),
            Communication = FhirWords.Text(personalia.Language) is { } language
                ? [new PatientCommunication { Language = new CodeableConcept { Coding = [new Hub.Fhir.Model.Coding { System = "urn:ietf:bcp:47", Code = language }] }, Preferred = true }]
                : [],
            GeneralPractitioner = PatientDoctor.Of(personalia),
        };
    }

    /// <summary>The gender, null when it is none that FHIR has.</summary>
    internal static string? GenderOf(Personalia personalia) => personalia.Gender is { } gender && Genders.Contains(gender) ? gender : null;

    /// <summary>The birth date, null when it is no date.</summary>
    internal static FhirDateTime? BirthDateOf(Personalia personalia) =>
        personalia.BirthDate is { } text && FhirDateTime.TryParse(text, out var date) && date.Precision != FhirDateTimePrecision.Instant ? date : null;

    private static IEnumerable<Extension> Extensions(Personalia personalia, bool hidden)
    {
        if (!hidden && FhirWords.Text(personalia.KeyBox) is { } key)
            yield return new Extension { Url = HubExtensions.KeyBox, Value = key };
        foreach (var service in personalia.Services)
        {
            yield return new Extension
            {
                Url = HubExtensions.GrantedService,
                Extension =
                [
                    new Extension { Url = "code", Value = FhirWords.Coding(service.Code) },
                    .. service is { From: null, To: null } ? Array.Empty<Extension>() : [new Extension { Url = "period", Value = PeriodOf(service) }],
                ],
            };
        }
    }

    /// <summary>From when until when a service is granted.</summary>
    internal static Period PeriodOf(GrantedService service) => new()
    {
        Start = service.From is { } from ? FhirDateTime.FromInstant(from) : null,
        End = service.To is { } to ? FhirDateTime.FromInstant(to) : null,
    };

    // HL7 v3 Confidentiality: R restricted, V very restricted.
    private static string? Label(AddressProtection protection) => protection switch
    {
        AddressProtection.Confidential => "R",
        AddressProtection.StrictlyConfidential => "V",
        _ => null,
    };
}
