using System.Text.Json;
using Hub.Fhir.Json.Reading;
using Hub.Fhir.Model;
using Hub.Fhir.Validation;

namespace Hub.Fhir.Json.Shapes;

/// <summary>How one FHIR type is written, read and checked, whatever its C# type is.</summary>
internal abstract class Shape
{
    internal abstract string TypeName { get; }

    internal abstract void Write(Utf8JsonWriter writer, FhirNode node);

    /// <summary>Reads the object the reader stands on; null when nothing of it could be kept (the reason is recorded).</summary>
    internal abstract FhirNode? Read(ref Utf8JsonReader reader, ReadContext context);

    internal abstract void Check(FhirNode node, CheckContext context);

    /// <summary>The FHIR name of a record type.</summary>
    internal static string NameOf(Type type) =>
        type.GetCustomAttributes(typeof(FhirTypeNameAttribute), false) is [FhirTypeNameAttribute named] ? named.Name : type.Name;
}
