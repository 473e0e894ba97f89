using System.Text.Json.Nodes;
using Hub.Core.Adapters;

namespace Hub.Adapters.Dips;

/// <summary>Where a document goes.</summary>
internal enum DipsPlace
{
    /// <summary>RPM RecordKeeper.</summary>
    RecordKeeper,

    /// <summary>The base of the FHIR server: a transaction.</summary>
    Transaction,

    /// <summary>A new resource.</summary>
    Create,

    /// <summary>A resource under an id of ours: the next version of a plan.</summary>
    Update,
}

/// <summary>A document as the sender sees it. Numbers keep their digits: what is not changed is written as it was read.</summary>
internal sealed class DipsDocument
{
    private const string ExternalIdSystem = "http://dips.no/fhir/namingsystem/externalId";

    private readonly JsonObject _root;

    private DipsDocument(JsonObject root, string type, DipsPlace place) => (_root, Type, Place) = (root, type, place);

    /// <summary>Resource type.</summary>
    public string Type { get; }

    /// <summary>Where it goes.</summary>
    public DipsPlace Place { get; }

    /// <summary>The resource's own id; null when it has none.</summary>
    public string? Id => Text(_root, "id");

    /// <summary>The id by which it is looked for before it goes out again; null when it has none.</summary>
    public string? ExternalId => (_root["identifier"] as JsonArray)?.OfType<JsonObject>().Where(i => Text(i, "system") == ExternalIdSystem).Select(i => Text(i, "value")).FirstOrDefault();

    /// <summary>When what it tells took place, as it stands there; null when it does not say.</summary>
    public string? EventTime => Text(_root, "effectiveDateTime")
        ?? (_root["extension"] as JsonArray)?.OfType<JsonObject>().Where(e => Text(e, "url")?.EndsWith("/DIPSDocumentReferenceEventTime", StringComparison.Ordinal) == true).Select(e => Text(e, "valueDateTime")).FirstOrDefault();

    /// <summary>Whom it is about: the national id in its subjects; null when it names nobody.</summary>
    public (string System, string Value)? Patient
    {
        get
        {
            foreach (var subject in Subjects())
            {
                if (subject["identifier"] is JsonObject id && Text(id, "system") is { } system && Text(id, "value") is { } value)
                    return (system, value);
            }

            return null;
        }
    }

    /// <summary>Reads a document; null when it is not a FHIR resource in JSON.</summary>
    public static DipsDocument? Read(OutboundItem item)
    {
        try
        {
            if (JsonNode.Parse(item.Document.Body.Span) is not JsonObject root || Text(root, "resourceType") is not { } type)
                return null;
            var place = type switch
            {
                "Bundle" => Text(root, "type") == "transaction" ? DipsPlace.Transaction : DipsPlace.RecordKeeper,
                "CarePlan" => DipsPlace.Update,
                _ => DipsPlace.Create,
            };
            return new DipsDocument(root, type, place);
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }

    /// <summary>The bytes with DIPS's own id of the patient in every subject beside the national one.</summary>
    public byte[] About(string patientId)
    {
        foreach (var subject in Subjects())
            subject["reference"] = $"Patient/{patientId}";
        return System.Text.Encoding.UTF8.GetBytes(_root.ToJsonString());
    }

    private IEnumerable<JsonObject> Subjects()
    {
        var resources = Place == DipsPlace.Transaction
            ? (_root["entry"] as JsonArray)?.OfType<JsonObject>().Select(e => e["resource"]).OfType<JsonObject>() ?? []
            : [_root];
        return resources.Select(r => r["subject"]).OfType<JsonObject>();
    }

    private static string? Text(JsonObject? node, string name) => node?[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
