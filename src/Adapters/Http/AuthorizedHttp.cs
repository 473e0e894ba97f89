using Hub.Core.Adapters;
using Hub.Core.Tenants;

namespace Hub.Adapters.Http;

/// <summary>Exchanges with one partner, with the token that its auth section asks for: a refused token is fetched anew once, and a proof that lacks the server's nonce is made again once.</summary>
public sealed class AuthorizedHttp : IDisposable
{
    private readonly HttpMessageInvoker _http;
    private readonly AccessTokens _tokens;
    private readonly TimeProvider _time;

    /// <summary>The way to a partner.</summary>
    /// <param name="partner">The partner.</param>
    /// <param name="context">Clock and secrets.</param>
    public AuthorizedHttp(PartnerConfig partner, SenderContext context)
    {
        _http = new HttpMessageInvoker(PartnerHttp.For(partner, context));
        _tokens = new AccessTokens(_http, partner, context);
        _time = context.Time;
    }

    /// <summary>Sends a request and reads the answer, bounded. Never throws for what a partner or network does.</summary>
    /// <param name="create">Makes the request, once per try, without authorization.</param>
    /// <param name="cancel">Cancelled when it takes too long.</param>
    /// <param name="scope">Scope of the token; null = the one that is configured.</param>
    /// <returns>The answer, or why there is none.</returns>
    public async Task<HttpAnswer> SendAsync(Func<HttpRequestMessage> create, CancellationToken cancel, string? scope = null)
    {
        try
        {
            var token = await _tokens.GetAsync(scope, cancel);
            var (answer, again) = await TryAsync(create, token, cancel);
            if (again)
                (answer, _) = await TryAsync(create, token, cancel);
            if (answer is not { Failure: null, Status: 401 } || token.Header is null)
                return answer;
            // The partner may have revoked the token before its time: a new one is fetched once.
            _tokens.Forget(token);
            return (await TryAsync(create, await _tokens.GetAsync(scope, cancel), cancel)).Answer;
        }
        catch (Exception e) when (HttpFailure.IsExpected(e))
        {
            return HttpAnswer.Lost(HttpFailure.Classify(e));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private async Task<(HttpAnswer Answer, bool Again)> TryAsync(Func<HttpRequestMessage> create, AccessToken token, CancellationToken cancel)
    {
        if (token.Failure is { } failure)
            return (HttpAnswer.Lost(failure), false);
        using var request = create();
        token.Authorize(request);
        using var response = await _http.SendAsync(request, cancel);
        var again = token.Proof?.Learn(response) ?? false;
        var headers = AnswerHeaders.Of(response, _time.GetUtcNow());
        var (body, whole) = await BoundedBody.ReadAsync(response.Content, cancel);
        return (new HttpAnswer((int)response.StatusCode, headers, body, whole, null), again);
    }
}

/// <summary>What a partner answered.</summary>
/// <param name="Status">HTTP status; 0 when there is no answer.</param>
/// <param name="Headers">Headers.</param>
/// <param name="Body">The bytes.</param>
/// <param name="Whole">False when the body was cut off or is too large.</param>
/// <param name="Failure">Why there is no answer; null when there is one.</param>
public sealed record HttpAnswer(int Status, AnswerHeaders Headers, ReadOnlyMemory<byte> Body, bool Whole, SendOutcome.Failed? Failure)
{
    /// <summary>An exchange that ended without an answer.</summary>
    /// <param name="failure">Why.</param>
    /// <returns>The answer that there is not.</returns>
    public static HttpAnswer Lost(SendOutcome.Failed failure) => new(0, new AnswerHeaders(""), default, false, failure);
}
