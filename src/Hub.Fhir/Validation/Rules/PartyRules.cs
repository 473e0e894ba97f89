using Hub.Fhir.Model;

namespace Hub.Fhir.Validation.Rules;

/// <summary>Invariants of Organization and Patient. Source: FHIR R4 organization.html, patient.html.</summary>
internal static class PartyRules
{
    private static readonly CheckRule NameOrIdentifier = new("FHIR-ORG-1", "An Organization has a name or an identifier.", "FHIR R4 org-1");
    private static readonly CheckRule ContactContent = new("FHIR-PAT-1", "A contact has a name, telecom, address or organisation.", "FHIR R4 pat-1");

    internal static void Check(Organization organization, CheckContext context)
    {
        if (organization.Identifier.Count == 0 && organization.Name is null)
            context.Add(NameOrIdentifier);
    }

    internal static void Check(PatientContact contact, CheckContext context)
    {
        if (contact is { Name: null, Address: null, Organization: null, Telecom.Count: 0 })
            context.Add(ContactContent);
    }
}
