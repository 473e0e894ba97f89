using Hub.Adapters.FhirReading;
using Hub.Fhir.Model;
using Hub.Fhir.Terminology;

namespace Hub.Adapters.Siemens.Reading;

/// <summary>Entries that only belong to others: who, with which device, by which clock. They are read together with what refers to them, and no answer is made of them alone.</summary>
internal static class Supporting
{
    /// <summary>Clock types of a coincident timestamp Observation: wall clock with and without offset, and counter (HL7 PHD IG 2.0.0, PhdCoincidentTimeStampObservation).</summary>
    private static readonly string[] Clocks = ["67975", "67983", "68225"];

    private static readonly HashSet<string> Types = new(StringComparer.Ordinal)
    {
        "Patient", "Practitioner", "PractitionerRole", "RelatedPerson", "Organization", "Device", "DeviceMetric", "Location", "Condition", "Goal", "CareTeam",
    };

    /// <summary>Whether a type of resource only belongs to others.</summary>
    public static bool IsType(string type) => Types.Contains(type);

    /// <summary>Whether an entry only belongs to others.</summary>
    public static bool Is(Resource resource) =>
        resource is UnmodelledResource raw ? IsType(raw.TypeName) : IsType(resource.GetType().Name) || (resource is Observation observation && IsClock(observation));

    /// <summary>Whether a code stands for a device's clock.</summary>
    public static bool IsClock(string? system, string? code) => system == CodeSystems.Mdc && Clocks.Contains(code);

    private static bool IsClock(Observation observation) => observation.Code?.Coding.Any(c => IsClock(c.System, c.Code)) == true;

    /// <summary>The entries that one needs to be understood, by the references in it, in theirs, and so on.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="source">The message.</param>
    public static IReadOnlyList<FhirEntry> Of(FhirEntry entry, FhirSource source)
    {
        var found = new List<FhirEntry>();
        var open = new Queue<FhirEntry>([entry]);
        while (open.TryDequeue(out var next))
        {
            foreach (var target in References.In(next.Json))
            {
                if (source.Resolve(target) is { } other && other != entry && Is(other.Resource) && !found.Contains(other))
                {
                    found.Add(other);
                    open.Enqueue(other);
                }
            }
        }

        return found;
    }
}
