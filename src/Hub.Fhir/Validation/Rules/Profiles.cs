using Hub.Fhir.Model;
using Hub.Fhir.Terminology;

namespace Hub.Fhir.Validation.Rules;

/// <summary>Questions that rules of profiles ask.</summary>
internal static class Profiles
{
    /// <summary>True when the resource claims the profile, whatever version it adds after '|'.</summary>
    internal static bool Claims(Resource resource, string profile) => resource.Meta?.Profile.Any(claimed =>
        claimed.StartsWith(profile, StringComparison.Ordinal) && (claimed.Length == profile.Length || claimed[profile.Length] == '|')) == true;

    internal static bool HasTerm(CodeableConcept concept, TermList terms) =>
        concept.Coding.Any(coding => coding.System == terms.System && terms.Find(coding.Code) is not null);
}
