using System.Text.Json;
using Hub.Fhir.Json.Reading;
using Hub.Fhir.Validation;

namespace Hub.Fhir.Json.Codecs;

/// <summary>How one value is written, read and checked.</summary>
internal abstract class Codec<TValue>
{
    internal virtual bool IsPrimitive => true;

    internal abstract void WriteValue(Utf8JsonWriter writer, TValue value);

    internal virtual void Write(Utf8JsonWriter writer, JsonEncodedText name, TValue value)
    {
        writer.WritePropertyName(name);
        WriteValue(writer, value);
    }

    /// <summary>Reads the value the reader stands on, and leaves the reader at its end; false when nothing was kept (the reason is recorded).</summary>
    internal abstract bool TryRead(ref Utf8JsonReader reader, ReadContext context, out TValue value);

    internal virtual void Check(TValue value, CheckContext context)
    {
    }

    protected static bool Refuse(ref Utf8JsonReader reader, ReadContext context, JsonRule rule)
    {
        context.Error(rule);
        reader.Skip();
        return false;
    }
}
