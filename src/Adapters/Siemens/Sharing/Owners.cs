using System.Text.Json;
using Hub.Core.Errors;
using Hub.Core.Identities;
using Systems = Hub.Fhir.Terminology.IdentifierSystems;

namespace Hub.Adapters.Siemens.Sharing;

/// <summary>
/// Whose an entry is (modelled): the organisation that manages the patient (Patient.managingOrganization); where the patient says nothing, the one Organization among the entry's performers, authors,
/// senders or its custodian; where that says nothing either, a tag on the Bundle. Organisations are told apart by organisation number. A tag that contradicts an entry, or several organisations, refuse it.
/// </summary>
internal sealed class Owners(RawBundle bundle)
{
    private static readonly string[] Subjects = ["subject", "patient"];
    private static readonly string[] Makers = ["performer", "author", "sender", "custodian"];

    private readonly HashSet<string> _tags = Tags(bundle);

    /// <summary>The owner of an entry.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="onlyPatients">True where only what the patient and the Bundle say counts.</param>
    public Owner Of(RawEntry entry, bool onlyPatients = false)
    {
        var found = Subjects.SelectMany(s => RawBundle.Each(RawBundle.Member(entry.Resource, s))).SelectMany(OfPatient).ToHashSet(StringComparer.Ordinal);
        if (found.Count == 0 && !onlyPatients)
            found = Makers.SelectMany(m => RawBundle.Each(RawBundle.Member(entry.Resource, m))).SelectMany(r => OfReference(r, entry.Resource)).ToHashSet(StringComparer.Ordinal);
        found.UnionWith(_tags);
        var path = $"Bundle.entry[{entry.Place}].resource";
        return found.Count switch
        {
            0 => new Owner(null, FhirErrors.NoOrganization.At(path)),
            1 when !IsNumber(found.First()) => new Owner(null, FhirErrors.NoOrganization.At(path, "An organisation number has nine digits.")),
            1 => new Owner(found.First(), null),
            _ => new Owner(null, FhirErrors.SeveralOrganizations.At(path)),
        };
    }

    /// <summary>The organisations that a Patient entry says manage the patient; empty when it says nothing.</summary>
    public IReadOnlySet<string> OfPatientEntry(RawEntry patient) =>
        RawBundle.Each(RawBundle.Member(patient.Resource, "managingOrganization")).SelectMany(r => OfReference(r, patient.Resource)).ToHashSet(StringComparer.Ordinal);

    private IEnumerable<string> OfPatient(JsonElement reference) =>
        bundle.Resolve(RawBundle.Text(reference, "reference")) is { Type: "Patient" } patient ? OfPatientEntry(patient) : [];

    private IEnumerable<string> OfReference(JsonElement reference, JsonElement holder)
    {
        foreach (var number in Numbers(RawBundle.Member(reference, "identifier")))
            yield return number;
        foreach (var number in Target(RawBundle.Text(reference, "reference"), holder) is { ValueKind: JsonValueKind.Object } target ? OfTarget(target) : [])
            yield return number;
    }

    private IEnumerable<string> OfTarget(JsonElement target) => RawBundle.Text(target, "resourceType") switch
    {
        "Organization" => Numbers(RawBundle.Member(target, "identifier")),
        "PractitionerRole" => RawBundle.Each(RawBundle.Member(target, "organization")).SelectMany(o => Numbers(RawBundle.Member(o, "identifier"))
            .Concat(bundle.Resolve(RawBundle.Text(o, "reference")) is { Type: "Organization" } employer ? Numbers(RawBundle.Member(employer.Resource, "identifier")) : [])),
        _ => [],
    };

    private JsonElement Target(string? target, JsonElement holder) => target is not null && target.StartsWith('#')
        ? RawBundle.Each(RawBundle.Member(holder, "contained")).FirstOrDefault(c => RawBundle.Text(c, "id") == target[1..])
        : bundle.Resolve(target)?.Resource ?? default;

    private static IEnumerable<string> Numbers(JsonElement identifiers) => RawBundle.Each(identifiers)
        .Where(i => RawBundle.Text(i, "system") == Systems.Enh).Select(i => RawBundle.Text(i, "value")?.Replace(" ", "", StringComparison.Ordinal)).OfType<string>();

    private static HashSet<string> Tags(RawBundle bundle) => RawBundle.Each(RawBundle.Member(RawBundle.Member(bundle.Root, "meta"), "tag"))
        .Where(t => RawBundle.Text(t, "system") == Systems.Enh).Select(t => RawBundle.Text(t, "code")).OfType<string>().ToHashSet(StringComparer.Ordinal);

    private static bool IsNumber(string text) => text.Length == 9 && OrganizationNumber.HasForm(text);
}

/// <summary>Whose an entry is.</summary>
/// <param name="Orgnr">Organisation number, null when it cannot be told.</param>
/// <param name="Error">Why it cannot.</param>
internal sealed record Owner(string? Orgnr, HubError? Error);
