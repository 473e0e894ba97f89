using Hub.Adapters.Json;
using Hub.Core.Content;

namespace Hub.Adapters.Dignio;

/// <summary>The device that measured.</summary>
internal static class DeviceReader
{
    private static readonly Shape Device = new("name", "manufacturer", "model", "serial");

    public static DeviceInfo? Read(Fields at) => at.Object("device", Device) is { } device
        ? new DeviceInfo(device.Text("name", longest: 200), device.Text("manufacturer", longest: 200), device.Text("model", longest: 200), device.Text("serial", longest: 200), [])
        : null;
}
