using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Core.Mappings;
using Hub.Mappings.Ledger;

namespace Hub.Mappings.Dho;

/// <summary>Mapping <c>dho.handover</c>: tells a vendor of home follow-up which organisation follows a patient up, and from when, so that its own access rights switch too. The README beside this file has the form.</summary>
public sealed class HandoverMapping : IMapping
{
    private const string Known = "The vendor holds it already, or the journals have it";
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <inheritdoc/>
    public string Name => "dho.handover";

    /// <inheritdoc/>
    public IReadOnlySet<ContentKind> Accepts { get; } = new HashSet<ContentKind> { ContentKind.Handover };

    /// <inheritdoc/>
    public MappingOutcome Map(Envelope envelope, MappingContext context)
    {
        if (envelope.Content is not CareHandover handover)
            return MappingOutcome.Failed(MappingErrors.WrongKind.At("Content"));
        if (!Hub.Fhir.Terminology.IdentifierSystems.IsNationalPatient(envelope.Patient.Id.System) || string.IsNullOrWhiteSpace(envelope.Patient.Id.Value))
            return MappingOutcome.Failed(MappingErrors.NoNationalId.At("Patient.Id"));
        var ledger = new MappingLedger(envelope);
        Account(envelope, handover, ledger);
        var id = context.Ids.For("handover").ToString("D");
        return new MappingOutcome(new OutboundDocument(Name, "application/json", Write(envelope, handover, id), id), ledger.Lines, []);
    }

    private static void Account(Envelope envelope, CareHandover handover, MappingLedger ledger)
    {
        ledger.Add(Line.To("Patient.Id", "patient.nationalId"));
        ledger.AddIf(envelope.Patient.Name is not null, Line.Left("Patient.Name", "The vendor knows the patient by the number"));
        ledger.AddIf(envelope.Patient.OtherIds.Count > 0, Line.Left("Patient.OtherIds", "The vendor knows the patient by the national number"));
        ledger.Add(Line.Left("SourceId", "The handover's own id is told"));
        ledger.AddIf(envelope.Correlation is not null, Line.Left("Correlation", Known));
        ledger.Add(Line.To("HandoverId", "handover.id"));
        ledger.Add(Line.To("Time", "handover.effectiveAt"));
        ledger.Add(Line.To("Stage", "handover.stage"));
        ledger.AddIf(handover.From is not null, Line.To("From", "handover.from"));
        ledger.AddIf(handover.To is not null, Line.To("To", "handover.to"));
        ledger.AddIf(handover.Plan is not null, Line.To("Plan.PlanId", "handover.plan.planId"));
        foreach (var (field, present) in new[]
        {
            ("Summary", handover.Summary.Count > 0), ("Author", handover.Author is not null), ("Reason", handover.Reason is not null), ("LastValues", handover.LastValues.Count > 0),
            ("Services", handover.Services.Count > 0), ("Triage", handover.Triage != Triage.None), ("Corrects", handover.Corrects is not null),
        })
            ledger.AddIf(present, Line.Left(field, Known));
        if (handover.Plan is not { } plan)
            return;
        ledger.Add(Line.To("Plan.Version", "handover.plan.version"));
        foreach (var property in plan.GetType().GetProperties().Where(p => p.CanWrite && p.Name is not (nameof(plan.PlanId) or nameof(plan.Version))))
            ledger.Add(Line.Left($"Plan.{property.Name}", Known));
    }

    private static byte[] Write(Envelope envelope, CareHandover handover, string id)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Plain))
        {
            json.WriteStartObject();
            json.WriteString("eventId", id);
            json.WriteString("type", "handover");
            json.WriteStartObject("patient");
            json.WriteString("nationalId", envelope.Patient.Id.Value);
            json.WriteEndObject();
            json.WriteStartObject("handover");
            json.WriteString("id", handover.HandoverId);
            json.WriteString("stage", handover.Stage.ToString().ToLowerInvariant());
            json.WriteString("effectiveAt", handover.Time.Start.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture));
            Party(json, "from", handover.From);
            Party(json, "to", handover.To);
            if (handover.Plan is { } plan)
            {
                json.WriteStartObject("plan");
                json.WriteString("planId", plan.PlanId);
                json.WriteNumber("version", plan.Version);
                json.WriteEndObject();
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    private static void Party(Utf8JsonWriter json, string name, Party? party)
    {
        if (party is null)
            return;
        json.WriteStartObject(name);
        if (party.Id is { } id)
        {
            json.WriteString("system", id.System);
            json.WriteString("value", id.Value);
        }

        if (party.Name is { } title)
            json.WriteString("name", title);
        json.WriteEndObject();
    }
}
