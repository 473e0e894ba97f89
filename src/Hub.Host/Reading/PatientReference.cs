using Hub.Core.Errors;
using Hub.Core.Identities;
using Hub.Core.Tenants;

namespace Hub.Host.Reading;

/// <summary>Reads how a request or a token names a patient: <c>SYSTEM|NUMBER</c>, <c>|NUMBER</c> or the number alone, with or without <c>Patient/</c> before it. By the same rules as messages, so that all find the same patient.</summary>
internal static class PatientReference
{
    private const string TypePrefix = "Patient/";

    /// <summary>Reads it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tenant">Whose environment decides which numbers are taken.</param>
    /// <returns>The national id; null when it is none.</returns>
    public static Identifier? Read(string text, TenantConfig tenant) => Read(text, tenant, "patient", []);

    /// <summary>Reads it, and says why it cannot be read.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tenant">Whose environment decides which numbers are taken.</param>
    /// <param name="path">Where it stands.</param>
    /// <param name="errors">Faults are added here.</param>
    /// <returns>The national id; null when it is none.</returns>
    public static Identifier? Read(string text, TenantConfig tenant, string path, List<HubError> errors)
    {
        var token = text.StartsWith(TypePrefix, StringComparison.Ordinal) ? text[TypePrefix.Length..] : text;
        var bar = token.IndexOf('|');
        var system = bar > 0 ? token[..bar] : null;
        if (system is not (null or IdentifierSystems.Fnr or IdentifierSystems.Dnr or IdentifierSystems.Fhn))
        {
            errors.Add(ReadErrors.BadParameter.At(path, "Patients are found by fødselsnummer, D-nummer or felles hjelpenummer only"));
            return null;
        }

        var verdict = PatientIdPolicy.Judge(token[(bar + 1)..], tenant.Environment, takeUnverifiable: true);
        if (verdict.Id is null)
            errors.Add(IntakeErrors.BadNationalId.At(path, verdict.Refusal));
        return verdict.Id;
    }
}
