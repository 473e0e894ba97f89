using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;

namespace Hub.Simulators.Gerica;

/// <summary>Takes one document: checks it, asks whether the patient is known, and writes it into the ledger once.</summary>
internal sealed class JournalDesk(EffectLedger ledger, PlanVersions plans, bool keepBodies)
{
    private const string DeliverySystem = "urn:hub:delivery";

    public Verdict Observation(JsonElement resource, string client, string? key, FaultPlan faults)
    {
        var complaints = new List<Complaint>();
        var patient = ObservationCheck.Check(resource, "Observation", null, complaints);
        var documentId = DocumentIdOf(resource);
        return Take(new Document("Observation", resource, client, string.IsNullOrEmpty(key) ? documentId : key, documentId, patient), complaints, faults);
    }

    public Verdict Bundle(JsonElement resource, string client, string? key, FaultPlan faults)
    {
        var complaints = new List<Complaint>();
        var patient = JournalCheck.Check(resource, complaints);
        return Take(new Document("Bundle", resource, client, key, null, patient), complaints, faults);
    }

    public Verdict Plan(JsonElement resource, string id, string client, string? key, FaultPlan faults)
    {
        var complaints = new List<Complaint>();
        var patient = PlanCheck.Check(resource, id, complaints);
        var version = PlanVersions.Read(resource);
        if (version is null)
            complaints.Add(new("CarePlan.meta.versionId", "is not a whole number"));
        else if (key is null || ledger.Find(client, key) is null)
        {
            if (complaints.Count == 0 && !plans.IsNewer(client, id, version.Value))
                return Verdict.No(409, "conflict", new Complaint("CarePlan.meta.versionId", "is not later than the version held"));
        }
        var verdict = Take(new Document("CarePlan", resource, client, key, null, patient), complaints, faults);
        if (verdict.Status == 201)
            plans.Hold(client, id, version!.Value);
        return verdict;
    }

    private static string? DocumentIdOf(JsonElement observation) =>
        observation.Items("identifier").FirstOrDefault(i => i.Is("system", DeliverySystem)) is { ValueKind: JsonValueKind.Object } identifier ? identifier.Text("value") : null;

    private Verdict Take(Document document, List<Complaint> complaints, FaultPlan faults)
    {
        if (document.Patient is { } patient && faults.PoisonPatients.Contains(patient))
            return Verdict.No(500, "internal");
        var verdict = document.Patient is { } p && faults.RejectPatients.Contains(p)
            ? Verdict.No(422, faults.RejectCode)
            : Admit(document, complaints, faults);
        if (verdict.Effect is null)
            ledger.Refuse(new Refusal(document.Client, document.Form, document.Key ?? "", verdict.Reason!, [.. verdict.Complaints.Select(c => $"{c.Path} {c.Text}")])
            {
                Body = keepBodies ? JsonMarshal.GetRawUtf8Value(document.Resource).ToArray() : null,
            });
        return verdict;
    }

    private Verdict Admit(Document document, List<Complaint> complaints, FaultPlan faults)
    {
        if (string.IsNullOrEmpty(document.Key))
            complaints.Add(new("Idempotency-Key", "is missing"));
        if (complaints.Count > 0)
            return Verdict.No(422, "invalid", complaints);
        var bytes = JsonMarshal.GetRawUtf8Value(document.Resource);
        var digest = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var admission = ledger.Admit(document.Client, document.Form, document.Patient!, document.Key!, document.DocumentId ?? "", digest, keepBodies ? bytes.ToArray() : null);
        return admission.Kind switch
        {
            AdmissionKind.New => Verdict.Of(admission.Effect, again: false),
            AdmissionKind.Repeat when faults.DuplicateSensitive => Verdict.No(409, "duplicate"),
            AdmissionKind.Repeat => Verdict.Of(admission.Effect, again: true),
            _ => Verdict.No(409, "conflict"),
        };
    }

    private readonly record struct Document(string Form, JsonElement Resource, string Client, string? Key, string? DocumentId, string? Patient);
}
