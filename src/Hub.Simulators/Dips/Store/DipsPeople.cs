using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Hub.Simulators.Dips;

/// <summary>The patients of the journal.</summary>
internal sealed class DipsPeople
{
    public const string PatientId = "http://dips.no/fhir/namingsystem/dips-patientid";

    private readonly ConcurrentDictionary<string, string> _byNationalId = new(StringComparer.Ordinal);
    private readonly DipsStore _store;
    private readonly Lock _gate = new();
    private readonly bool _takesAnybody;

    public DipsPeople(IReadOnlyList<DipsPatient> patients, DipsStore store)
    {
        (_store, _takesAnybody) = (store, patients.Count == 0);
        foreach (var patient in patients)
            Register(patient);
    }

    public string Register(DipsPatient patient)
    {
        lock (_gate)
        {
            if (_byNationalId.TryGetValue(patient.NationalId, out var known))
                return known;
            var id = _store.Create("Patient", Resource(patient));
            var resource = (JsonObject)_store.Find("Patient", id)!.DeepClone();
            ((JsonArray)resource["identifier"]!).Add(new JsonObject { ["system"] = PatientId, ["value"] = id[3..] });
            _store.Update("Patient", id, resource);
            _byNationalId[patient.NationalId] = id;
            if (patient.Monitored)
                _store.Create("EpisodeOfCare", Episode(id));
            return id;
        }
    }

    /// <summary>DIPS's id of a national id; null when nobody has it.</summary>
    public string? Find(string nationalId, string system)
    {
        if (_byNationalId.TryGetValue(nationalId, out var id))
            return id;
        return _takesAnybody ? Register(new DipsPatient(nationalId) { System = system }) : null;
    }

    public string? NationalId(string id) => _byNationalId.FirstOrDefault(p => p.Value == id).Key;

    public string Put(string json)
    {
        var resource = Nodes.Parse(System.Text.Encoding.UTF8.GetBytes(json)) ?? throw new ArgumentException("Not JSON.", nameof(json));
        var type = Nodes.Text(resource, "resourceType")!;
        var identifier = resource["subject"]?["identifier"];
        if (Nodes.Text(identifier, "value") is { } national && Find(national, Nodes.Text(identifier, "system") ?? "") is { } patient)
            resource["subject"] = Subject(patient);
        return Nodes.Text(resource, "id") is { } id ? Named(type, id, resource) : _store.Create(type, resource);
    }

    /// <summary>How the journal names a patient in what it keeps.</summary>
    public static JsonObject Subject(string id) => new()
    {
        ["reference"] = $"Patient/{id}",
        ["identifier"] = new JsonObject { ["system"] = PatientId, ["value"] = id[3..] },
    };

    private string Named(string type, string id, JsonObject resource)
    {
        _store.Update(type, id, resource);
        return id;
    }

    private static JsonObject Resource(DipsPatient p)
    {
        var resource = new JsonObject
        {
            ["resourceType"] = "Patient",
            ["identifier"] = new JsonArray(new JsonObject { ["use"] = "official", ["system"] = p.System, ["value"] = p.NationalId }),
            ["active"] = true,
            ["name"] = new JsonArray(new JsonObject { ["use"] = "official", ["text"] = $"{p.Family}, {p.Given}", ["family"] = p.Family, ["given"] = new JsonArray(p.Given) }),
            ["telecom"] = new JsonArray(new JsonObject { ["system"] = "phone", ["value"] = "90909090", ["use"] = "mobile" }),
            ["gender"] = p.Gender,
            ["birthDate"] = p.BirthDate,
            ["deceasedBoolean"] = false,
            ["address"] = new JsonArray(new JsonObject
            {
                ["extension"] = new JsonArray(new JsonObject
                {
                    ["url"] = "http://hl7.no/fhir/StructureDefinition/no-basis-propertyinformation",
                    ["extension"] = new JsonArray(new JsonObject
                    {
                        ["url"] = "http://dips.no/fhir/StructureDefinition/R4/DIPSPatientMunicipality",
                        ["valueCoding"] = new JsonObject { ["system"] = "urn:oid:2.16.578.1.12.4.1.1.3402", ["code"] = "1804", ["display"] = "Bodø" },
                    }),
                }),
                ["use"] = "home",
                ["line"] = new JsonArray("Strandgata 1"),
                ["city"] = "Bodø",
                ["postalCode"] = "8001",
            }),
            ["contact"] = new JsonArray(new JsonObject
            {
                ["relationship"] = new JsonArray(new JsonObject { ["text"] = "datter" }),
                ["name"] = new JsonObject { ["text"] = "Kari Danser" },
                ["telecom"] = new JsonArray(new JsonObject { ["system"] = "phone", ["value"] = "91919191" }),
            }),
            ["generalPractitioner"] = new JsonArray(new JsonObject { ["reference"] = "PractitionerRole/agb1000944", ["identifier"] = new JsonObject { ["system"] = "urn:oid:2.16.578.1.12.4.1.4.4", ["value"] = "9144889" }, ["display"] = "Lege Legesen" }),
        };
        if (p.Protection is { } grade)
            resource["meta"] = new JsonObject { ["security"] = new JsonArray(new JsonObject { ["system"] = "http://dips.no/fhir/namingsystem/address-confidentiality", ["code"] = grade }) };
        return resource;
    }

    private static JsonObject Episode(string patient) => new()
    {
        ["resourceType"] = "EpisodeOfCare",
        ["identifier"] = new JsonArray(new JsonObject { ["system"] = "http://dips.no/fhir/namingsystem/dips-remotecaretid", ["value"] = patient[3..] }),
        ["status"] = "active",
        ["type"] = new JsonArray(new JsonObject
        {
            ["coding"] = new JsonArray(new JsonObject { ["system"] = "http://terminology.hl7.org/CodeSystem/episodeofcare-type", ["code"] = "HACC", ["display"] = "Home and Community Care" }),
            ["text"] = "Home and Community Care",
        }),
        ["patient"] = Subject(patient),
        ["period"] = new JsonObject { ["start"] = "2026-01-05T09:00:00+01:00" },
    };
}
