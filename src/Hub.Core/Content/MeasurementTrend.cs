namespace Hub.Core.Content;

/// <summary>The last values of a patient over a period, with the patient's own limits: what a general practitioner reads as a table.</summary>
/// <param name="Time">The period.</param>
/// <param name="Values">The measurements, any kinds, oldest first; at least one.</param>
public sealed record MeasurementTrend(ClinicalTime Time, IReadOnlyList<Measurement> Values) : HomeContent
{
    /// <inheritdoc/>
    public override ContentKind Kind => ContentKind.Trend;

    /// <summary>What the sender says about the development, null when nothing.</summary>
    public string? Comment { get; init; }

    /// <summary>Who put it together, null when a system did.</summary>
    public Party? Author { get; init; }
}
