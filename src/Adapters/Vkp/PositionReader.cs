using Hub.Adapters.FhirReading;
using Hub.Adapters.Json;
using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Fhir.Model;
using Hub.Fhir.Terminology;

namespace Hub.Adapters.Vkp;

/// <summary>A Location with a position (vkp-Location-v090). It names no patient: the document it stands in does.</summary>
internal static class PositionReader
{
    /// <summary>Whether a Location tells where something was; others are addresses.</summary>
    public static bool Is(Resource resource) => resource is Location { Position: not null };

    public static DeviceEvent? Read(Location location, string path, string id, ClinicalTime? written, Findings findings)
    {
        if (Position(location, path, findings) is not { } position)
            return null;
        var time = Part(location, "timestamp") is FhirTime measured ? Terms.Time(measured.Value) : written;
        if (time is null)
        {
            findings.Fail(IntakeErrors.Missing, $"{path}.extension", "A position has a time.");
            return null;
        }

        if (findings.ClockFault(time.Start) is { } fault)
            findings.Fail(IntakeErrors.ClockOff, $"{path}.extension", fault);
        return new DeviceEvent(id, DeviceEventType.Position, time)
        {
            Service = "gps",
            Text = location.Description,
            Position = position,
            Identifiers = Terms.Ids(location.Identifier),
        };
    }

    private static GeoPosition? Position(Location location, string path, Findings findings)
    {
        if (location.Position is not { Latitude: { } latitude, Longitude: { } longitude })
            return null;
        if (latitude is < -90 or > 90)
            findings.Fail(IntakeErrors.Implausible, $"{path}.position.latitude", "A latitude lies between -90 and 90 degrees.");
        if (longitude is < -180 or > 180)
            findings.Fail(IntakeErrors.Implausible, $"{path}.position.longitude", "A longitude lies between -180 and 180 degrees.");
        return new GeoPosition(latitude, longitude, (Part(location, "horizontalAccuracy") as FhirDecimal)?.Value);
    }

    private static DataType? Part(Location location, string name) =>
        location.Extension.FirstOrDefault(e => e.Url == VkpExtensions.AdditionalPositionData)?.Extension.FirstOrDefault(e => e.Url == name)?.Value;
}
