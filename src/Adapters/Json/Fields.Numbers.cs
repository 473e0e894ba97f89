using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Hub.Core.Errors;

namespace Hub.Adapters.Json;

/// <content>Numbers.</content>
internal sealed partial class Fields
{
    // A decimal keeps 28 digits; what is longer would be rounded unseen.
    private const int MostDigits = 28;

    /// <summary>The decimal number in a field, with its digits.</summary>
    public decimal? Number(string name, bool required = false)
    {
        if (!Has(name))
        {
            if (required)
                Fail(IntakeErrors.Missing, name);
            return null;
        }

        return AsNumber(Value(name), PathOf(name));
    }

    /// <summary>The whole number in a field.</summary>
    public int? Integer(string name, bool required = false)
    {
        if (Number(name, required) is not { } number)
            return null;
        if (number == decimal.Truncate(number) && Math.Abs(number) <= int.MaxValue)
            return (int)number;
        Fail(IntakeErrors.BadFormat, name, "A whole number is expected here.");
        return null;
    }

    private decimal? AsNumber(JsonElement value, string path)
    {
        if (value.ValueKind == JsonValueKind.Number)
        {
            if (JsonMarshal.GetRawUtf8Value(value).Length <= MostDigits && value.TryGetDecimal(out var number))
                return number;
            Findings.Fail(IntakeErrors.NotADecimal, path, "The number has more digits than can be kept.");
            return null;
        }

        if (value.ValueKind == JsonValueKind.String && Findings.Lenient && JsonText.Read(value)?.Trim() is { Length: <= MostDigits } text
            && decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var spelled))
        {
            Findings.Mend(path, "number-as-text", "Read a text as the number it spells.");
            return spelled;
        }

        Findings.Fail(IntakeErrors.NotADecimal, path);
        return null;
    }
}
