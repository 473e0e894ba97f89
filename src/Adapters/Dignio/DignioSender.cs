using System.Net;
using Hub.Adapters.Http;
using Hub.Core.Adapters;
using Hub.Core.Tenants;

namespace Hub.Adapters.Dignio;

/// <summary>Sends events to one Dignio-like system, one by one: <c>POST {url}/hub/events</c>. The README beside this file says what answers mean.</summary>
public sealed class DignioSender : ISender
{
    private readonly HttpMessageInvoker _http;
    private readonly AccessTokens _tokens;
    private readonly TimeProvider _time;
    private readonly Uri _events;
    private readonly Uri _health;

    /// <summary>A sender.</summary>
    /// <param name="partner">The system; its url is set.</param>
    /// <param name="context">Clock and secrets.</param>
    public DignioSender(PartnerConfig partner, SenderContext context)
    {
        _http = new HttpMessageInvoker(PartnerHttp.For(partner, context));
        _tokens = new AccessTokens(_http, partner, context);
        _time = context.Time;
        _events = BaseAddress.Join(partner.Url!, "hub/events");
        _health = BaseAddress.Join(partner.Url!, "health");
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<SendOutcome>> SendAsync(IReadOnlyList<OutboundItem> documents, CancellationToken cancel) =>
        await Task.WhenAll(documents.Select(d => SendOneAsync(d, cancel)));

    /// <inheritdoc/>
    public async Task<bool?> ProbeAsync(CancellationToken cancel)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, _health);
            using var response = await _http.SendAsync(request, cancel);
            return response.StatusCode < HttpStatusCode.InternalServerError;
        }
        catch (Exception e) when (HttpFailure.IsExpected(e))
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<SendOutcome> SendOneAsync(OutboundItem item, CancellationToken cancel)
    {
        try
        {
            var token = await _tokens.GetAsync(cancel);
            if (token.Failure is { } failure)
                return failure;
            var (status, outcome) = await TryAsync(item, token, cancel);
            if (status != HttpStatusCode.Unauthorized || token.Header is null)
                return outcome;
            // The token may have been revoked before its time: a new one is fetched once.
            _tokens.Forget(token);
            token = await _tokens.GetAsync(cancel);
            return token.Failure ?? (await TryAsync(item, token, cancel)).Outcome;
        }
        catch (Exception e) when (HttpFailure.IsExpected(e))
        {
            return HttpFailure.Classify(e);
        }
    }

    private async Task<(HttpStatusCode Status, SendOutcome Outcome)> TryAsync(OutboundItem item, AccessToken token, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _events);
        token.Authorize(request);
        request.Headers.TryAddWithoutValidation("Idempotency-Key", item.IdempotencyKey);
        request.Headers.TryAddWithoutValidation("X-Request-Id", $"{item.IdempotencyKey}-{item.Attempt}");
        request.Content = new ReadOnlyMemoryContent(item.Document.Body);
        request.Content.Headers.TryAddWithoutValidation("Content-Type", item.Document.MediaType);
        using var response = await _http.SendAsync(request, cancel);
        return (response.StatusCode, DignioAnswer.Classify((int)response.StatusCode, AnswerHeaders.Of(response, _time.GetUtcNow())));
    }
}
