using System.Xml.Linq;
using Hub.Adapters.Http;
using Hub.Adapters.Profil.Reading;
using Hub.Core.Adapters;
using Hub.Core.Errors;
using Hub.Core.Tenants;

namespace Hub.Adapters.Profil.Exchange;

/// <summary>Calls to one journal: every call shows the session and the pinned version, and every answer must name that version. A session that the journal ended is opened anew once.</summary>
public sealed class ProfilConnection : IDisposable
{
    /// <summary>Header with the version of the interface, in calls and answers.</summary>
    public const string VersionHeader = "X-Profil-Versjon";

    /// <summary>Header with the session.</summary>
    public const string SessionHeader = "X-Profil-Okt";

    private static readonly TimeSpan ShortestUse = TimeSpan.FromSeconds(30);

    private readonly PartnerConfig _partner;
    private readonly SenderContext _context;
    private readonly HttpMessageInvoker _http;
    private readonly ProfilSessions _sessions;

    /// <summary>A connection.</summary>
    /// <param name="partner">The journal; its url is set and its options are in order.</param>
    /// <param name="context">Clock and secrets.</param>
    public ProfilConnection(PartnerConfig partner, SenderContext context)
    {
        (_partner, _context) = (partner, context);
        Options = ProfilOptions.Read(partner).Value;
        _http = new HttpMessageInvoker(PartnerHttp.For(partner, context));
        _sessions = new ProfilSessions(context.Time, OpenSessionAsync);
    }

    /// <summary>Settings of the partner.</summary>
    public ProfilOptions Options { get; }

    /// <summary>Calls the journal. Never throws for what it or the network does.</summary>
    /// <param name="method">HTTP method.</param>
    /// <param name="path">Path below the base address; holds no number of a person.</param>
    /// <param name="body">What is sent, null for nothing.</param>
    /// <param name="cancel">Gives up.</param>
    /// <param name="headers">Further headers.</param>
    /// <returns>The answer.</returns>
    public async Task<ProfilReply> CallAsync(HttpMethod method, string path, XElement? body, CancellationToken cancel, params IReadOnlyList<(string Name, string Value)> headers)
    {
        try
        {
            var session = await _sessions.GetAsync(cancel);
            if (session.Failure is { } failure)
                return ProfilReply.Lost(failure);
            var reply = await ExchangeAsync(method, path, body, session, headers, cancel);
            if (reply is not ({ Status: 401, Body: not null } or { ErrorCode: ProfilAnswer.SessionOver }))
                return reply;
            _sessions.Forget(session);
            session = await _sessions.GetAsync(cancel);
            return session.Failure is { } again ? ProfilReply.Lost(again) : await ExchangeAsync(method, path, body, session, headers, cancel);
        }
        catch (Exception e) when (HttpFailure.IsExpected(e))
        {
            return ProfilReply.Lost(HttpFailure.Classify(e));
        }
    }

    /// <summary>Asks which version the journal speaks. Needs no session.</summary>
    /// <param name="cancel">Gives up.</param>
    /// <returns>Null when it is there and speaks the pinned version; otherwise why not.</returns>
    public async Task<SendOutcome.Failed?> ProbeAsync(CancellationToken cancel)
    {
        try
        {
            var reply = await ExchangeAsync(HttpMethod.Get, "versjon", null, null, [], cancel);
            return ProfilAnswer.Fault(reply, Options) ?? ProfilAnswer.Mismatch(reply.Body!.Attribute("api")?.Value, Options);
        }
        catch (Exception e) when (HttpFailure.IsExpected(e))
        {
            return HttpFailure.Classify(e);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private async Task<ProfilSession> OpenSessionAsync()
    {
        var now = _context.Time.GetUtcNow();
        if (_partner.Auth is not { } auth)
            return Refused(DeliveryErrors.CredentialsRefused.At("auth", "The tenant file has no credentials for this journal"));
        var secret = _context.Secrets.Read(auth.Secret);
        if (!secret.IsOk)
            return Refused(DeliveryErrors.CredentialsRefused.At("auth.secret", "The secret that the tenant file points to cannot be read"));
        using var timeout = new CancellationTokenSource(_partner.Timeout, _context.Time);
        // The version is asked for before anything can be written.
        if (await ProbeAsync(timeout.Token) is { } fault)
            return new ProfilSession("", now, fault);
        try
        {
            var login = new XElement(ProfilXml.Space + "innlogging", new XElement(ProfilXml.Space + "klient", auth.ClientId), new XElement(ProfilXml.Space + "hemmelighet", secret.Value));
            var reply = await ExchangeAsync(HttpMethod.Post, "okt", login, null, [], timeout.Token);
            return ProfilAnswer.Fault(reply, Options) is { } refused ? new ProfilSession("", now, refused with { PartnerDown = true }) : Opened(reply, now);
        }
        catch (Exception e) when (HttpFailure.IsExpected(e))
        {
            return new ProfilSession("", now, HttpFailure.Classify(e));
        }
    }

    private static ProfilSession Opened(ProfilReply reply, DateTimeOffset now)
    {
        var token = reply.Body!.Attribute("token")?.Value;
        var ends = reply.Body.Element(ProfilXml.Space + "utloper");
        var end = ends is null ? null : LocalTime.Read(ends.Value, ends.Attribute("sommertid")?.Value is { } summer ? summer == "true" : null, out _);
        if (string.IsNullOrEmpty(token) || token.Length > 500 || token.Any(c => c is <= ' ' or > '~') || end is null)
            return new ProfilSession("", now, new SendOutcome.Failed(DeliveryErrors.UnreadableAnswer.At("okt", "The journal opened a session that cannot be read"), PartnerDown: true));
        // The journal's clock may be off: a session is tried for a while whatever it says, and the journal's own word ends it.
        var until = end.Value - TimeSpan.FromSeconds(15);
        return new ProfilSession(token, until > now + ShortestUse ? until : now + ShortestUse);
    }

    private ProfilSession Refused(HubError error) => new("", _context.Time.GetUtcNow(), new SendOutcome.Failed(error, PartnerDown: true));

    private async Task<ProfilReply> ExchangeAsync(
        HttpMethod method, string path, XElement? body, ProfilSession? session, IReadOnlyList<(string Name, string Value)> headers, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(method, BaseAddress.Join(_partner.Url!, path));
        request.Headers.TryAddWithoutValidation(VersionHeader, Options.ApiVersion);
        if (session is not null)
            request.Headers.TryAddWithoutValidation(SessionHeader, session.Token);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(ProfilXml.Write(body));
            request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/xml");
        }

        using var response = await _http.SendAsync(request, cancel);
        var (bytes, whole) = await BoundedBody.ReadAsync(response.Content, cancel);
        var read = whole && !bytes.IsEmpty ? ProfilXml.Read(bytes, out _) : null;
        var version = response.Headers.TryGetValues(VersionHeader, out var values) ? values.FirstOrDefault() : null;
        return new ProfilReply((int)response.StatusCode, AnswerHeaders.Of(response, _context.Time.GetUtcNow()), version, read?.Name.Namespace == ProfilXml.Space ? read : null);
    }
}
