using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Hub.Core.Content;
using Hub.Core.Errors;

namespace Hub.Adapters.Json;

/// <content>Times.</content>
internal sealed partial class Fields
{
    /// <summary>The instant in a field, with the text it was given in.</summary>
    /// <param name="name">The field.</param>
    /// <param name="required">True when it must be there.</param>
    /// <param name="mayBeFuture">True for times that may lie ahead, such as the end of a plan.</param>
    /// <returns>The time, null when it is missing or at fault.</returns>
    public ClinicalTime? Time(string name, bool required = false, bool mayBeFuture = false)
    {
        if (!Has(name))
        {
            if (required)
                Fail(IntakeErrors.Missing, name);
            return null;
        }

        var value = Value(name);
        var time = value.ValueKind == JsonValueKind.String ? FromText(value, name) : FromEpoch(JsonMarshal.GetRawUtf8Value(value), name);
        if (time is null || mayBeFuture || Findings.ClockFault(time.Start) is not { } fault)
            return time;
        Fail(IntakeErrors.ClockOff, name, fault);
        return null;
    }

    private ClinicalTime? FromText(JsonElement value, string name)
    {
        ReadOnlySpan<byte> raw = JsonMarshal.GetRawUtf8Value(value)[1..^1];
        // Many writers escape the plus sign of an offset (\u002B): the same text by the rules of JSON (RFC 8259 section 7).
        if (raw.Contains((byte)'\\'))
            raw = System.Text.Encoding.UTF8.GetBytes(JsonText.Read(value) ?? "");
        if (HasOffset(raw) && value.TryGetDateTimeOffset(out var at))
            return new ClinicalTime(at, Literal: System.Text.Encoding.ASCII.GetString(raw));

        if (value.TryGetDateTime(out _) && raw.Length > 10)
            Fail(IntakeErrors.NoOffset, name);
        else if (raw.Length == 13 && raw.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0)
            return FromEpoch(raw, name);
        else
            Fail(IntakeErrors.BadFormat, name, "A time such as 2026-03-01T08:15:00+01:00 is expected here.");
        return null;
    }

    // Thirteen digits are milliseconds since 1970, which name the instant but not the offset it was lived in.
    private ClinicalTime? FromEpoch(ReadOnlySpan<byte> digits, string name)
    {
        if (digits.Length != 13 || !long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds))
        {
            Fail(IntakeErrors.BadFormat, name, "A time such as 2026-03-01T08:15:00+01:00 is expected here.");
            return null;
        }

        return Findings.Tolerate(PathOf(name), "time-as-milliseconds", "Read milliseconds since 1970 as a UTC time.", IntakeErrors.BadFormat, "Milliseconds are not taken; send the time with its offset.")
            ? new ClinicalTime(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds))
            : null;
    }

    private static bool HasOffset(ReadOnlySpan<byte> time) =>
        time.Length > 16 && (time[^1] == (byte)'Z' || (time[^3] == (byte)':' && time[^6] is (byte)'+' or (byte)'-'));
}
