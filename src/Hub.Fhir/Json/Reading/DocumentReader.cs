using System.Text.Json;
using System.Text.Unicode;
using Hub.Fhir.Json.Codecs;
using Hub.Fhir.Model;

namespace Hub.Fhir.Json.Reading;

/// <summary>Reads a whole input; the one place where the exceptions of the JSON reader become values.</summary>
internal static class DocumentReader
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    internal static FhirReadResult Read(ReadOnlySpan<byte> utf8, FhirReadMode mode)
    {
        var context = new ReadContext(mode);
        if (utf8.StartsWith(ByteOrderMark))
        {
            context.Fault(JsonRules.ByteOrderMark, "byte-order mark left out");
            utf8 = utf8[ByteOrderMark.Length..];
        }

        if (!Utf8.IsValid(utf8))
        {
            context.Error(JsonRules.Utf8);
            return context.Result(null);
        }

        return context.Result(Read(utf8, context));
    }

    private static Resource? Read(ReadOnlySpan<byte> utf8, ReadContext context)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = FhirJson.MaxDepth });
        try
        {
            reader.Read();
            var read = ResourceCodec.Instance.TryRead(ref reader, context, out var resource);
            reader.Read();
            return read ? resource : null;
        }
        catch (JsonException)
        {
            context.Error(IsTooDeep(utf8) ? JsonRules.TooDeep : JsonRules.Malformed);
            return null;
        }
        catch (InvalidOperationException)
        {
            // A member name with half of a surrogate pair: the reader throws this instead of a JsonException.
            context.Error(JsonRules.BrokenText);
            return null;
        }
    }

    // Asked only when the JSON reader gave up, to tell the two reasons apart; its message is not something to rely on.
    private static bool IsTooDeep(ReadOnlySpan<byte> utf8)
    {
        var (depth, inString) = (0, false);
        for (var i = 0; i < utf8.Length && depth <= FhirJson.MaxDepth; i++)
        {
            var c = utf8[i];
            if (inString && c == '\\')
                i++;
            else if (c == '"')
                inString = !inString;
            else if (!inString)
                depth += c is (byte)'{' or (byte)'[' ? 1 : c is (byte)'}' or (byte)']' ? -1 : 0;
        }

        return depth > FhirJson.MaxDepth;
    }
}
