using System.Text.Json;
using Hub.Fhir.Json.Reading;
using Hub.Fhir.Validation;

namespace Hub.Fhir.Json.Shapes;

/// <summary>One element of a type: how it is written, read and checked.</summary>
internal abstract class Property<T>(string name, int min)
{
    internal string Name { get; } = name;

    internal int Min { get; } = min;

    /// <summary>Place in the type, below 63; a bit in the set of members already seen.</summary>
    internal int Index { get; set; }

    internal virtual bool IsChoice => false;

    /// <summary>JSON names of the element with the variant each stands for, and whether a primitive extension may accompany it.</summary>
    internal virtual IEnumerable<(string JsonName, int Variant, bool Primitive)> JsonNames => [(Name, 0, IsPrimitive)];

    protected virtual bool IsPrimitive => false;

    internal abstract void Write(Utf8JsonWriter writer, T node);

    /// <summary>Reads the value the reader stands on; false when nothing was kept.</summary>
    internal abstract bool Read(ref Utf8JsonReader reader, ReadContext context, T node, int variant);

    internal abstract void Check(T node, CheckContext context);
}
