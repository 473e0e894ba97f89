using Hub.Core.Content;
using Hub.Fhir.Model;

namespace Hub.Adapters.FhirReading;

/// <summary>The device behind a reference: an entry, a contained resource, or what the reference itself says.</summary>
internal static class Devices
{
    public static DeviceInfo? Of(Reference? reference, DomainResource owner, FhirSource source)
    {
        if (reference is null)
            return null;
        if (Find(reference, owner, source) is { } device)
            return Read(device);
        var ids = Terms.Ids([reference.Identifier]);
        return reference.Display is null && ids.Count == 0 ? null : new DeviceInfo(reference.Display, null, null, null, ids);
    }

    public static Device? Find(Reference? reference, DomainResource owner, FhirSource source) =>
        reference?.Target is { } target && target.StartsWith('#')
            ? owner.Contained.FirstOrDefault(c => c.Id == target[1..]) as Device
            : source.Resolve(reference)?.Resource as Device;

    public static DeviceInfo Read(Device device)
    {
        var model = device.DeviceName.FirstOrDefault(n => n.Type == DeviceNameType.ModelName)?.Name;
        var name = device.DeviceName.FirstOrDefault(n => n.Type != DeviceNameType.ModelName)?.Name;
        return new DeviceInfo(name, device.Manufacturer, device.ModelNumber ?? model, device.SerialNumber, Terms.Ids(device.Identifier), Terms.Concept(device.Type));
    }
}
