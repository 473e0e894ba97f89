using Hub.Core.Identities;

namespace Hub.Core.Content;

/// <summary>The device that measured.</summary>
/// <param name="Name">What people call it, null when unknown.</param>
/// <param name="Manufacturer">Who made it, null when unknown.</param>
/// <param name="Model">Model, null when unknown.</param>
/// <param name="Serial">Serial number, null when unknown.</param>
/// <param name="Identifiers">Other identifiers (UDI, EUI-64 ...).</param>
/// <param name="Type">Codes for the type of device, null when unknown.</param>
public sealed record DeviceInfo(string? Name, string? Manufacturer, string? Model, string? Serial, IReadOnlyList<Identifier> Identifiers, Concept? Type = null)
{
    /// <summary>The gateway (telephone, set-top box) that took the values over from the device and passed them on, null when unknown.</summary>
    public DeviceGateway? Gateway { get; init; }
}

/// <summary>A gateway between a device and the vendor.</summary>
/// <param name="Id">Its identifier (EUI-64 ...), null when unknown.</param>
/// <param name="Name">What people call it, null when unknown.</param>
public sealed record DeviceGateway(Identifier? Id, string? Name);
