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
        var kept = 0;
        json.Append('{');
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
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

        return Close(context, json, '}', start, kept, JsonRules.EmptyObject, "empty object left out");
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
        var kept = 0;
        json.Append('[');
        for (var i = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; i++)
        {
            var mark = json.Length;
            context.At(i);
            if (kept > 0)
                json.Append(',');

            // Null holds a place in the arrays that run beside arrays of primitives, so it is copied here.
            var copied = reader.TokenType == JsonTokenType.Null ? Append(json, 'n', "ul"u8, 'l') : TryCopy(ref reader, context, json);
            kept += copied ? 1 : 0;
            if (!copied)
                json.Length = mark;
        }

        context.At(-1);
        return Close(context, json, ']', start, kept, JsonRules.EmptyArray, "empty array left out");
    }

    private static bool Close(ReadContext context, StringBuilder json, char end, int start, int kept, JsonRule rule, string repair)
    {
        if (kept > 0)
        {
            json.Append(end);
            return true;
        }

        context.Fault(rule, repair);
        json.Length = start;
        return false;
    }

    private static bool Append(StringBuilder json, char before, ReadOnlySpan<byte> utf8, char after)
    {
        json.Append(before).Append(Encoding.UTF8.GetString(utf8)).Append(after);
        return true;
    }
}
