using Hub.Core.Errors;
using Hub.Fhir;

namespace Hub.Adapters.FhirReading;

/// <summary>Findings of the FHIR reader and validator as errors of the hub.</summary>
internal static class FhirIssues
{
    public static HubError Of(FhirIssue issue) => Definition(issue.Code).At(issue.Path.Length == 0 ? null : issue.Path, $"{issue.Text} ({issue.Code}; {issue.Rule})");

    private static ErrorDefinition Definition(string code) => code switch
    {
        "FHIR-JSON-001" => IntakeErrors.MalformedJson,
        "FHIR-JSON-002" or "FHIR-JSON-003" => IntakeErrors.WrongCharset,
        "FHIR-JSON-004" => IntakeErrors.TooDeep,
        "FHIR-JSON-005" => IntakeErrors.DuplicateProperty,
        "FHIR-JSON-006" => IntakeErrors.UnknownField,
        "FHIR-JSON-014" or "FHIR-JSON-018" => IntakeErrors.NotADecimal,
        "FHIR-JSON-020" => IntakeErrors.NoOffset,
        _ => code.StartsWith("FHIR-JSON", StringComparison.Ordinal) ? FhirErrors.NotFhirJson : FhirErrors.RuleBroken,
    };
}
