using Hub.Fhir.Model;

namespace Hub.Host.Reading;

/// <summary>A page as a searchset Bundle. A total stands there only when it is known; what is missing stands beside what was found.</summary>
internal static class SearchSet
{
    /// <summary>Writes the Bundle.</summary>
    /// <param name="page">The page.</param>
    /// <param name="look">Whose look it is.</param>
    /// <param name="self">Address of the search; nothing of the question is in it.</param>
    /// <param name="next">Address of the next page, null when there is none.</param>
    /// <returns>The Bundle.</returns>
    public static Bundle Of(ReadPage page, Look look, string self, string? next)
    {
        var entries = new List<BundleEntry>(page.Entries.Count + 1);
        foreach (var entry in page.Entries)
        {
            entries.Add(Entry(entry.Resource, SearchEntryMode.Match));
            entries.AddRange(entry.Included.Select(i => Entry(i, SearchEntryMode.Include)));
        }

        if (MissingText.Of(page.Gathered.Missing, page.Gathered.Unknowing, look.Verdict.Refused) is { } outcome)
            entries.Add(new BundleEntry { Resource = outcome, Search = new BundleEntrySearch { Mode = SearchEntryMode.Outcome } });
        return new Bundle
        {
            Type = BundleType.Searchset,
            Total = page.Total,
            Link = Links(self, next),
            Entry = entries.ToFhirList(),
        };
    }

    private static FhirList<BundleLink> Links(string self, string? next) => next is null
        ? [new BundleLink { Relation = "self", Url = self }]
        : [new BundleLink { Relation = "self", Url = self }, new BundleLink { Relation = "next", Url = next }];

    private static BundleEntry Entry(DomainResource resource, string mode) => new()
    {
        FullUrl = $"urn:uuid:{resource.Id}",
        Resource = resource,
        Search = new BundleEntrySearch { Mode = mode },
    };
}
