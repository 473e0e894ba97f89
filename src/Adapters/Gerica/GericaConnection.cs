using System.Net;
using Hub.Adapters.Http;
using Hub.Core.Adapters;
using Hub.Core.Tenants;

namespace Hub.Adapters.Gerica;

/// <summary>The calls to one journal: token, version of the interface, and one more try where the token was refused. Safe for concurrent use.</summary>
public sealed class GericaConnection : IDisposable
{
    /// <summary>Header that names the version of the interface, in calls and answers.</summary>
    public const string VersionHeader = "Gerica-Api-Version";

    private readonly HttpMessageInvoker _http;
    private readonly AccessTokens _tokens;
    private readonly GericaSettings _options;
    private readonly TimeProvider _time;

    /// <summary>A connection.</summary>
    /// <param name="partner">The journal; its url is set.</param>
    /// <param name="context">Clock and secrets.</param>
    public GericaConnection(PartnerConfig partner, SenderContext context)
    {
        _http = new HttpMessageInvoker(PartnerHttp.For(partner, context));
        _tokens = new AccessTokens(_http, partner, context);
        _options = GericaSettings.Of(partner);
        _time = context.Time;
    }

    /// <summary>Calls. Never throws for what a partner or network does.</summary>
    /// <param name="create">Makes the request; called again for a second try.</param>
    /// <param name="cancel">Cancelled when it takes too long.</param>
    /// <returns>The reply.</returns>
    public async Task<GericaReply> CallAsync(Func<HttpRequestMessage> create, CancellationToken cancel)
    {
        try
        {
            var token = await _tokens.GetAsync(cancel);
            var reply = await TryAsync(create, token, cancel);
            if (reply is not { Failure: null, Status: 401 } || token.Header is null)
                return reply;
            // The partner may have revoked the token before its time: a new one is fetched once.
            _tokens.Forget(token);
            return await TryAsync(create, await _tokens.GetAsync(cancel), cancel);
        }
        catch (Exception e) when (HttpFailure.IsExpected(e))
        {
            return GericaReply.Lost(HttpFailure.Classify(e));
        }
    }

    /// <summary>Lets the token go that is in use: parts of a call were refused for want of one.</summary>
    /// <param name="cancel">Cancelled when it takes too long.</param>
    /// <returns>When done.</returns>
    public async Task ForgetTokenAsync(CancellationToken cancel) => _tokens.Forget(await _tokens.GetAsync(cancel));

    /// <summary>Whether anybody answers at an address.</summary>
    /// <param name="address">The address.</param>
    /// <param name="cancel">Cancelled when it takes too long.</param>
    /// <returns>True for any answer below 500 that is no web page.</returns>
    public async Task<bool> AnswersAsync(Uri address, CancellationToken cancel)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            using var response = await _http.SendAsync(request, cancel);
            return response.StatusCode < HttpStatusCode.InternalServerError && !IsPage(AnswerHeaders.Of(response, _time.GetUtcNow()));
        }
        catch (Exception e) when (HttpFailure.IsExpected(e))
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private async Task<GericaReply> TryAsync(Func<HttpRequestMessage> create, AccessToken token, CancellationToken cancel)
    {
        if (token.Failure is { } failure)
            return GericaReply.Lost(failure);
        using var request = create();
        request.Headers.Authorization = token.Header;
        if (_options.ApiVersion is { } version)
            request.Headers.TryAddWithoutValidation(VersionHeader, version);
        using var response = await _http.SendAsync(request, cancel);
        var headers = AnswerHeaders.Of(response, _time.GetUtcNow());
        var (body, whole) = await BoundedBody.ReadAsync(response.Content, cancel);
        return new GericaReply((int)response.StatusCode, headers, body, whole, FaultOf(response, headers));
    }

    // A page and a wrong version say something about the journal as a whole: what waits for it is parked, not lost.
    private SendOutcome.Failed? FaultOf(HttpResponseMessage response, AnswerHeaders headers)
    {
        if (IsPage(headers))
            return new SendOutcome.Failed(GericaErrors.Maintenance.At(detail: $"The journal answered {(int)response.StatusCode} with a web page"), headers.RetryAfter, PartnerDown: true);
        if (_options.ApiVersion is not { } wanted)
            return null;
        var found = response.Headers.TryGetValues(VersionHeader, out var values) ? string.Join(',', values) : null;
        // What stands between the hub and the journal (a gateway, a token service) does not know the version.
        var matters = found is not null || response.IsSuccessStatusCode;
        return !matters || found == wanted
            ? null
            : new SendOutcome.Failed(GericaErrors.VersionMismatch.At("options.apiVersion", $"The tenant file names version {wanted}, the journal answers with {Shown(found)}"), PartnerDown: true);
    }

    private static bool IsPage(AnswerHeaders headers) => headers.MediaType is "text/html" or "application/xhtml+xml";

    private static string Shown(string? version) => version is null ? "none" : version.Length <= 20 && version.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-') ? version : "another";
}
