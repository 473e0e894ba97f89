using System.Text.Json;
using System.Text.Json.Nodes;
using Hub.Adapters.Values;
using Hub.Adapters.Vkp;
using Hub.Core.Adapters;
using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Core.Lookups;
using Hub.Core.Tenants;
using Hub.Fhir.Terminology;

namespace Hub.Adapters.Dips.Lookups;

/// <summary>Reads DIPS's vital signs as measurements, by the same reader that takes Observations in.</summary>
internal sealed class MeasurementReading(PartnerConfig partner, SenderContext context)
{
    private const string ObservationId = "http://dips.no/fhir/namingsystem/dips-ObservationId";

    private readonly VkpAdapter _reader = new();
    private readonly PartnerConfig _lenient = partner with { Inbound = new InboundConfig([]) { Mode = InboundMode.Lenient, ClockSkew = TimeSpan.FromDays(1) } };

    /// <summary>The parameters of DIPS's capability statement; the answer is held against the question once more, since what a server does with a range is its own.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Parameters(LookupQuery.MeasurementsOf of)
    {
        var parameters = new List<KeyValuePair<string, string>> { new("patient.Identifier", $"{of.Patient.System}|{of.Patient.Value}") };
        var codes = of.What.Select(w => Measurements.Find(w)?.Loinc is [var code, ..] ? code : null).ToArray();
        if (codes.Length > 0 && codes.All(c => c is not null))
            parameters.Add(new("code", string.Join(',', codes.Distinct())));
        if (of.From is { } from)
            parameters.Add(new("effectivedatetime", $"ge{from:yyyy-MM-ddTHH:mm:sszzz}"));
        if (of.To is { } to)
            parameters.Add(new("effectivedatetime", $"lt{to:yyyy-MM-ddTHH:mm:sszzz}"));
        return parameters;
    }

    /// <summary>The measurements that were asked for, the newest first.</summary>
    public Result<LookupAnswer> Read(IReadOnlyList<JsonElement> observations, bool complete, string patientId, LookupQuery.MeasurementsOf of)
    {
        var findings = new List<LookupFinding>();
        foreach (var observation in observations)
        {
            if (!IsAbout(observation, patientId, of.Patient))
                return LookupErrors.Unreadable.At("Observation.subject", "The answer is about somebody else; nothing of it was used");
            if (One(observation, of.Patient) is not { Content: Measurement measurement } finding)
                complete = false;
            else if ((of.What.Count == 0 || of.What.Contains(measurement.What)) && (of.From is null || measurement.Time.Start >= of.From) && (of.To is null || measurement.Time.Start < of.To))
                findings.Add(finding);
        }

        IEnumerable<LookupFinding> newest = findings.OrderByDescending(f => ((Measurement)f.Content).Time.Start);
        if (of.Last is { } last)
            newest = newest.GroupBy(f => ((Measurement)f.Content).What).SelectMany(g => g.Take(last)).OrderByDescending(f => ((Measurement)f.Content).Time.Start);
        var kept = newest.ToArray();
        return new LookupAnswer([.. kept.Take(of.Limit)], complete && kept.Length <= of.Limit);
    }

    /// <summary>Whether a resource is about the patient: by DIPS's own id, or by the national one.</summary>
    public static bool IsAbout(JsonElement resource, string patientId, Core.Identities.Identifier patient)
    {
        var subject = DipsJson.Member(resource, "subject");
        var identifier = DipsJson.Member(subject, "identifier");
        var reference = DipsJson.Text(subject, "reference");
        return reference is not null
            ? reference == $"Patient/{patientId}" || reference.EndsWith($"/Patient/{patientId}", StringComparison.Ordinal)
            : DipsJson.Text(identifier, "system") == patient.System && DipsJson.Text(identifier, "value") == patient.Value;
    }

    /// <summary>The resource with the patient's national id as its subject: DIPS names the patient by its own number, and the readers want the national one, which the caller asked by.</summary>
    public static JsonObject Named(JsonElement resource, Core.Identities.Identifier patient)
    {
        var named = JsonObject.Create(resource)!;
        named["subject"] = new JsonObject { ["identifier"] = new JsonObject { ["system"] = patient.System, ["value"] = patient.Value } };
        return named;
    }

    private LookupFinding? One(JsonElement observation, Core.Identities.Identifier patient)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(Named(observation, patient).ToJsonString());
        var read = _reader.Parse(new InboundMessage(bytes, "application/fhir+json", context.Time.GetUtcNow(), _lenient, context.Tenant.Environment) { Tenant = context.Tenant });
        if (read.Entries is not [{ Events: [var told] }])
            return null;
        var id = DipsJson.Identifier(observation, ObservationId) ?? DipsJson.Text(observation, "id") ?? told.SourceId;
        return new LookupFinding(id, new Patient(patient, null, []), told.Content) { Updated = Updated(observation) };
    }

    private static DateTimeOffset? Updated(JsonElement resource) =>
        OffsetTime.Read(DipsJson.Text(DipsJson.Member(resource, "meta"), "lastUpdated"));
}
