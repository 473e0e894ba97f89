using System.Runtime.InteropServices;
using System.Text.Json;
using Hub.Core.Errors;

namespace Hub.Adapters.Json;

/// <content>Texts and choices.</content>
internal sealed partial class Fields
{
    /// <summary>The text in a field, as received.</summary>
    public string? Text(string name, bool required = false, int longest = 100_000)
    {
        if (!Has(name))
        {
            if (required)
                Fail(IntakeErrors.Missing, name);
            return null;
        }

        var text = AsText(Value(name), name);
        if (text is null)
            return null;
        if (text.AsSpan().IsWhiteSpace())
        {
            if (required)
                Fail(IntakeErrors.Missing, name, "The text is empty.");
            else
                Findings.Tolerate(PathOf(name), "empty-text", "Read an empty text as no text.", IntakeErrors.BadFormat, "The text is empty; leave the field out.");
            return null;
        }

        if (text.Length <= longest)
            return text;
        Fail(IntakeErrors.BadFormat, name, $"The text is longer than {longest} characters.");
        return null;
    }

    /// <summary>One of the values that a field may have.</summary>
    public T? Choice<T>(string name, Choices<T> choices, bool required = false, ErrorDefinition? unknown = null)
        where T : struct
    {
        if (Text(name, required) is not { } text)
            return null;
        if (choices.Find(text, out var value))
            return value;
        if (Findings.Lenient && choices.Find(text.Trim().ToLowerInvariant(), out value))
        {
            Findings.Mend(PathOf(name), "letter-case", "Read the value in lower case.");
            return value;
        }

        Fail(unknown ?? IntakeErrors.BadFormat, name, $"One of {choices} is expected here.");
        return null;
    }

    /// <summary>A JSON value as text; a number is taken as its digits in lenient mode.</summary>
    public string? AsText(JsonElement value, string name)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                break;
            case JsonValueKind.Number when Findings.Lenient:
                Findings.Mend(PathOf(name), "number-as-text", "Read a number as text.");
                return System.Text.Encoding.ASCII.GetString(JsonMarshal.GetRawUtf8Value(value));
            default:
                Findings.Fail(IntakeErrors.BadFormat, PathOf(name), "A text is expected here.");
                return null;
        }

        var text = JsonText.Read(value);
        if (text is null || text.Contains('\0', StringComparison.Ordinal))
        {
            Findings.Fail(IntakeErrors.BadFormat, PathOf(name), text is null ? "The text holds half a surrogate pair." : "The text holds a NUL character.");
            return null;
        }

        if (!JsonText.HasForbidden(text))
            return text;
        return Findings.Tolerate(PathOf(name), "control-characters", "Removed control characters that no document can carry.", IntakeErrors.BadFormat, "The text holds control characters.")
            ? JsonText.WithoutForbidden(text)
            : null;
    }
}
