using System.Net;
using Hub.Ebxml.Agreements;
using Hub.Ebxml.Mime;

namespace Hub.Ebxml.Transport;

/// <summary>
/// Posts messages over HTTPS. Asynchronous partners answer 2xx without a body; synchronous ones (SyncReply) answer with a message, which
/// comes back as <see cref="TakenOver.Answer"/>.
/// </summary>
/// <param name="client">The client; the caller configures its certificates and should turn redirects off.</param>
/// <param name="options">How messages are posted.</param>
/// <param name="time">The clock.</param>
public sealed class HttpsTransport(HttpClient client, HttpsOptions options, TimeProvider time) : IMessageTransport
{
    // What belongs to the mail that a message would otherwise be.
    private static readonly string[] MailOnly = ["From", "To", "Date", "Message-ID", "Subject", "In-Reply-To", "References", "Content-Length"];

    /// <inheritdoc/>
    public async Task<TransportOutcome> SendAsync(WireMessage message, ChannelEndpoint endpoint, CancellationToken cancellation)
    {
        if (message.Body.Length > WireMessage.MaxBytes)
            return new NotTaken(new(TransportCodes.TooLarge, $"The message is larger than {WireMessage.MaxBytes} bytes."));
        if (endpoint.Url is not { } url || (url.Scheme != Uri.UriSchemeHttps && !options.AllowPlainHttp))
            return new NotTaken(new(TransportCodes.WrongEndpoint, "The endpoint is not an https URL."));

        using var timeout = new CancellationTokenSource(options.Timeout ?? TimeSpan.FromSeconds(100), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellation);
        try
        {
            using var request = Request(message, url);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token).ConfigureAwait(false);
            return await OutcomeAsync(response, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new NotTaken(new(TransportCodes.TimedOut, "The other side did not answer in time.", Retryable: true));
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            return new NotTaken(new(TransportCodes.Unreachable, "The other side could not be reached.", Retryable: true));
        }
    }

    private static HttpRequestMessage Request(WireMessage message, Uri url)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ReadOnlyMemoryContent(message.Body) };
        foreach (var header in message.Headers.Where(h => !MailOnly.Contains(h.Name, StringComparer.OrdinalIgnoreCase)))
        {
            var isContent = header.Name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase);
            _ = isContent
                ? request.Content.Headers.TryAddWithoutValidation(header.Name, header.Value)
                : request.Headers.TryAddWithoutValidation(header.Name, header.Value);
        }
        return request;
    }

    private static async Task<TransportOutcome> OutcomeAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        var body = await BoundedAsync(response.Content, cancellation).ConfigureAwait(false);
        if (body is null)
            return new NotTaken(new(TransportCodes.TooLarge, $"The answer is larger than {WireMessage.MaxBytes} bytes."));
        var answer = body.Length == 0 ? null : new WireMessage(
            [.. response.Headers.Concat(response.Content.Headers).SelectMany(h => h.Value.Select(v => new MimeHeader(h.Key, v)))], body);
        if (response.IsSuccessStatusCode)
            return new TakenOver(answer);
        var passes = (int)response.StatusCode >= 500
            || response.StatusCode is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or (HttpStatusCode)425;
        return new NotTaken(new(TransportCodes.HttpStatus, $"The other side answered with status {(int)response.StatusCode}.", Retryable: passes), answer);
    }

    private static async Task<byte[]?> BoundedAsync(HttpContent content, CancellationToken cancellation)
    {
        if (content.Headers.ContentLength > WireMessage.MaxBytes)
            return null;
        using var all = new MemoryStream();
        var stream = await content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            var buffer = new byte[16 * 1024];
            for (int read; (read = await stream.ReadAsync(buffer, cancellation).ConfigureAwait(false)) > 0;)
            {
                if (all.Length + read > WireMessage.MaxBytes)
                    return null;
                all.Write(buffer, 0, read);
            }
        }
        return all.ToArray();
    }
}
