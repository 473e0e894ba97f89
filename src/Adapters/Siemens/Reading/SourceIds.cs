using System.Security.Cryptography;
using System.Text;
using Hub.Adapters.FhirReading;
using Hub.Adapters.Json;
using Hub.Core.Errors;
using Hub.Fhir.Model;

namespace Hub.Adapters.Siemens.Reading;

/// <summary>How an entry is known again, by whatever way it came: its identifier, else what the request must not find, else its fullUrl, else its id.</summary>
internal static class SourceIds
{
    private const int Longest = 150;
    private const string Condition = "identifier=";

    /// <summary>The id of an entry, the same for every version of it.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="fullUrl">Its fullUrl.</param>
    /// <param name="request">What is asked for; null in a search result.</param>
    /// <param name="path">Path of the entry.</param>
    /// <param name="findings">Where faults go.</param>
    /// <returns>The id, null when there is none.</returns>
    public static string? Of(Resource resource, string? fullUrl, BundleEntryRequest? request, string path, Findings findings)
    {
        var own = Identifiers(resource).Select(Terms.Id).OfType<Hub.Core.Identities.Identifier>().Select(i => Text(i.System, i.Value)).ToList();
        if (request?.IfNoneExist is { } condition)
        {
            if (Conditioned(condition) is not { } asked || (own.Count > 0 && !own.Contains(asked)))
            {
                findings.Fail(FhirErrors.BadCondition, $"{path}.request.ifNoneExist");
                return null;
            }

            return Safe(own.Count > 0 ? own[0] : asked);
        }

        if (own.Count > 0)
            return Safe(own[0]);
        if ((fullUrl ?? resource.Id) is { } url)
            return Safe(url);
        findings.Fail(IntakeErrors.Missing, $"{path}.resource.identifier", "The resource has an identifier, or its entry a fullUrl, so that a repeat can be known again.");
        return null;
    }

    /// <summary>Quietly, for what another entry refers to.</summary>
    public static string? Of(FhirEntry entry) =>
        Identifiers(entry.Resource).Select(Terms.Id).FirstOrDefault(i => i is not null) is { } id ? Safe(Text(id.System, id.Value)) : entry.FullUrl is { } url ? Safe(url) : entry.Resource.Id;

    /// <summary>The business identifiers of a resource.</summary>
    public static IEnumerable<Identifier> Identifiers(Resource resource) => resource switch
    {
        Observation r => r.Identifier,
        DetectedIssue r => r.Identifier,
        Flag r => r.Identifier,
        Communication r => r.Identifier,
        CarePlan r => r.Identifier,
        QuestionnaireResponse { Identifier: { } id } => [id],
        Composition { Identifier: { } id } => [id],
        _ => [],
    };

    private static string Text(string system, string value) => system.Length == 0 ? value : $"{system}|{value}";

    // Only by identifier: what another search would find, the hub cannot know.
    private static string? Conditioned(string condition) =>
        condition.StartsWith(Condition, StringComparison.Ordinal) && !condition.Contains('&', StringComparison.Ordinal) && condition.Length > Condition.Length
            ? Uri.UnescapeDataString(condition[Condition.Length..]).TrimStart('|')
            : null;

    // The identifier of the PHD guide is put together of device, patient and time: a source id stands in logs and addresses, so numbers of people must not be in it.
    private static string Safe(string id) => id.StartsWith("urn:uuid:", StringComparison.Ordinal) || (id.Length <= Longest && !HoldsNumber(id)) ? id : "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)))[..32];

    private static bool HoldsNumber(string id)
    {
        var digits = 0;
        foreach (var c in id)
        {
            digits = char.IsAsciiDigit(c) ? digits + 1 : 0;
            if (digits == 11)
                return true;
        }

        return false;
    }
}
