using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Hub.Simulators.Gerica;

namespace Hub.Simulators.Dips;

/// <summary>Takes new resources: whom they are about, whether they may be kept, and whether they are there already.</summary>
internal sealed class DipsDesk(DipsStore store, DipsPeople people, EffectLedger ledger, Func<DipsFaults> faults, bool keepBodies)
{
    private const string ExternalId = "http://dips.no/fhir/namingsystem/externalId";
    private const string Delivery = "urn:hub:delivery";

    private readonly Lock _gate = new();

    /// <summary>Creates a resource, unless <paramref name="onlyIfNone"/> finds it there.</summary>
    public DipsVerdict Create(string type, JsonObject resource, string? onlyIfNone, string client, string? requestKey)
    {
        lock (_gate)
        {
            if (Refusal(type, resource) is { } refusal)
                return Refused(refusal, type, client, requestKey);
            var known = onlyIfNone is null || faults().NoConditionalCreate ? null : store.Latest(type).FirstOrDefault(r => Has(r, onlyIfNone));
            var digest = Digest(resource);
            Admit(type, resource, client, requestKey, digest);
            return known is not null ? new DipsVerdict(200, known) : new DipsVerdict(201, store.Find(type, store.Create(type, Kept(type, resource))));
        }
    }

    /// <summary>Adds a version of a resource under an id.</summary>
    public DipsVerdict Update(string type, string id, JsonObject resource, string client, string? requestKey)
    {
        lock (_gate)
        {
            if (Refusal(type, resource) is { } refusal)
                return Refused(refusal, type, client, requestKey);
            Admit(type, resource, client, requestKey, Digest(resource));
            return store.Update(type, id, Kept(type, resource)) ? new DipsVerdict(201, store.Find(type, id)) : new DipsVerdict(200, store.Find(type, id));
        }
    }

    private DipsVerdict? Refusal(string type, JsonObject resource)
    {
        var odd = faults();
        if (type == "Observation" && odd.VitalSignsReadOnly)
            return DipsVerdict.No(405, "not-supported", "Create is not supported for this resource");
        if (DipsCheck.Fault(type, resource) is { } fault)
            return DipsVerdict.No(odd.ValidationAs500 ? 500 : 422, "invalid", fault);
        var id = Nodes.Text(resource["subject"], "reference")?.Split('/')[^1];
        if (id is null || store.Find("Patient", id) is null)
            return DipsVerdict.No(422, "not-found", "The patient was not found");
        var national = people.NationalId(id) ?? "";
        if (odd.ClosedJournals.Contains(national))
            return DipsVerdict.No(422, "business-rule", "Journalen er lukket for denne pasienten");
        if (odd.WithoutEpisode.Contains(national))
            return DipsVerdict.No(422, "business-rule", "The patient has no active episode of care");
        return type == "DocumentReference" && odd.NoEprGroups ? DipsVerdict.No(422, "business-rule", "This document can not be saved without having EPR groups set.") : null;
    }

    private DipsVerdict Refused(DipsVerdict refusal, string type, string client, string? requestKey)
    {
        ledger.Refuse(new Refusal(client, type, requestKey ?? "", refusal.Issue!, [refusal.Words!]));
        return refusal;
    }

    private void Admit(string type, JsonObject resource, string client, string? requestKey, string digest)
    {
        // Identifiers are told apart by type: a report and its answers may carry the same value, each in a series of its own.
        var document = (Nodes.Identifier(resource, ExternalId) ?? Nodes.Identifier(resource, Delivery) ?? Nodes.Text(resource["identifier"], "value")) is { } value ? $"{type}/{value}" : "";
        var patient = people.NationalId(Nodes.Text(resource["subject"], "reference")!.Split('/')[^1]) ?? "";
        var key = requestKey ?? document;
        ledger.Admit(client, type, patient, key.Length > 0 ? key : Guid.NewGuid().ToString("N"), document, digest, keepBodies ? Encoding.UTF8.GetBytes(resource.ToJsonString()) : null);
    }

    private JsonObject Kept(string type, JsonObject resource)
    {
        var kept = (JsonObject)resource.DeepClone();
        kept["subject"] = DipsPeople.Subject(Nodes.Text(resource["subject"], "reference")!.Split('/')[^1]);
        if (type == "DocumentReference")
        {
            foreach (var attachment in Nodes.Items(kept, "content").Select(c => c["attachment"]).OfType<JsonObject>())
            {
                var binary = store.Create("Binary", new JsonObject { ["resourceType"] = "Binary", ["contentType"] = Nodes.Text(attachment, "contentType"), ["data"] = Nodes.Text(attachment, "data") });
                attachment.Remove("data");
                attachment["url"] = store.Address("Binary", binary);
            }
        }

        return kept;
    }

    // The search of a condition: identifier=system|value.
    private static bool Has(JsonObject resource, string condition)
    {
        var token = Uri.UnescapeDataString(condition.StartsWith("identifier=", StringComparison.Ordinal) ? condition["identifier=".Length..] : condition).Split('|');
        bool Same(JsonObject i) => Nodes.Text(i, "value") == token[^1] && (token.Length == 1 || Nodes.Text(i, "system") == token[0]);
        return Nodes.Items(resource, "identifier").Any(Same) || (resource["identifier"] is JsonObject one && Same(one));
    }

    private static string Digest(JsonObject resource) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(resource.ToJsonString())));
}
