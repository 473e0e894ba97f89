using System.Globalization;
using System.Text.Json;
using Hub.Adapters.Json;
using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Kith.Types;

namespace Hub.Adapters.Tellu.Reading;

/// <summary>Times of an entry: milliseconds since 1970 in JSON, local time in XML, both in the zone that the entry names. A local time that the clock showed twice or never is not guessed at.</summary>
internal sealed class EntryTimes
{
    private static readonly string[] Local = ["yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF"];
    private static readonly string[] WithOffset = ["yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz"];

    private readonly TelluFormat _format;
    private readonly bool _norwegian;

    private EntryTimes(TelluFormat format, bool norwegian) => (_format, _norwegian) = (format, norwegian);

    /// <summary>Times as the entry's <c>tz</c> says.</summary>
    /// <returns>Null when the zone is missing or not one that is read; the fault is told.</returns>
    public static EntryTimes? Of(Fields entry, TelluFormat format)
    {
        switch (entry.Text("tz", required: true, 60))
        {
            case null:
                return null;
            case "Europe/Oslo":
                return new EntryTimes(format, true);
            case "UTC":
                return new EntryTimes(format, false);
            default:
                entry.Fail(IntakeErrors.BadFormat, "tz", "Europe/Oslo or UTC is expected here.");
                return null;
        }
    }

    /// <summary>The instant in a field.</summary>
    public ClinicalTime? Read(Fields at, string name, bool required = false, bool mayBeFuture = false)
    {
        if (!at.Has(name))
        {
            if (required)
                at.Fail(IntakeErrors.Missing, name);
            return null;
        }

        var time = _format == TelluFormat.Json ? FromMilliseconds(at, name) : FromLocal(at, name);
        if (time is not { } read)
            return null;
        if (mayBeFuture || at.Findings.ClockFault(read) is not { } fault)
            return new ClinicalTime(read);
        at.Fail(IntakeErrors.ClockOff, name, fault);
        return null;
    }

    private DateTimeOffset? FromMilliseconds(Fields at, string name)
    {
        if (at.Value(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt64(out var milliseconds) && milliseconds is > -62_000_000_000_000 and < 253_000_000_000_000)
            return InZone(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));
        at.Fail(IntakeErrors.BadFormat, name, "Milliseconds since 1970 are expected here, as a whole number.");
        return null;
    }

    private DateTimeOffset? FromLocal(Fields at, string name)
    {
        if (at.Text(name, required: true, 40)?.Trim() is not { } text)
            return null;
        if (DateTime.TryParseExact(text, Local, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            return Resolve(at, name, local);
        if (!DateTimeOffset.TryParseExact(text, WithOffset, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant))
        {
            at.Fail(IntakeErrors.BadFormat, name, "A local time such as 2026-03-01T08:15:00 is expected here.");
            return null;
        }

        if (InZone(instant).Offset == instant.Offset)
            return instant;
        at.Fail(IntakeErrors.BadFormat, name, "The offset is not the one of the entry's zone at that time.");
        return null;
    }

    // Which offsets the zone had when its clocks showed this: one, none in the hour that is skipped, two in the hour that is repeated.
    private DateTimeOffset? Resolve(Fields at, string name, DateTime local)
    {
        if (!_norwegian || local.Year is < 2 or > 9998)
            return new DateTimeOffset(local, TimeSpan.Zero);
        DateTimeOffset[] fitting = [.. Enumerable.Range(1, 2).Select(h => new DateTimeOffset(local, TimeSpan.FromHours(h))).Where(t => NorwegianTime.OffsetAt(t) == t.Offset)];
        if (fitting.Length == 1)
            return fitting[0];
        if (fitting.Length == 0)
            at.Fail(IntakeErrors.BadFormat, name, "There was no such local time: the clocks were set forward over it.");
        else
            at.Fail(IntakeErrors.NoOffset, name, "The clocks showed this local time twice, as summer time ended; send it with its offset (+02:00 for the first, +01:00 for the second).");
        return null;
    }

    private DateTimeOffset InZone(DateTimeOffset instant) =>
        instant.ToOffset(!_norwegian || instant.UtcDateTime.Year is < 2 or > 9998 ? TimeSpan.Zero : NorwegianTime.OffsetAt(instant));
}
