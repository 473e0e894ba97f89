using Hub.Core.Content;
using Hub.Core.Mappings;
using Hub.Fhir.Model;
using Hub.Mappings.Ledger;

namespace Hub.Mappings.Fhir.Observations;

/// <summary>The device: contained in an Observation that travels alone, an entry of its own in a document.</summary>
internal static class ObservationDevices
{
    private const string ContainedId = "device";
    private static readonly LedgerEntry DeviceLine = Line.To("Device", "Observation.device");

    /// <summary>The reference and what to contain.</summary>
    public static (Reference? Device, FhirList<Resource> Contained) Of(DeviceInfo? info, ObservationFrame frame, MappingLedger ledger)
    {
        if (info is null)
            return (null, []);
        ledger.Add(DeviceLine);
        if (frame.DeviceReference is { } elsewhere)
            return (elsewhere(info), []);
        return (new Reference { Target = $"#{ContainedId}" }, [Resource(info) with { Id = ContainedId }]);
    }

    /// <summary>The device as a resource.</summary>
    public static Device Resource(DeviceInfo info) => new()
    {
        Identifier = info.Identifiers.Select(FhirWords.Identifier).Where(i => i.Value is not null).ToFhirList(),
        Manufacturer = FhirWords.Text(info.Manufacturer),
        SerialNumber = FhirWords.Text(info.Serial),
        ModelNumber = FhirWords.Text(info.Model),
        DeviceName = FhirWords.Text(info.Name) is { } name ? [new DeviceName { Name = name, Type = DeviceNameType.UserFriendlyName }] : [],
        Type = FhirWords.Concept(info.Type),
        Extension = info.Gateway is { } gateway ? [new Extension { Url = HubExtensions.Gateway, Value = Reference(gateway) }] : [],
    };

    private static Reference Reference(DeviceGateway gateway) =>
        new() { Type = "Device", Identifier = gateway.Id is { } id ? FhirWords.Identifier(id) : null, Display = FhirWords.Text(gateway.Name) };
}
