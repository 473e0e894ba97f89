using Hub.Core.Errors;
using Hub.Core.Identities;
using Hub.Core.Tenants;

namespace Hub.Host.Faces;

/// <summary>Reads a patient's national id in the consent and operator APIs by the same rules as messages, so that both find the same patient.</summary>
internal static class PatientText
{
    /// <summary>Reads the number.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tenant">Whose environment decides.</param>
    /// <param name="errors">Why it is refused is added here.</param>
    /// <returns>The identifier, null when it is refused.</returns>
    public static Identifier? Read(string text, TenantConfig tenant, List<HubError> errors)
    {
        var verdict = PatientIdPolicy.Judge(text, tenant.Environment, takeUnverifiable: true);
        if (verdict.Id is null)
            errors.Add(IntakeErrors.BadNationalId.At("$.patient", verdict.Refusal));
        return verdict.Id;
    }
}
