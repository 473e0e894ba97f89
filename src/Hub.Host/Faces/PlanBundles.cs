using System.Globalization;
using Hub.Adapters.Plans;
using Hub.Fhir.Model;

namespace Hub.Host.Faces;

/// <summary>Several versions in one answer.</summary>
/// <param name="address">Address of the face, without a slash at the end.</param>
/// <param name="tenant">Tenant.</param>
internal sealed class PlanBundles(string address, string tenant)
{
    /// <summary>What a search found; with what each is from, where that is asked for.</summary>
    public Bundle Found(IReadOnlyList<SharedVersion> versions, bool provenance) => new()
    {
        Type = BundleType.Searchset,
        Total = versions.Count,
        Entry =
        [
            .. versions.Select(v => Match(PlanResources.Version(v, tenant))),
            .. provenance ? versions.Select(v => Entry(PlanResources.Provenance(v, tenant)) with { Search = new BundleEntrySearch { Mode = "include" } }) : [],
        ],
    };

    /// <summary>Where versions come from.</summary>
    public Bundle Found(IReadOnlyList<Provenance> found) => new() { Type = BundleType.Searchset, Total = found.Count, Entry = [.. found.Select(Match)] };

    /// <summary>Every version, newest first.</summary>
    public Bundle History(IReadOnlyList<SharedVersion> versions) => new()
    {
        Type = BundleType.History,
        Total = versions.Count,
        Entry = versions.Select(v => Entry(PlanResources.Version(v, tenant)) with
        {
            Request = new BundleEntryRequest { Method = v.Number == 1 ? "POST" : "PUT", Url = v.Number == 1 ? "CarePlan" : $"CarePlan/{v.Key}" },
            Response = new BundleEntryResponse { Status = v.Number == 1 ? "201" : "200", Etag = PlanResources.ETag(v.Number), LastModified = FhirDateTime.FromInstant(v.At) },
        }).ToFhirList(),
    };

    /// <summary>An edit that was refused beside what is in its way: what is wrong, the latest version, the one it was made from, and the edit as sent.</summary>
    public Bundle Refused(OperationOutcome outcome, SharedVersion latest, SharedVersion? basis, CarePlan sent) => new()
    {
        Type = BundleType.Collection,
        Entry =
        [
            new BundleEntry { Resource = outcome },
            Entry(PlanResources.Version(latest, tenant)),
            .. basis is not null && basis.Number != latest.Number ? [Entry(PlanResources.Version(basis, tenant))] : Array.Empty<BundleEntry>(),
            new BundleEntry { Resource = sent with { Id = null } },
        ],
    };

    /// <summary>Open conflicts of a plan: each edit with where it comes from, the versions that they were made from, and the latest.</summary>
    public Bundle Conflicts(IReadOnlyList<(string Key, SharedVersion Conflict)> conflicts, IReadOnlyList<SharedVersion> history) => new()
    {
        Type = BundleType.Collection,
        Entry =
        [
            .. history.Where(v => v.Number == history[0].Number || conflicts.Any(c => c.Conflict.BasedOn == v.Number)).Select(v => Entry(PlanResources.Version(v, tenant))),
            .. conflicts.SelectMany(c => new[] { Entry(PlanResources.Conflict(c.Key, c.Conflict, tenant)), Entry(PlanResources.Provenance(c.Conflict, tenant, c.Key)) }),
        ],
    };

    private BundleEntry Match(Resource resource) => Entry(resource) with { Search = new BundleEntrySearch { Mode = "match" } };

    private BundleEntry Entry(Resource resource) => new()
    {
        FullUrl = string.Create(CultureInfo.InvariantCulture, $"{address}/{resource.GetType().Name}/{resource.Id}"),
        Resource = resource,
    };
}
