using Hub.Adapters.FhirReading;
using Hub.Core.Content;
using Hub.Fhir.Model;
using Hub.Fhir.Terminology;

namespace Hub.Adapters.Vkp;

/// <summary>Devices that VKP tells of in extensions, since the resources have no element for them.</summary>
internal static class DeviceExtensions
{
    /// <summary>The dispenser of a MedicationDispense; null when the extension is not there.</summary>
    public static DeviceInfo? Dispenser(MedicationDispense dispense) => Find(dispense.Extension, VkpExtensions.MedicationDispenseDevice) is { } device
        ? new DeviceInfo(Text(device, "displayName"), null, Text(device, "typeName"), Text(device, "identifier"), [], Type(device))
        : null;

    /// <summary>The camera or sensor of an Encounter; null when the extension is not there.</summary>
    public static DeviceInfo? Camera(Encounter visit) => Find(visit.Extension, VkpExtensions.EncounterDevice) is { } device
        ? new DeviceInfo(Text(device, "display"), null, Text(device, "typeName"), null, Terms.Ids([Part(device, "deviceIdentifier")?.Value as Identifier]), Type(device))
        : null;

    /// <summary>The note that was written about a visit; null when there is none.</summary>
    public static string? Note(Encounter visit) =>
        string.Join('\n', Annotations(visit).Where(a => a.Url == "note").Select(a => (a.Value as Annotation)?.Text).OfType<string>()) is { Length: > 0 } text ? text : null;

    private static IEnumerable<Extension> Annotations(Encounter visit) => visit.Extension.Where(e => e.Url == VkpExtensions.Annotation).SelectMany(e => e.Extension);

    private static Extension? Find(IReadOnlyList<Extension> extensions, string url) => extensions.FirstOrDefault(e => e.Url == url);

    private static Extension? Part(Extension device, string name) => device.Extension.FirstOrDefault(e => e.Url == name);

    private static string? Text(Extension device, string name) => (Part(device, name)?.Value as FhirString)?.Value;

    private static Concept? Type(Extension device) => Part(device, "type")?.Value switch
    {
        FhirString text => new Concept([], text.Value),
        CodeableConcept concept => Terms.Concept(concept),
        Hub.Fhir.Model.Coding coding => new Concept([Terms.Coding(coding)]),
        _ => null,
    };
}
