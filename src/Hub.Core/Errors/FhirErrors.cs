namespace Hub.Core.Errors;

/// <summary>Why FHIR content was not taken in. The text of an occurrence names the rule and its source.</summary>
[ErrorCatalogue.Area]
public static class FhirErrors
{
    /// <summary>The JSON does not follow FHIR's rules for JSON.</summary>
    public static readonly ErrorDefinition NotFhirJson = new("HUB-FHIR-001", "The JSON breaks a rule of FHIR R4 JSON", "Correct the element; the text names the rule.", HttpStatus: 400);

    /// <summary>A rule of FHIR or of a profile is broken.</summary>
    public static readonly ErrorDefinition RuleBroken = new("HUB-FHIR-002", "A rule of FHIR R4 or of the profile is broken", "Correct the element; the text names the rule.", HttpStatus: 400);

    /// <summary>The resource, Bundle type or value type is not one that is taken here.</summary>
    public static readonly ErrorDefinition NotTaken = new("HUB-FHIR-003", "This kind of resource or value is not taken here", "Send a document Bundle, a batch, transaction or collection Bundle of Observations, or one Observation.", HttpStatus: 400);

    /// <summary>A document speaks of more than one patient.</summary>
    public static readonly ErrorDefinition SeveralPatients = new("HUB-FHIR-004", "The document is about more than one patient", "Send one document for each patient.", HttpStatus: 400);

    /// <summary>A VKP alert code contradicts the text beside it.</summary>
    public static readonly ErrorDefinition CodeContradictsText = new("HUB-FHIR-005", "The alert code means something else than the text beside it", "Send the code of vkp-alert-code-v090 that the text means.", HttpStatus: 400);

    /// <summary>A narrative cannot be read.</summary>
    public static readonly ErrorDefinition BadNarrative = new("HUB-FHIR-006", "The narrative is not well-formed XHTML", "Correct text.div.", HttpStatus: 400);

    /// <summary>Codes that stand side by side mean different things.</summary>
    public static readonly ErrorDefinition CodesDisagree = new("HUB-FHIR-007", "The codes beside each other mean different things", "Send codes of one and the same measurement.", HttpStatus: 400);

    /// <summary>Nothing says whose the entry is.</summary>
    public static readonly ErrorDefinition NoOrganization = new("HUB-FHIR-008", "Nothing says which organisation this belongs to", "Name it by organisation number in Patient.managingOrganization.", HttpStatus: 400);

    /// <summary>An entry or a transaction belongs to more than one organisation.</summary>
    public static readonly ErrorDefinition SeveralOrganizations = new("HUB-FHIR-009", "This belongs to more than one organisation", "Send a transaction for each organisation; let an entry refer to patients of its own organisation only.", HttpStatus: 400);

    /// <summary>The precondition of a conditional create names something else than the resource.</summary>
    public static readonly ErrorDefinition BadCondition = new("HUB-FHIR-010", "The condition of the request does not fit the resource", "ifNoneExist names an identifier of the resource itself.", HttpStatus: 400);
}
