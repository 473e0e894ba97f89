using System.Globalization;
using System.Text.Json.Nodes;

namespace Hub.Simulators.Dips;

/// <summary>The searches that DIPS publishes, as far as the hub uses them. A parameter that a type does not have is a fault of the caller.</summary>
internal sealed class DipsSearch(DipsStore store, DipsPeople people)
{
    private const string ExternalId = "http://dips.no/fhir/namingsystem/externalId";
    private const string EventTime = "http://dips.no/fhir/StructureDefinition/DIPSDocumentReferenceEventTime";

    private static readonly HashSet<string> Everywhere = new(StringComparer.Ordinal) { "_count", "page", "_id", "_sort" };

    private static readonly Dictionary<string, string[]> Known = new(StringComparer.Ordinal)
    {
        ["Patient"] = ["identifier"],
        ["Observation"] = ["fhirid", "externalfhirid", "code", "patient", "patient.Identifier", "effectivedatetime"],
        ["DocumentReference"] = ["patient", "patient.identifier", "period.start", "period.end", "includebinary"],
        ["EpisodeOfCare"] = ["patient", "status", "externalSystemId", "externalId"],
        ["CarePlan"] = ["patient", "patient.identifier", "identifier"],
        ["QuestionnaireResponse"] = ["patient", "patient.identifier", "identifier"],
    };

    /// <summary>What matches, newest first; null when the search is not one that can be made.</summary>
    public IReadOnlyList<JsonObject>? Find(string type, IReadOnlyList<KeyValuePair<string, string>> parameters)
    {
        var asked = parameters.Where(p => !Everywhere.Contains(p.Key) || p.Key == "_id").ToArray();
        if (!Known.TryGetValue(type, out var names) || asked.Length == 0 || asked.Any(p => p.Key != "_id" && !names.Contains(p.Key)))
            return null;
        return [.. store.Latest(type).Where(r => asked.All(p => Matches(type, r, p.Key, p.Value))).OrderByDescending(When, StringComparer.Ordinal)];
    }

    private bool Matches(string type, JsonObject resource, string name, string value) => (type, name) switch
    {
        (_, "_id" or "fhirid") => Nodes.Text(resource, "id") == value,
        ("Patient", "identifier") => Nodes.Items(resource, "identifier").Any(i => Token(i, value)),
        (_, "identifier") => Nodes.Items(resource, "identifier").Any(i => Token(i, value)) || (resource["identifier"] is JsonObject one && Token(one, value)),
        (_, "externalfhirid") => Nodes.Identifier(resource, ExternalId) == value,
        (_, "code") => value.Split(',').Any(code => Nodes.Items(resource["code"], "coding").Any(c => Nodes.Text(c, "code") == code.Split('|')[^1])),
        ("EpisodeOfCare", "patient") => Nodes.Text(resource["patient"], "reference") == $"Patient/cdp{value}",
        (_, "patient") => Nodes.Text(resource["subject"], "reference") == $"Patient/{value.Split('/')[^1]}",
        (_, "patient.identifier" or "patient.Identifier") => About(resource, value),
        (_, "status") => Nodes.Text(resource, "status") == value,
        (_, "effectivedatetime") => Dated(Nodes.Text(resource, "effectiveDateTime"), value),
        (_, "period.start") => string.CompareOrdinal(Day(resource), value) >= 0,
        (_, "period.end") => string.CompareOrdinal(Day(resource), value) <= 0,
        _ => true,
    };

    private bool About(JsonObject resource, string token)
    {
        var parts = token.Split('|');
        var id = parts[0] == DipsPeople.PatientId ? $"cdp{parts[^1]}" : people.Find(parts[^1], parts[0]);
        return id is not null && Nodes.Text(resource["subject"], "reference") == $"Patient/{id}";
    }

    private static bool Token(JsonObject identifier, string token)
    {
        var parts = token.Split('|');
        return Nodes.Text(identifier, "value") == parts[^1] && (parts.Length == 1 || Nodes.Text(identifier, "system") == parts[0]);
    }

    private static bool Dated(string? at, string bound)
    {
        if (!DateTimeOffset.TryParse(at, CultureInfo.InvariantCulture, out var time) || !DateTimeOffset.TryParse(bound.TrimStart('g', 'e', 'l', 't'), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var limit))
            return false;
        return bound[..2] switch { "ge" => time >= limit, "gt" => time > limit, "le" => time <= limit, "lt" => time < limit, _ => time.Date == limit.Date };
    }

    private static string Day(JsonObject document) =>
        Nodes.Items(document, "extension").Where(e => Nodes.Text(e, "url") == EventTime).Select(e => Nodes.Text(e, "valueDateTime")?[..10]).FirstOrDefault() ?? "";

    private static string When(JsonObject resource) => Nodes.Text(resource, "effectiveDateTime") ?? Nodes.Text(resource, "date") ?? Nodes.Text(resource, "id") ?? "";
}
