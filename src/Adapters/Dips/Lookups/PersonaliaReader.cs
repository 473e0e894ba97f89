using System.Globalization;
using System.Text.Json;
using Hub.Adapters.Json;
using Hub.Adapters.Values;
using Hub.Core.Content;
using Hub.Core.Identities;
using Hub.Core.Lookups;

namespace Hub.Adapters.Dips.Lookups;

/// <summary>Reads a Patient of DIPS, and what its episodes of remote monitoring say of services.</summary>
internal static class PersonaliaReader
{
    /// <summary>VKP's code of the service that remote monitoring is.</summary>
    public const string HomeFollowUp = "dho";

    private const string MunicipalityDips = "http://dips.no/fhir/StructureDefinition/R4/DIPSPatientMunicipality";
    private const string MunicipalityNo = "http://hl7.no/fhir/StructureDefinition/no-basis-municipalitycode";
    private const string MiddleName = "http://hl7.no/fhir/StructureDefinition/no-basis-middlename";

    private static readonly string[] National = [IdentifierSystems.Fnr, IdentifierSystems.Dnr, IdentifierSystems.Fhn];

    /// <summary>The patient's national id; null when the resource has none.</summary>
    public static Identifier? NationalId(JsonElement patient) =>
        National.Select(s => DipsJson.Identifier(patient, s)?.Trim() is { Length: > 0 } value ? new Identifier(s, value) : null).FirstOrDefault(i => i is not null);

    /// <summary>Reads it; the resource has a national id.</summary>
    public static LookupFinding Read(JsonElement patient, IReadOnlyList<JsonElement> episodes, DateTimeOffset now)
    {
        var names = DipsJson.Items(patient, "name").ToArray();
        var name = names.FirstOrDefault(n => DipsJson.Text(n, "use") == "official") is { ValueKind: JsonValueKind.Object } official ? official : names.FirstOrDefault();
        var doctor = DipsJson.Items(patient, "generalPractitioner").FirstOrDefault();
        var personalia = new Personalia(new ClinicalTime(now))
        {
            Given = Joined(name, "given"),
            Middle = DipsJson.Text(Extension(name, MiddleName), "valueString"),
            Family = DipsJson.Text(name, "family"),
            BirthDate = DipsJson.Text(patient, "birthDate"),
            Gender = DipsJson.Text(patient, "gender"),
            Deceased = DipsJson.Member(patient, "deceasedBoolean").ValueKind == JsonValueKind.True || DipsJson.Text(patient, "deceasedDateTime") is not null,
            Protection = ProtectionOf(patient),
            Addresses = [.. DipsJson.Items(patient, "address").Select(Address)],
            Telecoms = Telecoms(patient),
            Language = DipsJson.Items(patient, "communication").SelectMany(c => DipsJson.Items(DipsJson.Member(c, "language"), "coding")).Select(c => DipsJson.Text(c, "code")).FirstOrDefault(c => c is not null),
            Contacts = [.. DipsJson.Items(patient, "contact").Select(Contact).OfType<ContactPerson>()],
            Services = [.. episodes.Where(e => DipsJson.Text(e, "status") is "active" or "planned" or "onhold").Select(Service)],
            GeneralPractitioner = Doctor(doctor),
        };
        var id = NationalId(patient)!;
        return new LookupFinding(DipsJson.Text(patient, "id") ?? id.ToString(), new Patient(id, FullName(personalia), []), personalia)
        {
            Updated = Instant(DipsJson.Text(DipsJson.Member(patient, "meta"), "lastUpdated")),
        };
    }

    // The grade of the national register (FREG) as a security label.
    private static AddressProtection ProtectionOf(JsonElement patient)
    {
        var labels = DipsJson.Items(DipsJson.Member(patient, "meta"), "security").Select(s => DipsJson.Text(s, "code")?.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant()).ToArray();
        return labels.Contains("strengtfortrolig") ? AddressProtection.StrictlyConfidential : labels.Contains("fortrolig") ? AddressProtection.Confidential : AddressProtection.None;
    }

    private static PostalAddress Address(JsonElement address) => new(
        [.. Strings(address, "line")], DipsJson.Text(address, "postalCode"), DipsJson.Text(address, "city"), DipsJson.Text(address, "use"), Municipality(address));

    private static string? Municipality(JsonElement address)
    {
        var extensions = DipsJson.Items(address, "extension").Concat(DipsJson.Items(address, "extension").SelectMany(e => DipsJson.Items(e, "extension"))).Concat(DipsJson.Items(DipsJson.Member(address, "_district"), "extension"));
        return extensions.Where(e => DipsJson.Text(e, "url") is MunicipalityDips or MunicipalityNo).Select(e => DipsJson.Text(DipsJson.Member(e, "valueCoding"), "code")).FirstOrDefault(c => c is { Length: 4 });
    }

    private static IReadOnlyList<Telecom> Telecoms(JsonElement element) =>
    [
        .. DipsJson.Items(element, "telecom").Where(t => DipsJson.Text(t, "value") is { Length: > 0 }).Select(t => new Telecom(DipsJson.Text(t, "system") ?? "phone", DipsJson.Text(t, "value")!, DipsJson.Text(t, "use"))),
    ];

    private static ContactPerson? Contact(JsonElement contact)
    {
        var name = DipsJson.Member(contact, "name");
        var full = DipsJson.Text(name, "text") ?? Both(Joined(name, "given"), DipsJson.Text(name, "family"));
        var relation = DipsJson.Items(contact, "relationship").SelectMany(r => DipsJson.Items(r, "coding").Select(c => DipsJson.Text(c, "display")).Prepend(DipsJson.Text(r, "text"))).FirstOrDefault(w => w is not null);
        return full is null ? null : new ContactPerson(full, relation, Telecoms(contact));
    }

    private static GrantedService Service(JsonElement episode)
    {
        var period = DipsJson.Member(episode, "period");
        return new GrantedService(new Coding(null, HomeFollowUp, "Digital hjemmeoppfølging"), Instant(DipsJson.Text(period, "start")), Instant(DipsJson.Text(period, "end")));
    }

    private static Party? Doctor(JsonElement doctor)
    {
        var id = DipsJson.Member(doctor, "identifier");
        var number = DipsJson.Text(id, "value") is { Length: > 0 } value ? new Identifier(DipsJson.Text(id, "system") ?? "", value) : null;
        var name = DipsJson.Text(doctor, "display");
        return number is null && name is null ? null : new Party(PartyRole.Practitioner, number, name);
    }

    private static JsonElement Extension(JsonElement element, string url) => DipsJson.Items(element, "extension").FirstOrDefault(e => DipsJson.Text(e, "url") == url);

    private static IEnumerable<string> Strings(JsonElement element, string name) => DipsJson.Items(element, name).Where(e => e.ValueKind == JsonValueKind.String).Select(JsonText.Read).OfType<string>();

    private static string? Joined(JsonElement element, string name) => string.Join(' ', Strings(element, name)) is { Length: > 0 } text ? text : null;

    private static string? Both(string? given, string? family) => string.Join(' ', new[] { given, family }.Where(n => n is not null)) is { Length: > 0 } text ? text : null;

    private static string? FullName(Personalia p) => string.Join(' ', new[] { p.Given, p.Middle, p.Family }.Where(n => !string.IsNullOrWhiteSpace(n))) is { Length: > 0 } text ? text : null;

    // A day is taken as the day it is everywhere; a time without an offset is none (FHIR R4 dateTime).
    private static DateTimeOffset? Instant(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero) : OffsetTime.Read(text);
}
