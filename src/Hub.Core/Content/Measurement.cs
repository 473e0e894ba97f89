using Hub.Core.Identities;

namespace Hub.Core.Content;

/// <summary>One measurement or score, as measured. Values keep their digits; a converted value keeps its original beside it.</summary>
/// <param name="What">Kind by name, see <see cref="MeasurementKind"/>.</param>
/// <param name="Time">When the value was true.</param>
public sealed record Measurement(string What, ClinicalTime Time) : HomeContent
{
    /// <inheritdoc/>
    public override ContentKind Kind => ContentKind.Measurement;

    /// <inheritdoc/>
    public override string? Category => What;

    /// <summary>The value; null when the components carry it.</summary>
    public Measured? Value { get; init; }

    /// <summary>Parts of the measurement; empty when <see cref="Value"/> carries it.</summary>
    public IReadOnlyList<MeasurementComponent> Components { get; init; } = [];

    /// <summary>The codes the source gave for what was measured; empty when it used a name only.</summary>
    public Concept Codes { get; init; } = new([]);

    /// <summary>The categories the source gave (FHIR observation-category).</summary>
    public IReadOnlyList<Concept> Categories { get; init; } = [];

    /// <summary>FHIR observation status: registered, preliminary, final, amended, corrected, cancelled, entered-in-error, unknown.</summary>
    public string Status { get; init; } = "final";

    /// <summary>Business identifiers of the source for this measurement.</summary>
    public IReadOnlyList<Identifier> Identifiers { get; init; } = [];

    /// <summary>The device, null when unknown.</summary>
    public DeviceInfo? Device { get; init; }

    /// <summary>The patient's own limits.</summary>
    public IReadOnlyList<Threshold> Thresholds { get; init; } = [];

    /// <summary>The source's reading of the value (FHIR interpretation), null when it gave none.</summary>
    public Concept? Interpretation { get; init; }

    /// <summary>Where on the body, null when unknown.</summary>
    public Concept? BodySite { get; init; }

    /// <summary>How it was measured, null when unknown.</summary>
    public Concept? Method { get; init; }

    /// <summary>Who measured.</summary>
    public IReadOnlyList<Party> Performers { get; init; } = [];

    /// <summary>Comments, in order.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>When the source made the value available, null when it did not say.</summary>
    public DateTimeOffset? Issued { get; init; }

    /// <summary>What the source sent where a value was converted to the unit of the standard: name of the part (null = the whole) and the quantity as received.</summary>
    public IReadOnlyList<OriginalValue> Originals { get; init; } = [];
}

/// <summary>A value as received, before it was converted.</summary>
/// <param name="Component">Name of the component, null when it is the measurement's own value.</param>
/// <param name="Value">The number as received.</param>
/// <param name="Unit">The unit as received.</param>
public sealed record OriginalValue(string? Component, decimal Value, string Unit);
