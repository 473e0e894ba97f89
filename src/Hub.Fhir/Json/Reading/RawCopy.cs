using System.Text;
using System.Text.Json;

namespace Hub.Fhir.Json.Reading;

/// <summary>Copies JSON that is not modelled, token by token, under the same rules as the rest: no empties, nulls or duplicate keys.</summary>
internal static class RawCopy
{
    /// <summary>Copies the value the reader stands on; false when nothing was kept (the reason is recorded).</summary>
    internal static bool TryCopy(ref Utf8JsonReader reader, ReadContext context, StringBuilder json)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return CopyObject(ref reader, context, json);
            case JsonTokenType.StartArray:
                return CopyArray(ref reader, context, json);
            case JsonTokenType.String:
                if (!reader.ValueSpan.IsEmpty)
                    return Append(json, '"', reader.ValueSpan, '"');
                context.Fault(JsonRules.EmptyString, "empty string left out");
                return false;
            case JsonTokenType.Null:
                context.Fault(JsonRules.NoNull, "null left out");
                return false;
            default:
                json.Append(Encoding.UTF8.GetString(reader.ValueSpan));
                return true;
        }
    }

    private static bool CopyObject(ref Utf8JsonReader reader, ReadContext context, StringBuilder json)
    {
        var start = json.Length;
        var names = new HashSet<string>(StringComparer.Ordinal);
        int kept = 0, met = 0;
        json.Append('{');
        for (; reader.Read() && reader.TokenType == JsonTokenType.PropertyName; met++)
        {
            var mark = json.Length;
            var name = reader.GetString()!;
            if (kept > 0)
                json.Append(',');
            Append(json, '"', reader.ValueSpan, '"');
            json.Append(':');
            reader.Read();
            context.Enter(name.Length <= 64 && name.All(char.IsAsciiLetter) ? name : "?");
            var copied = CopyMember(ref reader, context, json, names.Add(name));
            context.Leave();
            kept += copied ? 1 : 0;
            if (!copied)
                json.Length = mark;
        }

        return Close(context, json, '}', start, kept, met, JsonRules.EmptyObject);
    }

    private static bool CopyMember(ref Utf8JsonReader reader, ReadContext context, StringBuilder json, bool isFirst)
    {
        if (isFirst)
            return TryCopy(ref reader, context, json);
        context.Error(JsonRules.DuplicateKey);
        reader.Skip();
        return false;
    }

    private static bool CopyArray(ref Utf8JsonReader reader, ReadContext context, StringBuilder json)
    {
        var start = json.Length;
        int kept = 0, met = 0;
        json.Append('[');
        for (; reader.Read() && reader.TokenType != JsonTokenType.EndArray; met++)
        {
            var mark = json.Length;
            context.At(met);
            if (kept > 0)
                json.Append(',');

            // Null holds a place in the arrays that run beside arrays of primitives, so it is copied here.
            var copied = reader.TokenType == JsonTokenType.Null ? Append(json, 'n', "ul"u8, 'l') : TryCopy(ref reader, context, json);
            kept += copied ? 1 : 0;
            if (!copied)
                json.Length = mark;
        }

        context.At(-1);
        return Close(context, json, ']', start, kept, met, JsonRules.EmptyArray);
    }

    private static bool Close(ReadContext context, StringBuilder json, char end, int start, int kept, int met, JsonRule rule)
    {
        if (kept > 0)
        {
            json.Append(end);
            return true;
        }

        // What emptied it is an error of its own in strict mode.
        if (met == 0 || context.Lenient)
            context.Fault(rule, end == '}' ? "empty object left out" : "empty array left out");
        json.Length = start;
        return false;
    }

    private static bool Append(StringBuilder json, char before, ReadOnlySpan<byte> utf8, char after)
    {
        json.Append(before).Append(Encoding.UTF8.GetString(utf8)).Append(after);
        return true;
    }
}
