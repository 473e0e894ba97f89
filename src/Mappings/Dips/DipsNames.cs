namespace Hub.Mappings.Dips;

/// <summary>Names that DIPS publishes (DIPS Core Implementation Guide 0.1.0).</summary>
internal static class DipsNames
{
    /// <summary>The sender's own id of what it sends.</summary>
    public const string ExternalId = "http://dips.no/fhir/namingsystem/externalId";

    /// <summary>A unit of the hospital as the keeper of documents.</summary>
    public const string OrganizationId = "http://dips.no/fhir/namingsystem/dips-organizationid";

    /// <summary>Kinds of documents.</summary>
    public const string DocumentTypeId = "http://dips.no/fhir/namingsystem/dips-documenttypeid";

    /// <summary>A department.</summary>
    public const string Department = "urn:oid:1.3.6.1.4.1.9038.70.3";

    /// <summary>Somebody who works there, in one of their roles.</summary>
    public const string HealthCareParty = "urn:oid:1.3.6.1.4.1.9038.51.1";

    /// <summary>When what a document tells took place.</summary>
    public const string EventTime = "http://dips.no/fhir/StructureDefinition/DIPSDocumentReferenceEventTime";

    /// <summary>When a document was approved.</summary>
    public const string ApprovedTime = "http://dips.no/fhir/StructureDefinition/DIPSDocumentReferenceApprovedTime";

    /// <summary>Who made a document, in words.</summary>
    public const string CreatedBy = "http://dips.no/fhir/StructureDefinition/DIPSDocumentReferenceCreatedBy";

    /// <summary>Address of a vital sign profile.</summary>
    public static string VitalSign(string name) => $"http://dips.no/fhir/StructureDefinition/DIPSVitalSignsObservation{name}";
}
