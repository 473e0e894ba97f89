using System.Text.Encodings.Web;
using System.Text.Json;
using Hub.Core.Content;
using Hub.Core.Identities;
using Hub.Mappings.Fhir;

namespace Hub.Mappings.Plans;

/// <summary>The form of a plan for a vendor of home follow-up: a field that is not known is left out.</summary>
internal static class DhoPlanJson
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(SelfTreatmentPlan plan, Envelope envelope, string id)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Plain))
        {
            json.WriteStartObject();
            json.WriteString("eventId", id);
            json.WriteString("type", "plan");
            json.WriteStartObject("patient");
            json.WriteString("nationalId", envelope.Patient.Id.Value);
            json.WriteEndObject();
            json.WriteString("occurredAt", FhirTimes.Start(plan.Time).Text);
            Text(json, "triage", Light(plan.Triage));
            Text(json, "corrects", plan.Corrects);
            json.WriteStartObject("plan");
            Body(json, plan);
            json.WriteEndObject();
            json.WriteStartObject("source");
            json.WriteString("event", envelope.SourceId);
            Text(json, "system", plan.Origin);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    private static void Body(Utf8JsonWriter json, SelfTreatmentPlan plan)
    {
        json.WriteString("planId", plan.PlanId);
        json.WriteNumber("version", plan.Version);
        Text(json, "basedOn", plan.BasedOn);
        Text(json, "title", plan.Title);
        Text(json, "description", plan.Description);
        json.WriteString("status", plan.Status);
        Author(json, plan.Author);
        Text(json, "reason", plan.ReasonForChange);
        Text(json, "validFrom", plan.ValidFrom is { } from ? FhirTimes.Start(from).Text : null);
        Text(json, "validTo", plan.ValidTo is { } to ? FhirTimes.Start(to).Text : null);
        List(json, "conditions", plan.Conditions, c =>
        {
            Text(json, "text", c.Text);
            Codes(json, c);
        });
        json.WriteStartArray("zones");
        foreach (var zone in plan.Zones)
        {
            json.WriteStartObject();
            Text(json, "level", Light(zone.Level));
            json.WriteString("condition", zone.Condition);
            json.WriteString("action", zone.Action);
            List(json, "thresholds", zone.Thresholds, limit => Limit(json, limit));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Parts(json, "medications", plan.Medications);
        Parts(json, "activities", plan.Activities);
        Parts(json, "diet", plan.Diet);
    }

    private static void Author(Utf8JsonWriter json, Party? author)
    {
        if (author is null)
            return;
        json.WriteStartObject("author");
        json.WriteString("role", author.Role switch
        {
            PartyRole.Practitioner => "practitioner",
            PartyRole.Patient => "patient",
            PartyRole.RelatedPerson => "relative",
            PartyRole.Organization => "organization",
            _ => "system",
        });
        Text(json, "name", author.Name);
        if (author.Id is { } id)
        {
            Text(json, id.System switch
            {
                IdentifierSystems.Hpr => "hpr",
                IdentifierSystems.Orgnr => "orgnr",
                IdentifierSystems.Fnr or IdentifierSystems.Dnr or IdentifierSystems.Fhn => "nationalId",
                _ => "userId",
            }, id.Value);
            Text(json, "idSystem", id.System is IdentifierSystems.Hpr or IdentifierSystems.Orgnr or IdentifierSystems.Fnr or IdentifierSystems.Dnr or IdentifierSystems.Fhn or "" ? null : id.System);
        }

        json.WriteEndObject();
    }

    private static void Limit(Utf8JsonWriter json, ZoneThreshold limit)
    {
        json.WriteString("kind", limit.What);
        Text(json, "component", limit.Component);
        Bound(json, "low", limit.Low);
        Bound(json, "high", limit.High);
        var (first, second) = (limit.Low ?? limit.High, limit.High);
        Text(json, "unit", first?.Unit);
        Text(json, "unitShown", first?.DisplayUnit);
        Text(json, "highUnit", second?.Unit == first?.Unit ? null : second?.Unit);
        Text(json, "highUnitShown", second?.DisplayUnit == first?.DisplayUnit ? null : second?.DisplayUnit);
    }

    private static void Bound(Utf8JsonWriter json, string name, Quantity? bound)
    {
        if (bound is not null)
            json.WriteNumber(name, bound.Value);
    }

    private static void Parts(Utf8JsonWriter json, string name, IReadOnlyList<PlanPart> parts) => List(json, name, parts, part =>
    {
        json.WriteString("title", part.Title);
        Text(json, "instruction", part.Instruction);
        Text(json, "zone", Light(part.Zone));
        if (part.Code is not { } code)
            return;
        Text(json, "codeText", code.Text);
        Codes(json, code);
    });

    private static void Codes(Utf8JsonWriter json, Concept concept) => List(json, "codes", concept.Codings, coding =>
    {
        Text(json, "system", coding.System);
        json.WriteString("code", coding.Code);
        Text(json, "display", coding.Display);
    });

    private static void List<T>(Utf8JsonWriter json, string name, IReadOnlyCollection<T> items, Action<T> write)
    {
        if (items.Count == 0)
            return;
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string? Light(Triage triage) => triage == Triage.None ? null : triage.ToString().ToLowerInvariant();

    private static void Text(Utf8JsonWriter json, string name, string? text)
    {
        if (!string.IsNullOrWhiteSpace(text))
            json.WriteString(name, text);
    }
}
