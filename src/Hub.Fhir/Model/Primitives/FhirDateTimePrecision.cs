namespace Hub.Fhir.Model;

/// <summary>How much of a point in time is known.</summary>
public enum FhirDateTimePrecision
{
    /// <summary>Year only.</summary>
    Year,

    /// <summary>Year and month.</summary>
    Month,

    /// <summary>Year, month and day.</summary>
    Day,

    /// <summary>Date, time of day and offset: an instant.</summary>
    Instant,
}
