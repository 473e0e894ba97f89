using Hub.Fhir.Model;

namespace Hub.Fhir.Validation;

/// <summary>Checks resources against the rules that must hold for what is sent and what is accepted: cardinalities and required bindings of FHIR R4,
/// invariants of the resources used, R4 vital signs (by LOINC code or category), and the VkpObservation and VKP v090 profiles named in
/// <c>meta.profile</c>. It is not a full profile validator: extensible bindings and the existence of LOINC or SNOMED CT codes are not checked.</summary>
public static class FhirValidator
{
    /// <summary>All findings, errors and warnings; empty when the resource is fine. Unmodelled resources are passed over.</summary>
    /// <param name="resource">The resource; contained resources and Bundle entries are checked too.</param>
    public static IReadOnlyList<FhirIssue> Validate(Resource resource)
    {
        var context = new CheckContext();
        context.CheckResource(resource);
        return context.Issues;
    }

    /// <summary>True when there is no error; warnings do not count.</summary>
    /// <param name="resource">The resource.</param>
    public static bool IsValid(Resource resource) => Validate(resource).All(issue => issue.Severity != FhirSeverity.Error);
}
