using System.Globalization;
using Hub.Adapters.FhirReading;
using Hub.Fhir.Model;

namespace Hub.Adapters.Siemens.Reading;

/// <summary>What the gateway noted about the device's clock (coincident timestamp Observation, HL7 PHD IG 2.0.0): its own time beside the device's, or that the device's clock cannot be trusted. The values' times are the corrected ones already; a large correction or a fault is told as a comment.</summary>
internal static class Coincidence
{
    private const string ReferenceUrl = "http://hl7.org/fhir/uv/phd/StructureDefinition/CoincidentTimeStampReference";
    private static readonly TimeSpan Worth = TimeSpan.FromMinutes(1);

    /// <summary>The comment on an Observation's time.</summary>
    /// <param name="observation">The Observation.</param>
    /// <param name="path">Its path.</param>
    /// <param name="source">The message.</param>
    /// <param name="told">Gets the paths of the elements that name the clock.</param>
    /// <returns>The comment, null when there is nothing to say.</returns>
    public static string? Of(Observation observation, string path, FhirSource source, ISet<string> told)
    {
        string? comment = null;
        for (var i = 0; i < observation.Extension.Count; i++)
        {
            if (observation.Extension[i] is { Url: ReferenceUrl, Value: Reference reference })
                comment = Read(reference, $"{path}.extension[{i}]", source, told) ?? comment;
        }

        for (var i = 0; i < observation.DerivedFrom.Count; i++)
            comment = Read(observation.DerivedFrom[i], $"{path}.derivedFrom[{i}]", source, told) ?? comment;
        return comment;
    }

    private static string? Read(Reference reference, string path, FhirSource source, ISet<string> told)
    {
        if (source.Resolve(reference)?.Resource is not Observation clock || !Supporting.Is(clock))
            return null;
        told.Add(path);
        return Words(clock);
    }

    private static string? Words(Observation clock)
    {
        if (clock.DataAbsentReason is { } reason)
            return $"Tidspunktet er satt av mottakerenheten: måleapparatets klokke er ikke til å stole på{(reason.Text is { } text ? $" ({text})" : "")}.";
        if (clock is not { Effective: FhirTime { Value.Instant: { } gateway }, Value: FhirTime { Value.Instant: { } device } })
            return null;
        var off = device - gateway;
        return off.Duration() < Worth ? null : string.Create(
            CultureInfo.InvariantCulture,
            $"Tidspunktet er rettet etter mottakerenhetens klokke: måleapparatet gikk {(int)off.Duration().TotalMinutes} min {(off > TimeSpan.Zero ? "for fort" : "for sakte")}.");
    }
}
