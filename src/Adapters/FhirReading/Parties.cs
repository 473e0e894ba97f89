using Hub.Core.Content;
using Hub.Fhir.Model;
using Hub.Fhir.Terminology;
using Patient = Hub.Fhir.Model.Patient;

namespace Hub.Adapters.FhirReading;

/// <summary>Who stands behind a reference.</summary>
internal static class Parties
{
    public static Party? Of(Reference? reference, FhirSource source)
    {
        if (reference is null)
            return null;
        var resolved = source.Resolve(reference)?.Resource;
        var id = Terms.Id(reference.Identifier) ?? Terms.Id(Identifiers(resolved) is [var first, ..] ? first : null)
            ?? (resolved is null && reference.Target is { } target ? new Hub.Core.Identities.Identifier("", target) : null);
        var name = reference.Display ?? NameOf(resolved);
        return id is null && name is null ? null : new Party(Role(reference, resolved, id?.System), id, name);
    }

    public static IReadOnlyList<Party> All(IReadOnlyList<Reference> references, FhirSource source) => [.. references.Select(r => Of(r, source)).OfType<Party>()];

    public static string? NameOf(Resource? resource) => resource switch
    {
        Patient patient => NameOf(patient.Name),
        Practitioner practitioner => NameOf(practitioner.Name),
        Organization organization => organization.Name,
        _ => null,
    };

    private static string? NameOf(FhirList<HumanName> names)
    {
        if (names.Count == 0)
            return null;
        var name = names[0];
        var parts = name.Text ?? string.Join(' ', name.Given.Append(name.Family).OfType<string>());
        return parts.Length == 0 ? null : parts;
    }

    private static FhirList<Identifier> Identifiers(Resource? resource) => resource switch
    {
        Patient patient => patient.Identifier,
        Practitioner practitioner => practitioner.Identifier,
        Organization organization => organization.Identifier,
        Device device => device.Identifier,
        _ => [],
    };

    private static PartyRole Role(Reference reference, Resource? resolved, string? system)
    {
        var type = resolved?.GetType().Name ?? reference.Type ?? reference.Target?.Split('/')[0];
        return type switch
        {
            "Patient" or "patient" => PartyRole.Patient,
            "Organization" => PartyRole.Organization,
            "RelatedPerson" => PartyRole.RelatedPerson,
            "Device" => PartyRole.System,
            _ => system is IdentifierSystems.Enh or IdentifierSystems.Resh or IdentifierSystems.Her ? PartyRole.Organization : PartyRole.Practitioner,
        };
    }
}
