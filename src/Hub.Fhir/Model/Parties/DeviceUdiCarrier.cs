namespace Hub.Fhir.Model;

/// <summary>Unique device identification. FHIR R4 DeviceUdiCarrier.</summary>
public sealed record DeviceUdiCarrier : BackboneElement
{
    /// <summary>Device identifier part.</summary>
    [FhirElement("deviceIdentifier")]
    public string? DeviceIdentifier { get; init; }

    /// <summary>Who issued it.</summary>
    [FhirElement("issuer", "uri")]
    public string? Issuer { get; init; }

    /// <summary>Where it applies.</summary>
    [FhirElement("jurisdiction", "uri")]
    public string? Jurisdiction { get; init; }

    /// <summary>As read by a machine.</summary>
    [FhirElement("carrierAIDC", "base64Binary")]
    public string? CarrierAIDC { get; init; }

    /// <summary>As read by people.</summary>
    [FhirElement("carrierHRF")]
    public string? CarrierHRF { get; init; }

    /// <summary>How it was entered.</summary>
    [FhirElement("entryType", "code", Codes = typeof(UdiEntryType))]
    public string? EntryType { get; init; }
}
