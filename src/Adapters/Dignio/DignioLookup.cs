using Hub.Adapters.Http;
using Hub.Core.Adapters;
using Hub.Core.Errors;
using Hub.Core.Lookups;
using Hub.Core.Tenants;

namespace Hub.Adapters.Dignio;

/// <summary>Asks one Dignio-like system about a patient: <c>POST {url}/lookup/measurements</c>, <c>/questionnaires</c> and <c>/plans</c>. The national id is in the body, and the answer is events as the webhook sends them.</summary>
internal sealed class DignioLookup : ILookup
{
    private readonly AuthorizedHttp _http;
    private readonly PartnerConfig _partner;
    private readonly SenderContext _context;

    public DignioLookup(PartnerConfig partner, SenderContext context)
    {
        _http = new AuthorizedHttp(partner, context);
        (_partner, _context) = (partner, context);
    }

    /// <inheritdoc/>
    public async Task<Result<LookupAnswer>> AskAsync(LookupQuery query, CancellationToken cancel)
    {
        if (DignioLookupQuestion.Write(query) is not { } question)
            return LookupErrors.NobodyToAsk.At();
        var answer = await _http.SendAsync(() => Request(question), cancel);
        if (DignioLookupFaults.Of(answer) is { } fault)
            return fault;
        return DignioLookupReading.Read(
            new InboundMessage(answer.Body, answer.Headers.MediaType, _context.Time.GetUtcNow(), _partner, _context.Tenant.Environment) { Tenant = _context.Tenant }, question, query);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        return ValueTask.CompletedTask;
    }

    private HttpRequestMessage Request(DignioLookupQuestion question)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, BaseAddress.Join(_partner.Url!, question.Path)) { Content = new ReadOnlyMemoryContent(question.Body) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        return request;
    }
}
