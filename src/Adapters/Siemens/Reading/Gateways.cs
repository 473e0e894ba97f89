using Hub.Adapters.FhirReading;
using Hub.Core.Content;
using Hub.Fhir.Model;

namespace Hub.Adapters.Siemens.Reading;

/// <summary>The gateway that passed a value on: an extension of the Observation that refers to a Device.</summary>
internal static class Gateways
{
    /// <summary>Extension of FHIR R4 core, used by the PHD guide up to 2.0.0.</summary>
    public const string Url = "http://hl7.org/fhir/StructureDefinition/observation-gatewayDevice";

    /// <summary>Name of the same in the extensions pack that newer guides use.</summary>
    private const string NewerUrl = "http://hl7.org/fhir/StructureDefinition/device-gateway";

    /// <summary>The gateway of an Observation.</summary>
    /// <param name="observation">The Observation.</param>
    /// <param name="path">Its path.</param>
    /// <param name="source">The message.</param>
    /// <param name="told">Gets the path of the extension where it is carried.</param>
    public static DeviceGateway? Of(Observation observation, string path, FhirSource source, ISet<string> told)
    {
        for (var i = 0; i < observation.Extension.Count; i++)
        {
            if (observation.Extension[i] is not { Url: Url or NewerUrl, Value: Reference reference })
                continue;
            told.Add($"{path}.extension[{i}]");
            return Devices.Of(reference, observation, source) is { } device ? new DeviceGateway(device.Identifiers is [var id, ..] ? id : null, NameOf(device)) : null;
        }

        return null;
    }

    private static string? NameOf(DeviceInfo device)
    {
        var name = device.Name ?? string.Join(' ', new[] { device.Manufacturer, device.Model }.OfType<string>());
        return name.Length == 0 ? null : name;
    }
}
