using System.Text.Json;

namespace Hub.Host.Faces;

/// <summary>The OperationDefinition of <c>Observation/$trend</c> (FHIR R4).</summary>
internal static class TrendDefinition
{
    private static readonly Parameter[] In =
    [
        new("patient.identifier", "in", 0, "1", "string", "SYSTEM|NUMBER; required unless the token names a patient"),
        new("code", "in", 0, "*", "string", "Codes as in a search; none = every code"),
        new("category", "in", 0, "*", "string", "Categories as in a search"),
        new("start", "in", 0, "1", "dateTime", "Values at or after"),
        new("end", "in", 0, "1", "dateTime", "Values before"),
        new("by", "in", 0, "1", "code", "What values are put together by: day (Norwegian calendar day, default), week, month or period"),
    ];

    private static readonly Parameter[] Out =
    [
        new("values", "out", 1, "1", "Bundle", "A searchset with the values, the oldest first; each has the patient's thresholds as referenceRange. What is missing is said in an OperationOutcome with search mode outcome"),
        new("summary", "out", 0, "*", null, "What the values of one code come to in one step of time. Bounds (< and >) and values entered in error are not counted")
        {
            Parts =
            [
                new("code", "out", 1, "1", "CodeableConcept", "What was measured"),
                new("component", "out", 0, "1", "CodeableConcept", "Which part of it, such as systolic pressure"),
                new("period", "out", 1, "1", "Period", "The step; its end is exclusive"),
                new("count", "out", 1, "1", "integer", "How many values"),
                new("min", "out", 1, "1", "Quantity", "The least"),
                new("max", "out", 1, "1", "Quantity", "The greatest"),
                new("mean", "out", 1, "1", "Quantity", "The mean, with one decimal more than the values"),
            ],
        },
    ];

    /// <summary>Writes it.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="address">Base address of the face.</param>
    public static void Write(Utf8JsonWriter json, string address)
    {
        json.WriteStartObject();
        json.WriteString("resourceType", "OperationDefinition");
        json.WriteString("id", "Observation-trend");
        json.WriteString("url", $"{address}/OperationDefinition/Observation-trend");
        json.WriteString("version", "1.0.0");
        json.WriteString("name", "ObservationTrend");
        json.WriteString("title", "Trend of any period");
        json.WriteString("status", "active");
        json.WriteString("kind", "operation");
        json.WriteString("description", "Values of a period with the patient's thresholds, and their least, greatest and mean.");
        json.WriteString("code", "trend");
        json.WriteStartArray("resource");
        json.WriteStringValue("Observation");
        json.WriteEndArray();
        json.WriteBoolean("system", false);
        json.WriteBoolean("type", true);
        json.WriteBoolean("instance", false);
        Parameters(json, "parameter", [.. In, .. Out]);
        json.WriteEndObject();
    }

    private static void Parameters(Utf8JsonWriter json, string name, IReadOnlyList<Parameter> parameters)
    {
        json.WriteStartArray(name);
        foreach (var parameter in parameters)
        {
            json.WriteStartObject();
            json.WriteString("name", parameter.Name);
            json.WriteString("use", parameter.Use);
            json.WriteNumber("min", parameter.Min);
            json.WriteString("max", parameter.Max);
            json.WriteString("documentation", parameter.Text);
            if (parameter.Type is not null)
                json.WriteString("type", parameter.Type);
            if (parameter.Parts.Count > 0)
                Parameters(json, "part", parameter.Parts);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private sealed record Parameter(string Name, string Use, int Min, string Max, string? Type, string Text)
    {
        public IReadOnlyList<Parameter> Parts { get; init; } = [];
    }
}
