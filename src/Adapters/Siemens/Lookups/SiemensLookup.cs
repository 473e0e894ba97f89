using Hub.Adapters.Http;
using Hub.Adapters.Lookups;
using Hub.Core.Adapters;
using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Core.Identities;
using Hub.Core.Lookups;
using Hub.Core.Tenants;

namespace Hub.Adapters.Siemens.Lookups;

/// <summary>Asks one vendor about a patient by FHIR search, page by page until it has enough.</summary>
public sealed class SiemensLookup : ILookup
{
    private const int MostPages = 50;
    private readonly AuthorizedHttp _http;
    private readonly Uri _root;
    private readonly PartnerConfig _partner;
    private readonly SenderContext _context;

    /// <summary>A way to ask.</summary>
    /// <param name="partner">The vendor; its url is set.</param>
    /// <param name="context">Clock and secrets.</param>
    public SiemensLookup(PartnerConfig partner, SenderContext context) => (_http, _root, _partner, _context) = (new AuthorizedHttp(partner, context), partner.Url!, partner, context);

    /// <inheritdoc/>
    public async Task<Result<LookupAnswer>> AskAsync(LookupQuery query, CancellationToken cancel)
    {
        if (Asked.Patient(query) is not { } patient)
            return LookupErrors.NobodyToAsk.At();
        var harvests = await Task.WhenAll(SearchCall.For(query).Select(call => SearchAsync(() => Search(call), patient, Asked.Limit(query), OnePageEach(query), cancel)));
        if (query is LookupQuery.PlansOf { History: true } && harvests is [{ Error: null } plans])
            harvests = await Task.WhenAll(plans.Ids.Distinct(StringComparer.Ordinal).Select(id => SearchAsync(() => new HttpRequestMessage(HttpMethod.Get, BaseAddress.Join(_root, $"CarePlan/{Uri.EscapeDataString(id)}/_history")), patient, int.MaxValue, false, cancel)));

        // What some searches gave is worth having, and is said to be a part; where none gave anything, there is no answer.
        if (harvests.FirstOrDefault(h => h.Error is not null) is { } failed && (failed.Foreign || harvests.All(h => h.Found.Count == 0)))
            return failed.Error!;
        var newest = Asked.Newest(harvests.SelectMany(h => h.Found).Where(f => Asked.IsOf(f.Content, query)).DistinctBy(f => f.SourceId), query);
        var findings = query is LookupQuery.PlansOf { History: false } ? [.. newest.DistinctBy(f => ((SelfTreatmentPlan)f.Content).PlanId)] : newest;
        return new LookupAnswer([.. findings.Take(Asked.Limit(query))], harvests.All(h => h.Whole && h.Error is null) && findings.Count <= Asked.Limit(query));
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        return ValueTask.CompletedTask;
    }

    // The newest few of a kind stand on the first page; that there are older ones does not make the answer incomplete.
    private static bool OnePageEach(LookupQuery query) => query is LookupQuery.MeasurementsOf { Last: not null, What.Count: > 0 };

    private async Task<Harvest> SearchAsync(Func<HttpRequestMessage> first, Identifier patient, int limit, bool onePage, CancellationToken cancel)
    {
        var harvest = new Harvest();
        var surroundings = SearchPage.Surroundings(_partner, _context);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var pages = 1; ; pages++)
        {
            var answer = await _http.SendAsync(first, cancel);
            var page = LookupFaults.Of(answer, cancel) is { } fault ? fault : SearchPage.Read(answer.Body, patient, surroundings);
            if (!page.IsOk)
                return harvest.Failed(page.Errors[0]);
            harvest.Take(page.Value);
            if (page.Value.Next is not { } next || onePage)
                return harvest;
            if (harvest.Found.Count >= limit || pages == MostPages || Own(next) is not { } address || !seen.Add(address.AbsoluteUri))
                return harvest.Cut();
            first = () => new HttpRequestMessage(HttpMethod.Get, address);
        }
    }

    // The next page must lie with the partner: what an answer names elsewhere would be given the hub's token and a patient's business.
    private Uri? Own(string next) =>
        Uri.TryCreate(_root.AbsoluteUri.EndsWith('/') ? _root : new Uri(_root.AbsoluteUri + "/"), next, out var address)
        && Uri.Compare(address, _root, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0
        && address.AbsolutePath.StartsWith(_root.AbsolutePath.TrimEnd('/'), StringComparison.Ordinal) ? address : null;

    private HttpRequestMessage Search(SearchCall call)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, BaseAddress.Join(_root, call.Path)) { Content = new ByteArrayContent(call.Body) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/x-www-form-urlencoded");
        request.Headers.TryAddWithoutValidation("Accept", "application/fhir+json");
        return request;
    }
}
