namespace Hub.Fhir.Model;

/// <summary>Why a text is not a FHIR dateTime.</summary>
public enum FhirDateTimeFault
{
    /// <summary>It is one.</summary>
    None,

    /// <summary>It does not have the form YYYY, YYYY-MM, YYYY-MM-DD or YYYY-MM-DDThh:mm:ss[.fff](Z|±hh:mm).</summary>
    Format,

    /// <summary>It has a time of day and no offset from UTC, so it is no instant.</summary>
    MissingOffset,

    /// <summary>The form is right and the date, time or offset does not exist.</summary>
    OutOfRange,
}
