namespace Hub.Fhir.Validation;

/// <summary>The general rules of the validator.</summary>
internal static class CheckRules
{
    internal static readonly CheckRule Required = new("FHIR-CHECK-001", "The element is required.", "FHIR R4: least number of occurrences");
    internal static readonly CheckRule Codes = new("FHIR-CHECK-002", "The code is not in the required value set.", "FHIR R4: required binding");
    internal static readonly CheckRule ChoiceType = new("FHIR-CHECK-003", "The type is not allowed for this element.", "FHIR R4: types of the choice element");
    internal static readonly CheckRule Form = new("FHIR-CHECK-004", "The value does not have the form of its type.", "FHIR R4 datatypes.html");
}
