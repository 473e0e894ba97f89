using Hub.Fhir.Model;
using Hub.Fhir.Terminology;

namespace Hub.Adapters.FhirReading;

/// <summary>The elements of a resource that have a place in the content, as paths without indexes.</summary>
internal sealed class Carried
{
    private static readonly Carried Observations = new(
        "resourceType", "status", "issued", "effectiveDateTime", "effectiveInstant", "effectivePeriod.start", "effectivePeriod.end", "valueString", "valueInteger", "note.text",
        "referenceRange.text", "component.valueString", "component.valueInteger", "component.referenceRange.text",
        "+identifier", "@category", "@code", "~subject", "~performer", "~device", "#valueQuantity", "@valueCodeableConcept", "@dataAbsentReason", "@interpretation", "@bodySite",
        "@method", "#referenceRange.low", "#referenceRange.high", "@referenceRange.type", "@component.code", "#component.valueQuantity", "@component.valueCodeableConcept",
        "@component.dataAbsentReason", "@component.interpretation", "#component.referenceRange.low", "#component.referenceRange.high", "@component.referenceRange.type");

    private static readonly Carried Notes = new(
        "resourceType", "date", "title", "event.period.start", "event.period.end", "section.title", "section.text.div", "relatesTo.targetIdentifier.value",
        "+identifier", "@type", "@category", "~subject", "~author", "@event.code", "@section.code", "section.text.status", "section.section");

    private static readonly Carried Issues = new(
        "resourceType", "severity", "detail", "identifiedDateTime", "identifiedPeriod.start", "identifiedPeriod.end", "implicated.reference",
        "+identifier", "@code", "~patient", "@mitigation.action");

    private static readonly Carried Forms = new(
        "resourceType", "status", "questionnaire", "authored", "+identifier", "~subject", "~source", "item");

    private static readonly Carried Flags = new(
        "resourceType", "status", "period.start", "period.end", "+identifier", "@category", "@code", "~subject", "~author");

    private static readonly Carried Communications = new(
        "resourceType", "status", "priority", "sent", "payload.contentString", "note.text", "about.reference", "reasonReference.reference",
        "+identifier", "@category", "@reasonCode", "@topic", "~subject", "~sender");

    private static readonly Carried Conditions = new("resourceType", "id", "@code", "@severity", "@clinicalStatus", "note.text", "~subject");

    private static readonly Carried Goals = new(
        "resourceType", "id", "lifecycleStatus", "~subject", "addresses.reference", "@target.measure", "#target.detailRange.low", "#target.detailRange.high", "#target.detailQuantity");

    private static readonly Carried Devices = new(
        "resourceType", "manufacturer", "modelNumber", "serialNumber", "deviceName.name", "deviceName.type", "+identifier", "@type", "~patient");

    private static readonly Carried DeviceIssues = new(Issues, (VkpExtensions.SeverityLevel, []));

    private static readonly Carried Dispenses = new(
        new(
            "resourceType", "status", "whenHandedOver", "note.text", "dosageInstruction.text", "dosageInstruction.timing.event", "medicationReference.display",
            "+identifier", "@category", "@medicationCodeableConcept", "~subject", "~performer.actor", "#quantity"),
        (VkpExtensions.MedicationDispenseDevice, ["identifier", "displayName", "type", "typeName"]));

    private static readonly Carried Visits = new(
        new(
            "resourceType", "status", "class.system", "class.code", "class.display", "period.start", "period.end",
            "+identifier", "@type", "~subject", "~participant.individual", "@participant.type", "@reasonCode"),
        (VkpExtensions.EncounterDevice, ["deviceIdentifier", "display", "type", "typeName"]),
        (VkpExtensions.Annotation, ["note"]));

    private static readonly Carried Positions = new(
        new("resourceType", "description", "position.latitude", "position.longitude", "+identifier"),
        (VkpExtensions.AdditionalPositionData, ["timestamp", "horizontalAccuracy"]));

    private static readonly Carried Person = new("resourceType", "id", "name", "+identifier");

    private static readonly Carried Nothing = new("resourceType");

    private readonly HashSet<string> _paths = new(StringComparer.Ordinal);
    private readonly HashSet<string> _above = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string[]> _extensions = new(StringComparer.Ordinal);

    // Marks: + identifier, @ concept, # quantity, ~ reference with identifier and name.
    private Carried(params string[] patterns)
    {
        foreach (var path in patterns.SelectMany(Expand))
        {
            _paths.Add(path);
            for (var dot = path.LastIndexOf('.'); dot > 0; dot = path.LastIndexOf('.', dot - 1))
                _above.Add(path[..dot]);
        }
    }

    private Carried(Carried plain, params (string Url, string[] Parts)[] extensions)
    {
        (_paths, _above) = (plain._paths, plain._above);
        foreach (var (url, parts) in extensions)
            _extensions.Add(url, parts);
    }

    public static Carried Of(Resource resource) => resource switch
    {
        Observation => Observations,
        Composition => Notes,
        DetectedIssue issue => DeviceServices.IsDevice(Terms.Concept(issue.Code)) ? DeviceIssues : Issues,
        MedicationDispense => Dispenses,
        Encounter => Visits,
        Location => Positions,
        QuestionnaireResponse => Forms,
        Flag => Flags,
        Communication => Communications,
        Condition => Conditions,
        Goal => Goals,
        Device => Devices,
        Patient or Practitioner or Organization => Person,
        _ => Nothing,
    };

    /// <summary>The parts of an extension of the resource itself that are carried, empty for one whose value is; null for an extension that is not carried.</summary>
    public IReadOnlyList<string>? PartsOf(string url) => _extensions.GetValueOrDefault(url);

    public bool Has(string path)
    {
        path = Flat(path);
        return _paths.Contains(path) || IsUnder(path);
    }

    public bool HasBelow(string path)
    {
        path = Flat(path);
        return _above.Contains(path) || _paths.Contains(path) || IsUnder(path);
    }

    // Sections nest, and each level carries what the first does.
    private static string Flat(string path)
    {
        while (path.Contains("section.section", StringComparison.Ordinal))
            path = path.Replace("section.section", "section", StringComparison.Ordinal);
        return path;
    }

    // Questions nest in questions and in answers; all of an answer is carried but what the reader lists by itself. So are the names of people.
    private bool IsUnder(string path) =>
        (_paths.Contains("item") && path.StartsWith("item", StringComparison.Ordinal)) || (_paths.Contains("name") && path.StartsWith("name", StringComparison.Ordinal));

    private static IEnumerable<string> Expand(string pattern) => pattern[0] switch
    {
        '+' => [$"{pattern[1..]}.system", $"{pattern[1..]}.value"],
        '@' => [$"{pattern[1..]}.coding.system", $"{pattern[1..]}.coding.code", $"{pattern[1..]}.coding.display", $"{pattern[1..]}.text"],
        '#' => [$"{pattern[1..]}.value", $"{pattern[1..]}.unit", $"{pattern[1..]}.code", $"{pattern[1..]}.system", $"{pattern[1..]}.comparator"],
        '~' => [$"{pattern[1..]}.identifier.system", $"{pattern[1..]}.identifier.value", $"{pattern[1..]}.display", $"{pattern[1..]}.type"],
        _ => [pattern],
    };
}
