using Hub.Core.Content;
using Hub.Core.Mappings;
using Hub.Fhir.Model;
using Hub.Fhir.Terminology;
using Hub.Mappings.Fhir;

namespace Hub.Mappings.Dips;

/// <summary>
/// Who stands for what is sent, as the partner's options name them by DIPS's own ids: <c>author</c> and <c>authenticator</c> (<c>agb113</c>), <c>department</c> and <c>custodian</c> (<c>afa22</c>).
/// Where an option is missing the tenant's organisation stands by its number, which says who it is though DIPS may not know it.
/// </summary>
internal static class DipsParties
{
    /// <summary>Who performed a measurement: the department, and the person the options name.</summary>
    public static FhirList<Reference> Performers(MappingContext context)
    {
        var department = Unit(context, "department", DipsNames.Department) ?? Organisation(context);
        return Person(context, "author") is { } author ? [author, department] : [department];
    }

    /// <summary>Who answers for a document: the person the options name, else whom the source names, else the tenant.</summary>
    public static Reference Author(MappingContext context, Party? named) =>
        Person(context, "author") ?? (named is { Role: PartyRole.Practitioner or PartyRole.Organization } ? FhirParties.Reference(named) : null) ?? Organisation(context);

    /// <summary>Who approved a document; null when nobody has.</summary>
    public static Reference? Authenticator(MappingContext context) => Person(context, "authenticator");

    /// <summary>Who keeps a document.</summary>
    public static Reference Custodian(MappingContext context) => Unit(context, "custodian", DipsNames.OrganizationId) ?? Organisation(context);

    private static Reference? Person(MappingContext context, string option) => Own(context, option, "PractitionerRole", DipsNames.HealthCareParty);

    private static Reference? Unit(MappingContext context, string option, string system) => Own(context, option, "Organization", system);

    // DIPS's resource ids are three letters for the kind and the number that its identifiers carry.
    private static Reference? Own(MappingContext context, string option, string type, string system) =>
        FhirWords.Text(context.Target.Options.GetValueOrDefault(option)) is { } id
            ? new Reference { Target = $"{type}/{id}", Identifier = FhirWords.Identifier(system, id.TrimStart("abcdefghijklmnopqrstuvwxyz".ToCharArray())) }
            : null;

    private static Reference Organisation(MappingContext context) => new()
    {
        Type = "Organization",
        Identifier = FhirWords.Identifier(IdentifierSystems.Enh, context.Tenant.Organization.Orgnr),
        Display = FhirWords.Text(context.Tenant.Organization.Name),
    };
}
