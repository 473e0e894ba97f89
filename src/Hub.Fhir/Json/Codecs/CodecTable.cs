using Hub.Fhir.Model;

namespace Hub.Fhir.Json.Codecs;

/// <summary>The codec of each type.</summary>
internal static class CodecTable
{
    internal static object For(Type value, string? type)
    {
        if (value == typeof(string))
            return new StringCodec(type ?? "string");
        if (value == typeof(bool))
            return new BooleanCodec();
        if (value == typeof(int))
            return Integer(type);
        if (value == typeof(decimal))
            return new DecimalCodec();
        if (value == typeof(FhirDateTime))
            return DateTime(type);
        return value == typeof(Resource)
            ? ResourceCodec.Instance
            : Activator.CreateInstance(typeof(ElementCodec<>).MakeGenericType(value))!;
    }

    internal static IntegerCodec Integer(string? type) =>
        new(type switch { "positiveInt" => 1, "unsignedInt" => 0, _ => int.MinValue });

    internal static DateTimeCodec DateTime(string? type) => type switch
    {
        "date" => new(FhirDateTimePrecision.Year, FhirDateTimePrecision.Day),
        "instant" => new(FhirDateTimePrecision.Instant, FhirDateTimePrecision.Instant),
        _ => new(FhirDateTimePrecision.Year, FhirDateTimePrecision.Instant),
    };
}
