using Hub.Core.Identities;

namespace Hub.Core.Content;

/// <summary>What a device event tells.</summary>
public enum DeviceEventType
{
    /// <summary>Medicine was taken out, by the patient or with help (VKP MedicationDispense). What was not taken is an <see cref="Alarm"/>.</summary>
    Dispensed,

    /// <summary>Something asks for a response: safety alarm, fall, leaving bed or home, dispenser fault (VKP DetectedIssue).</summary>
    Alarm,

    /// <summary>A digital visit was made (VKP Encounter).</summary>
    Supervision,

    /// <summary>A position was reported.</summary>
    Position,
}

/// <summary>What a device in the home reported: medicine dispenser, digital supervision, safety alarm or GPS. The codes are those of VKP (standards: vkp-alert-code-v090, vkp-medicationdispense-events-v090).</summary>
/// <param name="EventId">The source's id of the event, the same for every report about it (raised, answered, closed).</param>
/// <param name="Type">What it tells.</param>
/// <param name="Time">When it happened, or from when to when.</param>
public sealed record DeviceEvent(string EventId, DeviceEventType Type, ClinicalTime Time) : HomeContent
{
    /// <inheritdoc/>
    public override ContentKind Kind => ContentKind.DeviceEvent;

    /// <summary>The type and, after a hyphen, the code: <c>alarm-3</c>, <c>alarm-1.1</c>, <c>dispensed-1.1</c>; of a visit its reason (<c>supervision-2</c>). The type alone where there is no code. The lists of VKP use the same
    /// numbers for other things, so a code alone would say nothing.</summary>
    public override string? Category =>
        (Type == DeviceEventType.Supervision ? Reason : Code)?.Codings is [var first, ..] ? $"{Type.ToString().ToLowerInvariant()}-{first.Code}" : Type.ToString().ToLowerInvariant();

    /// <summary>What exactly, as a code of VKP; null when the source has none.</summary>
    public Concept? Code { get; init; }

    /// <summary>The service it belongs to by VKP's short code: <c>ta</c>, <c>gps</c>, <c>md</c>, <c>dt</c>, <c>rt</c>; null when not said.</summary>
    public string? Service { get; init; }

    /// <summary>How grave it is, VKP severity level 0 to 40; null when not said.</summary>
    public int? Severity { get; init; }

    /// <summary>The device, null when unknown.</summary>
    public DeviceInfo? Device { get; init; }

    /// <summary>In the source's words, null when it had none.</summary>
    public string? Text { get; init; }

    /// <summary>What was done about it, step by step (VKP composition-event), in order.</summary>
    public IReadOnlyList<NoteEvent> Steps { get; init; } = [];

    /// <summary>Who answered or visited, null when nobody or unknown.</summary>
    public Party? Responder { get; init; }

    /// <summary>What was dispensed; null unless the event is about medicine.</summary>
    public Dispensing? Dispensing { get; init; }

    /// <summary>Where, null when not said.</summary>
    public GeoPosition? Position { get; init; }

    /// <summary>How a digital visit was made (VKP encounter-mode), null when not said.</summary>
    public Concept? Mode { get; init; }

    /// <summary>Why a digital visit was made (VKP encounter-reason), null when not said.</summary>
    public Concept? Reason { get; init; }

    /// <summary>Business identifiers of the event.</summary>
    public IReadOnlyList<Identifier> Identifiers { get; init; } = [];
}

/// <summary>Medicine that was dispensed or should have been.</summary>
/// <param name="Medication">The medicine in words or codes; null when the dispenser knows only the dose bag.</param>
/// <param name="Planned">When it was planned, null when not said.</param>
/// <param name="Amount">How much, null when not said.</param>
/// <param name="Container">Id of the dose bag or roll, null when not said.</param>
public sealed record Dispensing(Concept? Medication, DateTimeOffset? Planned, Quantity? Amount, string? Container);

/// <summary>A position on earth (WGS 84).</summary>
/// <param name="Latitude">Degrees, north positive.</param>
/// <param name="Longitude">Degrees, east positive.</param>
/// <param name="AccuracyMeters">Radius of uncertainty, null when not said.</param>
public sealed record GeoPosition(decimal Latitude, decimal Longitude, decimal? AccuracyMeters = null);
