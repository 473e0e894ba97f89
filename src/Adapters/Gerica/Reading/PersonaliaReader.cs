using System.Globalization;
using System.Text.Json;
using Hub.Adapters.Json;
using Hub.Core.Content;
using Hub.Fhir.Model;
using FhirPatient = Hub.Fhir.Model.Patient;
using IdentifierSystems = Hub.Fhir.Terminology.IdentifierSystems;
using Patient = Hub.Core.Content.Patient;

namespace Hub.Adapters.Gerica.Reading;

/// <summary>A Patient of no-basis, with the services that stand beside it, as personalia.</summary>
internal static class PersonaliaReader
{
    /// <summary>Whom a Patient is: the national id first; null when it has none.</summary>
    public static Patient? Who(FhirPatient patient)
    {
        var ids = patient.Identifier.Where(i => i.Value is not null).Select(i => new Core.Identities.Identifier(i.System ?? "", i.Value!.Trim())).ToList();
        return ids.Find(i => IdentifierSystems.IsNationalPatient(i.System)) is { } national
            ? new Patient(national, WholeName(patient), [.. ids.Where(i => i != national)])
            : null;
    }

    /// <summary>What is told of it.</summary>
    /// <param name="patient">The Patient.</param>
    /// <param name="services">Its services.</param>
    /// <param name="at">When it was read or changed, where the Patient does not say.</param>
    public static Personalia Read(FhirPatient patient, IEnumerable<EpisodeOfCare> services, DateTimeOffset at)
    {
        var name = patient.Name.FirstOrDefault(n => n.Use == NameUse.Official) ?? (patient.Name.Count > 0 ? patient.Name[0] : null);
        var time = patient.Meta?.LastUpdated is { } updated && updated.Instant is { } instant ? new ClinicalTime(instant, Literal: updated.Text) : new ClinicalTime(at);
        return new Personalia(time)
        {
            Given = name is { Given.Count: > 0 } ? string.Join(' ', name.Given) : null,
            Middle = (name?.Extension.FirstOrDefault(e => e.Url == GericaTerms.MiddleName)?.Value as FhirString)?.Value,
            Family = name?.Family,
            BirthDate = patient.BirthDate?.Text,
            Gender = patient.Gender,
            Deceased = patient.Deceased is FhirBoolean { Value: true } or FhirTime,
            Protection = Protection(patient),
            Addresses = [.. patient.Address.Where(a => a.Use != AddressUse.Old).Select(Address)],
            Telecoms = [.. Telecoms(patient.Telecom)],
            Language = (patient.Communication.FirstOrDefault(c => c.Preferred == true) ?? (patient.Communication.Count > 0 ? patient.Communication[0] : null))?.Language?.Coding.Select(c => c.Code).FirstOrDefault(),
            Contacts = [.. patient.Contact.Where(c => c.Name is not null || c.Telecom.Count > 0).Select(Contact)],
            KeyBox = (patient.Extension.FirstOrDefault(e => e.Url == GericaTerms.KeyBox)?.Value as FhirString)?.Value,
            Services = [.. services.Where(IsGranted).Select(Service)],
            GeneralPractitioner = patient.GeneralPractitioner.Where(r => r.Identifier?.System != IdentifierSystems.Her).Select(Doctor).FirstOrDefault(d => d is not null),
            GeneralPractitionerHer = patient.GeneralPractitioner.Select(r => r.Identifier).Where(i => i?.System == IdentifierSystems.Her)
                .Select(i => int.TryParse(i!.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var her) ? her : (int?)null).FirstOrDefault(h => h is not null),
        };
    }

    private static AddressProtection Protection(FhirPatient patient)
    {
        var labels = (patient.Meta?.Security ?? []).Where(s => s.System == GericaTerms.Confidentiality).Select(s => s.Code).ToList();
        return labels.Contains("V") ? AddressProtection.StrictlyConfidential : labels.Contains("R") ? AddressProtection.Confidential : AddressProtection.None;
    }

    private static PostalAddress Address(Address address) => new(
        address.Line.Count > 0 ? [.. address.Line] : address.Text is { } whole ? [whole] : [], address.PostalCode, address.City, address.Use, Municipality(address));

    private static string? Municipality(Address address)
    {
        if (address.Rest.FirstOrDefault(r => r.Name == "_district") is not { } district)
            return null;
        using var json = JsonDocument.Parse(district.Json);
        // The FHIR reader has not looked into it: anything may stand here.
        if (Member(json.RootElement, "extension") is not { ValueKind: JsonValueKind.Array } extensions)
            return null;
        foreach (var extension in extensions.EnumerateArray())
        {
            if (Text(Member(extension, "url")) == GericaTerms.MunicipalityCode && Member(extension, "valueCoding") is { } coding && Text(Member(coding, "code")) is { } code)
                return code;
        }

        return null;
    }

    private static JsonElement? Member(JsonElement element, string name) => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : null;

    private static string? Text(JsonElement? element) => element is { ValueKind: JsonValueKind.String } text ? JsonText.Read(text) : null;

    private static IEnumerable<Telecom> Telecoms(IReadOnlyList<ContactPoint> points) =>
        points.Where(p => p.Value is not null && p.Use != ContactPointUse.Old).OrderBy(p => p.Rank ?? int.MaxValue).Select(p => new Telecom(p.System ?? ContactPointSystem.Other, p.Value!, p.Use));

    private static ContactPerson Contact(PatientContact contact) => new(
        contact.Name is { } name ? name.Text ?? string.Join(' ', name.Given.Append(name.Family).OfType<string>()) : "",
        contact.Relationship.Select(r => r.Text ?? r.Coding.Where(c => c.Code is not ("C" or "N")).Select(c => c.Display).FirstOrDefault(d => d is not null)).FirstOrDefault(t => t is not null),
        [.. Telecoms(contact.Telecom)],
        contact.Relationship.Any(r => r.Coding.Any(c => c.Code == "N")),
        contact.Extension.Any(e => e.Url == GericaTerms.HasKey && e.Value is FhirBoolean { Value: true }));

    private static bool IsGranted(EpisodeOfCare episode) => episode.Status is EpisodeOfCareStatus.Active or EpisodeOfCareStatus.Planned or EpisodeOfCareStatus.Onhold;

    /// <summary>The service of an episode.</summary>
    public static GrantedService Service(EpisodeOfCare episode)
    {
        var coding = episode.Type.SelectMany(t => t.Coding).FirstOrDefault(c => c.Code is not null);
        var words = episode.Type.Select(t => t.Text).FirstOrDefault(t => t is not null);
        var own = coding?.System == GericaTerms.Services;
        return new GrantedService(
            new Core.Content.Coding(own ? null : coding?.System, coding?.Code ?? words ?? "", coding?.Display ?? words), episode.Period?.Start?.Instant, episode.Period?.End?.Instant);
    }

    private static Party? Doctor(Reference doctor) => doctor.Identifier?.Value is null && doctor.Display is null
        ? null
        : new Party(
            doctor.Type == "Organization" ? PartyRole.Organization : PartyRole.Practitioner,
            doctor.Identifier is { Value: { } value } id ? new Core.Identities.Identifier(id.System ?? "", value) : null,
            doctor.Display);

    private static string? WholeName(FhirPatient patient) =>
        patient.Name.Select(n => n.Text ?? string.Join(' ', n.Given.Append(n.Family).OfType<string>())).FirstOrDefault(n => n.Length > 0);
}
