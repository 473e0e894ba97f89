using System.Text.Json;
using Hub.Fhir.Json.Reading;
using Hub.Fhir.Validation;

namespace Hub.Fhir.Json.Codecs;

/// <summary>A text-like primitive; each FHIR type has its own rule of form.</summary>
internal sealed class StringCodec(string type) : Codec<string>
{
    private readonly Func<string, bool> _hasForm = StringForms.Of(type);
    private readonly bool _isToken = type is "uri" or "url" or "canonical" or "code" or "id";
    private readonly bool _isUri = type is "uri" or "url" or "canonical";

    internal override void WriteValue(Utf8JsonWriter writer, string value) => writer.WriteStringValue(value);

    internal override void Write(Utf8JsonWriter writer, JsonEncodedText name, string value) => writer.WriteString(name, value);

    internal override bool TryRead(ref Utf8JsonReader reader, ReadContext context, out string value)
    {
        value = "";
        if (reader.TokenType != JsonTokenType.String)
            return Refuse(ref reader, context, JsonRules.StringExpected);
        if (!Text(ref reader, out value))
            return Refuse(ref reader, context, JsonRules.BrokenText);
        if (value.Length == 0)
        {
            context.Fault(JsonRules.EmptyString, "empty string left out");
            return false;
        }

        if (context.Lenient && _isToken)
            value = Mended(value, context);
        if (value.Length > 0 && _hasForm(value))
            return true;
        context.Error(JsonRules.Form);
        return false;
    }

    internal override void Check(string value, CheckContext context)
    {
        if (value.Length == 0 || !_hasForm(value))
            context.Add(CheckRules.Form);
    }

    private string Mended(string value, ReadContext context)
    {
        var trimmed = value.Trim();
        if (trimmed.Length != value.Length)
            context.Mend(JsonRules.Form, "blanks around the value removed");
        if (!_isUri || KnownSystems.Canonical(trimmed) is not { } known)
            return trimmed;
        context.Mend(JsonRules.SystemSpelling, $"written as {known}");
        return known;
    }

    private static bool Text(ref Utf8JsonReader reader, out string value)
    {
        if (!reader.ValueIsEscaped)
        {
            value = KnownSystems.TryShare(reader.ValueSpan, out var shared) ? shared : reader.GetString()!;
            return true;
        }

        try
        {
            value = reader.GetString()!;
            return true;
        }
        catch (InvalidOperationException)
        {
            // An escaped half of a surrogate pair: the reader has no other way to say so.
            value = "";
            return false;
        }
    }
}
