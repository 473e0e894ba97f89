using System.Text.Json;
using Hub.Core.Errors;

namespace Hub.Adapters.Dips.Lookups;

/// <summary>Reads a search page by page (<c>_count</c>, <c>page</c>) with its parameters in the body.</summary>
internal static class DipsPages
{
    private const int PageSize = 100;
    private const int MostPages = 60;

    /// <summary>The resources of all pages, at most so many, and whether they are all there are; or why there are none.</summary>
    public static async Task<(IReadOnlyList<JsonElement> Resources, bool Complete, HubError? Fault)> ReadAsync(
        DipsConnection connection, string type, IReadOnlyList<KeyValuePair<string, string>> parameters, int limit, CancellationToken cancel)
    {
        var resources = new List<JsonElement>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var page = 1; page <= MostPages; page++)
        {
            var answer = await connection.SearchAsync(type, [.. parameters, new("_count", $"{PageSize}"), new("page", $"{page}")], cancel);
            var (found, total, fault) = DipsPage.Read(answer, type);
            if (fault is not null)
                // What came before the page that failed is worth having, and is said to be a part.
                return resources.Count == 0 ? ([], false, fault) : (resources, false, null);
            var added = found.Where(r => seen.Add(DipsJson.Text(r, "id") ?? $"{page}/{seen.Count}")).ToArray();
            resources.AddRange(added);
            var all = total is { } known ? resources.Count >= known : found.Count < PageSize;
            // A server that knows no pages gives the first one again.
            if (all || added.Length == 0 || resources.Count >= limit)
                return ([.. resources.Take(limit)], all && resources.Count <= limit, null);
        }

        return (resources, false, null);
    }
}
