namespace Hub.Fhir.Model;

/// <summary>The rule by which a Timing repeats. FHIR R4 TimingRepeat.</summary>
public sealed record TimingRepeat : DataType
{
    /// <summary>Length or limits of the whole schedule.</summary>
    [FhirChoice("bounds", "Duration", "Range", "Period")]
    public DataType? Bounds { get; init; }

    /// <summary>Number of repetitions.</summary>
    [FhirElement("count", "positiveInt")]
    public int? Count { get; init; }

    /// <summary>Highest number of repetitions.</summary>
    [FhirElement("countMax", "positiveInt")]
    public int? CountMax { get; init; }

    /// <summary>How long each one lasts.</summary>
    [FhirElement("duration")]
    public decimal? Duration { get; init; }

    /// <summary>Longest each one lasts.</summary>
    [FhirElement("durationMax")]
    public decimal? DurationMax { get; init; }

    /// <summary>Unit of the duration (UCUM).</summary>
    [FhirElement("durationUnit", "code", Codes = typeof(UnitsOfTime))]
    public string? DurationUnit { get; init; }

    /// <summary>Times per period.</summary>
    [FhirElement("frequency", "positiveInt")]
    public int? Frequency { get; init; }

    /// <summary>Most times per period.</summary>
    [FhirElement("frequencyMax", "positiveInt")]
    public int? FrequencyMax { get; init; }

    /// <summary>Length of the period the frequency counts in.</summary>
    [FhirElement("period")]
    public decimal? Period { get; init; }

    /// <summary>Longest length of the period.</summary>
    [FhirElement("periodMax")]
    public decimal? PeriodMax { get; init; }

    /// <summary>Unit of the period (UCUM).</summary>
    [FhirElement("periodUnit", "code", Codes = typeof(UnitsOfTime))]
    public string? PeriodUnit { get; init; }

    /// <summary>Days on which it happens.</summary>
    [FhirElement("dayOfWeek", "code", Codes = typeof(DaysOfWeek))]
    public FhirList<string> DayOfWeek { get; init; } = [];

    /// <summary>Times of day on which it happens.</summary>
    [FhirElement("timeOfDay", "time")]
    public FhirList<string> TimeOfDay { get; init; } = [];

    /// <summary>Events of daily life it is tied to.</summary>
    [FhirElement("when", "code")]
    public FhirList<string> When { get; init; } = [];

    /// <summary>Minutes before or after the event.</summary>
    [FhirElement("offset", "unsignedInt")]
    public int? Offset { get; init; }
}
