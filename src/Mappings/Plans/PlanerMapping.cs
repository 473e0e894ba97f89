using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Core.Mappings;
using Hub.Mappings.Fhir;
using Hub.Mappings.Ledger;

namespace Hub.Mappings.Plans;

/// <summary>Mapping <c>planer.plan</c>: a version of a shared plan for the national register Planer (NHN, Planer API v0.4.0 of 15 June 2026: title, description and zones in green, yellow and red). What that API has no place for
/// stands in words at the end of the description.</summary>
public sealed class PlanerMapping : IMapping
{
    /// <summary>Name in routes.</summary>
    public const string MappingName = "planer.plan";

    private const string NoPlace = "Planer has no place for it; it stands in words in the description";
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <inheritdoc/>
    public string Name => MappingName;

    /// <inheritdoc/>
    public IReadOnlySet<ContentKind> Accepts { get; } = new HashSet<ContentKind> { ContentKind.Plan };

    /// <inheritdoc/>
    public MappingOutcome Map(Envelope envelope, MappingContext context)
    {
        if (envelope.Content is not SelfTreatmentPlan plan)
            return MappingOutcome.Failed(MappingErrors.WrongKind.At("Content"));
        if (!Hub.Fhir.Terminology.IdentifierSystems.IsNationalPatient(envelope.Patient.Id.System) || string.IsNullOrWhiteSpace(envelope.Patient.Id.Value))
            return MappingOutcome.Failed(MappingErrors.NoNationalId.At("Patient.Id"));
        var ledger = new MappingLedger(envelope);
        Account(envelope, plan, ledger);
        // The sender finds the shared plan and its version by the document's id.
        var id = new SharedPlanVersion(plan.PlanId, plan.Version).ToString();
        return new MappingOutcome(new OutboundDocument(Name, "application/json", Write(plan, envelope.Patient), id), ledger.Lines, []);
    }

    private static byte[] Write(SelfTreatmentPlan plan, Patient patient)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Plain))
        {
            json.WriteStartObject();
            json.WriteString("status", plan.Status);
            json.WriteString("comment", FhirWords.Text(plan.ReasonForChange) ?? (plan.Version <= 1 ? "Ny plan" : "Endret plan"));
            json.WriteStartObject("subject");
            json.WriteString("system", patient.Id.System);
            json.WriteString("value", patient.Id.Value);
            json.WriteEndObject();
            json.WriteStartObject("updated_by");
            UpdatedBy(json, plan.Author);
            json.WriteEndObject();
            json.WriteStartObject("clinical_content");
            json.WriteString("title", FhirWords.Text(plan.Title) ?? "Egenbehandlingsplan");
            json.WriteString("description", PlanerDescription.Of(plan));
            json.WriteStartArray("zones");
            foreach (var zone in plan.Zones.Where(z => z.Level != Triage.None))
            {
                json.WriteStartObject();
                json.WriteString("condition", zone.Condition);
                json.WriteString("action", zone.Action);
                json.WriteString("level", zone.Level.ToString().ToLower(CultureInfo.InvariantCulture));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    private static void UpdatedBy(Utf8JsonWriter json, Party? author)
    {
        if (author?.Id is { } id)
        {
            if (id.System.Length > 0)
                json.WriteString("system", id.System);
            json.WriteString("value", id.Value);
        }

        if (FhirWords.Text(author?.Name) is { } name)
            json.WriteString("name", name);
        else if (author?.Id is null)
            json.WriteString("name", "Ikke oppgitt");
    }

    private static void Account(Envelope envelope, SelfTreatmentPlan plan, MappingLedger ledger)
    {
        PlanAccount.Surroundings(envelope, ledger);
        ledger.Add(Line.Left("SourceId", "The hub's own; the register gives ids of its own"));
        ledger.Add(Line.Left("PlanId", "The register gives ids of its own; the hub remembers which is which"));
        ledger.Add(Line.Left("Version", "The register counts its own versions; the hub remembers which is which"));
        ledger.Add(Line.Left("Time", "The register sets its own time, when it takes the version"));
        ledger.Add(Line.To("Status", "status"));
        ledger.AddIf(plan.Zones.Count > 0, Line.To("Zones", "clinical_content.zones, clinical_content.description"));
        ledger.AddIf(plan.Title is not null, Line.To("Title", "clinical_content.title"));
        ledger.AddIf(plan.Description is not null, Line.To("Description", "clinical_content.description"));
        ledger.AddIf(plan.Author is not null, Line.To("Author", "updated_by"));
        ledger.AddIf(plan.ReasonForChange is not null, Line.To("ReasonForChange", "comment"));
        ledger.AddIf(plan.BasedOn is not null, Line.Left("BasedOn", "The register has its own versions, which the hub compares before it writes"));
        ledger.AddIf(plan.Origin is not null, Line.Left("Origin", "The register knows who updated it, not from which system"));
        ledger.AddIf(plan.Triage != Triage.None, Line.Left("Triage", "The register has no light for the whole plan; the zones have theirs"));
        ledger.AddIf(plan.Corrects is not null, Line.Left("Corrects", "The register keeps versions, and takes none back"));
        foreach (var (field, present) in new[]
        {
            ("ValidFrom", plan.ValidFrom is not null), ("ValidTo", plan.ValidTo is not null), ("Conditions", plan.Conditions.Count > 0),
            ("Medications", plan.Medications.Count > 0), ("Activities", plan.Activities.Count > 0), ("Diet", plan.Diet.Count > 0),
        })
            ledger.AddIf(present, Line.Moved(field, "clinical_content.description", NoPlace));
    }
}
