using System.Text.Json;

namespace Hub.Simulators.Gerica;

/// <summary>What the lab module asks of an Observation.</summary>
internal static class ObservationCheck
{
    private static readonly string[] Statuses =
        ["registered", "preliminary", "final", "amended", "corrected", "cancelled", "entered-in-error", "unknown"];

    private static readonly string[] Values =
        ["valueQuantity", "valueCodeableConcept", "valueString", "valueInteger", "valueBoolean", "valueRange", "valueRatio", "valueSampledData", "valueTime", "valueDateTime", "valuePeriod"];

    private static readonly string[] Times = ["effectiveDateTime", "effectivePeriod", "effectiveInstant", "effectiveTiming"];

    public static string? Check(JsonElement observation, string path, JsonElement? bundle, List<Complaint> complaints)
    {
        if (!observation.Is("resourceType", "Observation"))
            complaints.Add(new($"{path}.resourceType", "is not Observation"));
        if (observation.Text("status") is not { } status || !Statuses.Contains(status))
            complaints.Add(new($"{path}.status", "is missing or unknown"));
        CodeCheck.Check(observation, "code", path, complaints);
        Time(observation, path, complaints);
        Value(observation, path, complaints);
        return SubjectCheck.Find(observation, path, bundle, complaints);
    }

    private static void Time(JsonElement observation, string path, List<Complaint> complaints)
    {
        var given = Times.Count(t => observation.Member(t) is not null);
        if (given != 1)
            complaints.Add(new($"{path}.effective[x]", "must be given once"));
        if (observation.Text("effectiveDateTime") is { } time)
            TimeCheck.Check(time, $"{path}.effectiveDateTime", complaints);
    }

    private static void Value(JsonElement observation, string path, List<Complaint> complaints)
    {
        var values = Values.Count(v => observation.Member(v) is not null);
        var parts = 0;
        foreach (var component in observation.Items("component"))
        {
            var at = $"{path}.component[{parts++}]";
            CodeCheck.Check(component, "code", at, complaints);
            if (component.Member("valueQuantity") is { } part)
                QuantityCheck.Check(part, component.Member("code"), $"{at}.valueQuantity", complaints);
            QuantityCheck.Range(component, component.Member("code"), at, complaints);
        }
        if (values > 1)
            complaints.Add(new($"{path}.value[x]", "is given more than once"));
        if (values == 0 && parts == 0 && observation.Member("dataAbsentReason") is null && observation.Member("hasMember") is null)
            complaints.Add(new($"{path}.value[x]", "is missing"));
        if (observation.Member("valueQuantity") is { } quantity)
            QuantityCheck.Check(quantity, observation.Member("code"), $"{path}.valueQuantity", complaints);
        QuantityCheck.Range(observation, observation.Member("code"), path, complaints);
    }
}
