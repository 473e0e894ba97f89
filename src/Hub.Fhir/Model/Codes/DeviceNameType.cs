namespace Hub.Fhir.Model;

/// <summary>Kinds of device name. FHIR R4 required binding.</summary>
public static class DeviceNameType
{
    /// <summary>Code system of the codes.</summary>
    public const string System = "http://hl7.org/fhir/device-nametype";

    /// <summary>Code <c>udi-label-name</c>.</summary>
    public const string UdiLabelName = "udi-label-name";

    /// <summary>Code <c>user-friendly-name</c>.</summary>
    public const string UserFriendlyName = "user-friendly-name";

    /// <summary>Code <c>patient-reported-name</c>.</summary>
    public const string PatientReportedName = "patient-reported-name";

    /// <summary>Code <c>manufacturer-name</c>.</summary>
    public const string ManufacturerName = "manufacturer-name";

    /// <summary>Code <c>model-name</c>.</summary>
    public const string ModelName = "model-name";

    /// <summary>Code <c>other</c>.</summary>
    public const string Other = "other";
}
