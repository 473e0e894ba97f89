using Hub.Fhir.Model;

namespace Hub.Fhir.Validation.Rules;

/// <summary>Invariants of Bundle. Source: FHIR R4 bundle.html.</summary>
internal static class BundleRules
{
    private static readonly CheckRule Total = new("FHIR-BDL-1", "Only search results and histories have a total.", "FHIR R4 bdl-1");
    private static readonly CheckRule Search = new("FHIR-BDL-2", "Only search results have entry.search.", "FHIR R4 bdl-2");
    private static readonly CheckRule Request = new("FHIR-BDL-3", "entry.request belongs to batch, transaction and history, on every entry.", "FHIR R4 bdl-3");
    private static readonly CheckRule Response = new("FHIR-BDL-4", "entry.response belongs to responses and history, on every entry.", "FHIR R4 bdl-4");
    private static readonly CheckRule Content = new("FHIR-BDL-5", "An entry has a resource, a request or a response.", "FHIR R4 bdl-5");
    private static readonly CheckRule Unique = new("FHIR-BDL-7", "The fullUrl occurs more than once.", "FHIR R4 bdl-7");
    private static readonly CheckRule Versionless = new("FHIR-BDL-8", "The fullUrl points to a version.", "FHIR R4 bdl-8");
    private static readonly CheckRule Identified = new("FHIR-BDL-9", "A document has an identifier with system and value.", "FHIR R4 bdl-9");
    private static readonly CheckRule Dated = new("FHIR-BDL-10", "A document has a timestamp.", "FHIR R4 bdl-10");
    private static readonly CheckRule Composed = new("FHIR-BDL-11", "The first entry of a document is a Composition.", "FHIR R4 bdl-11");
    private static readonly CheckRule Dangling = new("FHIR-BDL-REF", "The reference points to no entry of the Bundle.", "FHIR R4 bundle.html#references");

    internal static void Check(Bundle bundle, CheckContext context)
    {
        if (bundle.Total is not null && bundle.Type is not (BundleType.Searchset or BundleType.History))
            context.Add(Total, "total");
        if (bundle.Type == BundleType.Document)
            CheckDocument(bundle, context);
        var urls = new HashSet<(string Url, string? Version)>();
        for (var i = 0; i < bundle.Entry.Count; i++)
            CheckEntry(bundle, bundle.Entry[i], $"entry[{i}]", urls, context);
        context.ResolveLocal(urls.Select(url => url.Url).ToHashSet(StringComparer.Ordinal), Dangling);
    }

    private static void CheckDocument(Bundle bundle, CheckContext context)
    {
        if (bundle.Identifier is not { System: not null, Value: not null })
            context.Add(Identified, "identifier");
        if (bundle.Timestamp is null)
            context.Add(Dated, "timestamp");
        if (bundle.Entry.Count == 0 || bundle.Entry[0].Resource is not Composition)
            context.Add(Composed, "entry");
    }

    private static void CheckEntry(
        Bundle bundle, BundleEntry entry, string path, HashSet<(string Url, string? Version)> urls, CheckContext context)
    {
        if (entry.Search is not null && bundle.Type != BundleType.Searchset)
            context.Add(Search, path);
        if (bundle.Type is not null && entry.Request is null == (bundle.Type is BundleType.Batch or BundleType.Transaction or BundleType.History))
            context.Add(Request, path);
        if (bundle.Type is not null && entry.Response is null
            == (bundle.Type is BundleType.BatchResponse or BundleType.TransactionResponse or BundleType.History))
            context.Add(Response, path);
        if (entry is { Resource: null, Request: null, Response: null })
            context.Add(Content, path);
        if (entry.FullUrl is not { } url)
            return;
        if (url.Contains("/_history/", StringComparison.Ordinal))
            context.Add(Versionless, path + ".fullUrl");

        // Responses echo the fullUrl of the request; a server may then name one resource twice, which R4 allows for them and for history.
        if (!urls.Add((url, entry.Resource?.Meta?.VersionId)) && bundle.Type != BundleType.History)
            context.Add(Unique, path + ".fullUrl");
    }
}
