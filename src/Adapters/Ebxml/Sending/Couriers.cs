using Hub.Adapters.Ebxml.Parties;
using Hub.Adapters.Http;
using Hub.Core.Adapters;
using Hub.Core.Errors;
using Hub.Core.Tenants;
using Hub.Ebxml.Agreements;
using Hub.Ebxml.Mime;
using Hub.Ebxml.Transport;

namespace Hub.Adapters.Ebxml.Sending;

/// <summary>Hands messages over: by HTTPS to a partner's message service, or to the mail program of this machine.</summary>
/// <param name="partner">The partner.</param>
/// <param name="time">The clock.</param>
/// <param name="http">The way by HTTPS, which these couriers dispose.</param>
internal sealed class Couriers(PartnerConfig partner, TimeProvider time, HttpMessageHandler http) : IDisposable
{
    private readonly HttpClient _http = new(http) { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>Hands one message over.</summary>
    /// <returns>The outcome; its failure is classified for the engine.</returns>
    public async Task<Handed> HandAsync(Parcel parcel, CancellationToken cancel)
    {
        var isMail = parcel.Endpoint.Scheme == "mailto";
        if (isMail && parcel.Own.Mail is null)
            return Handed.Failed(EbxmlErrors.NotInRegister.At(detail: "The tenant has no mail address to send from: set messaging.mail"));
        var endpoint = new ChannelEndpoint(parcel.Endpoint.OriginalString);
        IMessageTransport transport = isMail
            ? new SendmailTransport(new SendmailOptions(parcel.Own.Messaging.Sendmail, null, partner.Timeout), parcel.Own.Mail!, time)
            : new HttpsTransport(_http, new HttpsOptions(MayBePlain(parcel), partner.Timeout), time);
        var outcome = await transport.SendAsync(new WireMessage(Headers(parcel, isMail ? endpoint.MailAddress : null), parcel.Mime.Body), endpoint, cancel);
        return outcome switch
        {
            TakenOver taken => new Handed(null, taken.Answer),
            NotTaken { Reason: var reason } => Handed.Failed(ErrorOf(reason), IsPartnerDown(reason)),
            _ => throw new InvalidOperationException("There is no such outcome."),
        };
    }

    /// <summary>Whether the partner can be reached; null for mail, where only a message can tell.</summary>
    public async Task<bool?> ProbeAsync(CancellationToken cancel)
    {
        if (partner.Url is not { Scheme: "https" or "http" } url)
            return null;
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Head, url);
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
            return (int)response.StatusCode < 500 || response.StatusCode == System.Net.HttpStatusCode.NotImplemented;
        }
        catch (Exception e) when (HttpFailure.IsExpected(e))
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private static bool MayBePlain(Parcel parcel) => parcel.Endpoint.IsLoopback || parcel.Own.Tenant.Environment == TenantEnvironment.Test;

    private List<MimeHeader> Headers(Parcel parcel, string? mailTo)
    {
        var headers = new List<MimeHeader>();
        if (mailTo is not null)
        {
            headers.Add(new("From", parcel.Own.Mail!));
            headers.Add(new("To", mailTo));
            headers.Add(new("Date", time.GetUtcNow().ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", System.Globalization.CultureInfo.InvariantCulture)));
            headers.Add(new("Message-ID", $"<{parcel.Key}@{parcel.Own.Mail!.Split('@')[^1]}>"));
        }

        headers.Add(new("MIME-Version", "1.0"));
        headers.Add(new("SOAPAction", MimeMessage.SoapAction));
        headers.Add(new("Content-Type", parcel.Mime.ContentType));
        if (parcel.Mime.TransferEncoding is { } encoding)
            headers.Add(new("Content-Transfer-Encoding", encoding));
        return headers;
    }

    private static HubError ErrorOf(Hub.Ebxml.Failure reason) => reason.Code switch
    {
        TransportCodes.Unreachable => DeliveryErrors.Unreachable.At(detail: reason.Text),
        TransportCodes.TimedOut => DeliveryErrors.TimedOut.At(detail: reason.Text),
        TransportCodes.TooLarge => EbxmlErrors.TooLarge.At(detail: reason.Text),
        TransportCodes.MailDeferred => EbxmlErrors.MailNotTaken.At(detail: reason.Text),
        TransportCodes.MailRefused or TransportCodes.BadAddress or TransportCodes.NotMailSafe => EbxmlErrors.MailRefused.At(detail: reason.Text),
        _ => (reason.Retryable ? DeliveryErrors.PartnerFault : DeliveryErrors.Refused).At(detail: reason.Text),
    };

    private static bool IsPartnerDown(Hub.Ebxml.Failure reason) =>
        reason.Retryable || reason.Code is TransportCodes.Unreachable or TransportCodes.TimedOut or TransportCodes.MailDeferred;
}

/// <summary>A message on its way to one address.</summary>
/// <param name="Mime">The message.</param>
/// <param name="Own">Who sends it.</param>
/// <param name="Endpoint">An https or mailto address.</param>
/// <param name="Key">The same for every send of the message: the id of its mail.</param>
internal sealed record Parcel(MimeMessage Mime, TenantParty Own, Uri Endpoint, string Key);

/// <summary>What became of a hand-over.</summary>
/// <param name="Failure">Why it was not taken, null when it was.</param>
/// <param name="Answer">What came back on the same connection, null when nothing did.</param>
internal sealed record Handed(SendOutcome.Failed? Failure, WireMessage? Answer)
{
    public static Handed Failed(HubError error, bool partnerDown = false) => new(new SendOutcome.Failed(error, PartnerDown: partnerDown), null);
}
