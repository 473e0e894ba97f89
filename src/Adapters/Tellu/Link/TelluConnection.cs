using Hub.Adapters.Http;
using Hub.Core.Adapters;
using Hub.Core.Tenants;

namespace Hub.Adapters.Tellu.Link;

/// <summary>Calls to one system of one tenant, with its access token: one that is refused is asked for anew once.</summary>
internal sealed class TelluConnection : IDisposable
{
    private readonly HttpMessageInvoker _http;
    private readonly AccessTokens _tokens;
    private readonly TimeProvider _time;
    private readonly Uri _root;
    private readonly TimeSpan _timeout;

    public TelluConnection(PartnerConfig partner, SenderContext context)
    {
        _http = new HttpMessageInvoker(PartnerHttp.For(partner, context));
        _tokens = new AccessTokens(_http, partner, context);
        _time = context.Time;
        _root = partner.Url!;
        _timeout = partner.Timeout;
    }

    /// <summary>A request to a path under the partner's address.</summary>
    public HttpRequestMessage Request(HttpMethod method, string path) => new(method, BaseAddress.Join(_root, path));

    /// <summary>Calls, for at most the partner's timeout. Never throws for what a partner or network does.</summary>
    /// <param name="create">Makes the request, once more where the token is renewed.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<TelluReply> CallAsync(Func<HttpRequestMessage> create, CancellationToken cancel)
    {
        using var timeout = new CancellationTokenSource(_timeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancel);
        try
        {
            var token = await _tokens.GetAsync(either.Token);
            var reply = await TryAsync(create, token, either.Token);
            if (reply is not { Failure: null, Status: 401 } || token.Header is null)
                return reply;
            _tokens.Forget(token);
            return await TryAsync(create, await _tokens.GetAsync(either.Token), either.Token);
        }
        catch (Exception e) when (HttpFailure.IsExpected(e))
        {
            return TelluReply.Lost(HttpFailure.Classify(e));
        }
    }

    /// <summary>Whether the system answers at all.</summary>
    public async Task<bool> IsThereAsync(CancellationToken cancel)
    {
        try
        {
            using var request = Request(HttpMethod.Get, "health");
            using var response = await _http.SendAsync(request, cancel);
            return (int)response.StatusCode < 500;
        }
        catch (Exception e) when (HttpFailure.IsExpected(e))
        {
            return false;
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<TelluReply> TryAsync(Func<HttpRequestMessage> create, AccessToken token, CancellationToken cancel)
    {
        if (token.Failure is { } failure)
            return TelluReply.Lost(failure);
        using var request = create();
        request.Headers.Authorization = token.Header;
        using var response = await _http.SendAsync(request, cancel);
        var (body, whole) = await BoundedBody.ReadAsync(response.Content, cancel);
        return new TelluReply((int)response.StatusCode, AnswerHeaders.Of(response, _time.GetUtcNow()), body, whole, null)
        {
            ETag = First(response, "ETag"),
            NextCursor = First(response, "X-Next-Cursor"),
        };
    }

    private static string? First(HttpResponseMessage response, string name) =>
        response.Headers.NonValidated.TryGetValues(name, out var values) && values.ToString() is { Length: > 0 and <= 1000 } value ? value : null;
}
