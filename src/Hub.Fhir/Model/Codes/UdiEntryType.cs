namespace Hub.Fhir.Model;

/// <summary>How a device identification was entered. FHIR R4 required binding.</summary>
public static class UdiEntryType
{
    /// <summary>Code system of the codes.</summary>
    public const string System = "http://hl7.org/fhir/udi-entry-type";

    /// <summary>Code <c>barcode</c>.</summary>
    public const string Barcode = "barcode";

    /// <summary>Code <c>rfid</c>.</summary>
    public const string Rfid = "rfid";

    /// <summary>Code <c>manual</c>.</summary>
    public const string Manual = "manual";

    /// <summary>Code <c>card</c>.</summary>
    public const string Card = "card";

    /// <summary>Code <c>self-reported</c>.</summary>
    public const string SelfReported = "self-reported";

    /// <summary>Code <c>unknown</c>.</summary>
    public const string Unknown = "unknown";
}
