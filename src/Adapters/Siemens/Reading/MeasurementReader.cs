using Hub.Adapters.FhirReading;
using Hub.Adapters.Json;
using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Fhir.Model;
using Hub.Fhir.Terminology;

namespace Hub.Adapters.Siemens.Reading;

/// <summary>An Observation of a personal health device as a measurement, with gateway and the state of the device's clock.</summary>
internal static class MeasurementReader
{
    public static Measurement? Read(Observation observation, FhirEntry entry, FhirSource source, Findings findings, ISet<string> told)
    {
        var path = entry.ResourcePath;
        if (Kinds(observation.Code) > 1)
            findings.Fail(FhirErrors.CodesDisagree, $"{path}.code");
        if (ObservationReader.Read(observation, path, source, findings) is not { } measurement)
            return null;
        var gateway = Gateways.Of(observation, path, source, told);
        var comment = Coincidence.Of(observation, path, source, told);
        return measurement with
        {
            Device = gateway is null ? measurement.Device : (measurement.Device ?? new DeviceInfo(null, null, null, null, [])) with { Gateway = gateway },
            Notes = comment is null ? measurement.Notes : [.. measurement.Notes, comment],
        };
    }

    // A device code and a LOINC code of something else beside each other: whichever is right, the other is wrong.
    private static int Kinds(CodeableConcept? code) =>
        (code?.Coding ?? []).Select(c => Measurements.Find(c.System, c.Code)?.Name).OfType<string>().Distinct(StringComparer.Ordinal).Count();
}
