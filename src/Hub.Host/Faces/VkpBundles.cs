using Hub.Core.Errors;
using Hub.Fhir.Model;
using Hub.Host.Lookups;

namespace Hub.Host.Faces;

/// <summary>Answers on the VKP face. Pure.</summary>
internal static class VkpBundles
{
    /// <summary>A search result: what was found, and an OperationOutcome with what is missing or held back.</summary>
    /// <param name="matches">What was found.</param>
    /// <param name="remarks">What the asker must know; empty for nothing.</param>
    /// <returns>A searchset (FHIR R4 search.html).</returns>
    public static Bundle Searchset(IReadOnlyList<BundleEntry> matches, IReadOnlyList<OperationOutcomeIssue> remarks) => new()
    {
        Type = BundleType.Searchset,
        Total = matches.Count,
        Entry =
        [
            .. matches.Select(m => m with { Search = new BundleEntrySearch { Mode = SearchEntryMode.Match } }),
            .. remarks.Count == 0 ? [] : new[] { new BundleEntry { Resource = new OperationOutcome { Issue = remarks.ToFhirList() }, Search = new BundleEntrySearch { Mode = SearchEntryMode.Outcome } } },
        ],
    };

    /// <summary>What a response centre needs on an alarm, in the order in which it is read: who, with address and key box; whom to call; which services; and at last whether this is all.</summary>
    /// <param name="found">The patient, as each journal knows him.</param>
    /// <param name="result">What the journals said.</param>
    /// <param name="now">The time now.</param>
    /// <returns>A collection.</returns>
    public static Bundle Alarm(IReadOnlyList<VkpFound> found, LookupResult result, DateTimeOffset now)
    {
        var remarks = Remarks(found, result);
        if (!remarks.Exists(r => r.Severity == IssueSeverity.Warning))
            remarks.Insert(0, VkpOutcome.Information("complete", "Alle systemer som ble spurt, har svart"));
        // Nobody should look for a key box that no journal knows of, nor take it for one that was forgotten in the answer.
        if (found.Count > 0)
            remarks.AddRange(found.Select(f => f.Lacks).Aggregate((a, b) => a.Intersect(b)).Select(l => VkpOutcome.Information(l.Code, l.Text)));
        return new Bundle
        {
            Type = BundleType.Collection,
            Timestamp = FhirDateTime.FromInstant(now),
            Entry =
            [
                .. found.Select(f => new BundleEntry { FullUrl = f.Url, Resource = f.Person() }),
                .. found.SelectMany(f => f.Contacts()),
                .. found.SelectMany(f => f.Episodes()),
                new BundleEntry { Resource = new OperationOutcome { Issue = remarks.ToFhirList() } },
            ],
        };
    }

    /// <summary>What is missing from an answer, and what is held back.</summary>
    /// <param name="found">Whom was found.</param>
    /// <param name="result">What the journals said.</param>
    /// <returns>Issues; empty when the answer is whole.</returns>
    public static List<OperationOutcomeIssue> Remarks(IReadOnlyList<VkpFound> found, LookupResult result)
    {
        var issues = result.Errors.Select(e => VkpOutcome.Issue(e.Error, IssueSeverity.Warning, e.Partner)).ToList();
        issues.AddRange(result.Cut.Select(p => VkpOutcome.Issue(LookupErrors.Incomplete.At(), IssueSeverity.Warning, p)));
        if (found.Any(f => f.HidesHome))
            issues.Add(VkpOutcome.Information("address-protected", "Adressen er beskyttet og gis ikke ut; heller ikke hvor nøkkelen er"));
        return issues;
    }
}
