using System.Net;
using Hub.Adapters.Http;
using Hub.Core.Adapters;
using Hub.Core.Errors;
using Hub.Core.Tenants;

namespace Hub.Adapters.Gerica;

/// <summary>Sends documents to one Gerica-like journal: observations in batches where the tenant file allows it, everything else one by one.</summary>
public sealed class GericaSender : ISender
{
    private readonly HttpMessageInvoker _http;
    private readonly AccessTokens _tokens;
    private readonly GericaRequests _requests;
    private readonly TimeProvider _time;

    /// <summary>A sender.</summary>
    /// <param name="partner">The journal; its url is set.</param>
    /// <param name="context">Clock and secrets.</param>
    public GericaSender(PartnerConfig partner, SenderContext context)
    {
        _http = new HttpMessageInvoker(PooledHandler.For(partner));
        _tokens = new AccessTokens(_http, partner, context);
        _requests = new GericaRequests(partner.Url!);
        _time = context.Time;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<SendOutcome>> SendAsync(IReadOnlyList<OutboundItem> documents, CancellationToken cancel)
    {
        if (documents.Count == 1)
            return [await SendOneAsync(documents[0], cancel)];
        var outcomes = new SendOutcome[documents.Count];
        var batched = Enumerable.Range(0, documents.Count).Where(i => documents[i].Document.Form == GericaRequests.Observation).ToArray();
        if (batched.Length < 2)
            batched = [];
        var singles = Enumerable.Range(0, documents.Count).Except(batched)
            .Select(async i => outcomes[i] = await SendOneAsync(documents[i], cancel));
        await Task.WhenAll(singles.Append(SendBatchAsync(batched)));
        return outcomes;

        async Task<SendOutcome> SendBatchAsync(int[] indices)
        {
            if (indices.Length == 0)
                return new SendOutcome.Delivered(null);
            var answers = await SendManyAsync([.. indices.Select(i => documents[i])], cancel);
            for (var i = 0; i < indices.Length; i++)
                outcomes[indices[i]] = answers[i];
            return answers[0];
        }
    }

    /// <inheritdoc/>
    public async Task<bool?> ProbeAsync(CancellationToken cancel)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, _requests.Health);
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
        var answer = await ExchangeAsync(() => _requests.Single(item), cancel);
        return answer.Failure ?? GericaAnswer.Classify(answer.Status, answer.Headers, answer.Body.Span);
    }

    private async Task<IReadOnlyList<SendOutcome>> SendManyAsync(IReadOnlyList<OutboundItem> items, CancellationToken cancel)
    {
        var answer = await ExchangeAsync(() => _requests.Batch(items), cancel);
        if (answer is { Failure: null, Status: 200 or 201 or 202 })
            return GericaBatchAnswer.Read(items, answer.Whole ? answer.Body.Span : [], answer.Headers);
        SendOutcome whole = answer.Failure ?? GericaAnswer.Classify(answer.Status, answer.Headers, answer.Body.Span);
        if (whole is not SendOutcome.Failed { Error.Retryable: false })
            return [.. items.Select(_ => whole is SendOutcome.Failed ? whole : Unanswered)];
        // One document may have spoilt the batch for the others: each gets its own verdict.
        return await Task.WhenAll(items.Select(item => SendOneAsync(item, cancel)));
    }

    private static SendOutcome Unanswered { get; } =
        new SendOutcome.Failed(DeliveryErrors.UnreadableAnswer.At("Bundle.entry", "The partner answered the batch without saying what became of each document"));

    private async Task<Answer> ExchangeAsync(Func<HttpRequestMessage> create, CancellationToken cancel)
    {
        try
        {
            var token = await _tokens.GetAsync(cancel);
            var answer = await TryAsync(create, token, cancel);
            if (answer is not { Failure: null, Status: 401 } || token.Header is null)
                return answer;
            // The partner may have revoked the token before its time: a new one is fetched once.
            _tokens.Forget(token);
            return await TryAsync(create, await _tokens.GetAsync(cancel), cancel);
        }
        catch (Exception e) when (HttpFailure.IsExpected(e))
        {
            return Answer.Lost(HttpFailure.Classify(e));
        }
    }

    private async Task<Answer> TryAsync(Func<HttpRequestMessage> create, AccessToken token, CancellationToken cancel)
    {
        if (token.Failure is { } failure)
            return Answer.Lost(failure);
        using var request = create();
        token.Authorize(request);
        using var response = await _http.SendAsync(request, cancel);
        var headers = AnswerHeaders.Of(response, _time.GetUtcNow());
        var (body, whole) = await BoundedBody.ReadAsync(response.Content, cancel);
        return new Answer((int)response.StatusCode, headers, body, whole, null);
    }

    private sealed record Answer(int Status, AnswerHeaders Headers, ReadOnlyMemory<byte> Body, bool Whole, SendOutcome.Failed? Failure)
    {
        public static Answer Lost(SendOutcome.Failed failure) => new(0, new AnswerHeaders(""), default, false, failure);
    }
}
